package org.vigie.catalogue.process.file;

import java.io.Reader;

/**
 * A text that is never cut between the two halves of a character: SnakeYAML Engine reads past the end of its buffer when a portion ends
 * there.
 */
final class WholeCharacters extends Reader {

    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] into, int offset, int most) {
        int rest = text.length() - at;
        if (rest == 0) {
            return -1;
        }
        int count = Math.min(most, rest);
        if (count > 1 && count < rest && Character.isHighSurrogate(text.charAt(at + count - 1))) {
            count--;
        }
        text.getChars(at, at + count, into, offset);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
