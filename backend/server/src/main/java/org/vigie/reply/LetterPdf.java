package org.vigie.reply;

import org.vigie.paper.TaggedPdf;

/** Prints a letter. */
final class LetterPdf {

    private LetterPdf() {}

    static byte[] print(Letter letter) {
        return TaggedPdf.print(LetterPage.of(letter), letter.locale());
    }
}
