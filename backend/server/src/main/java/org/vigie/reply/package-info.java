/**
 * Answered in due form: the letter that a town owes to whoever asked, from its template to the proof that it went.
 *
 * <p>A letter is drafted, submitted, approved by those whom a chain names, in its order, signed by the last of them, and sent by the
 * requester's own way: by e-mail, or printed and posted. A decision holds for the text it was taken on, told by its SHA-256; a text
 * that changes voids what was approved before. Where the catalogue wants a letter, no request is closed without one.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "geo",
            "access",
            "catalogue",
            "catalogue :: process",
            "team",
            "request",
            "notification",
            "paper"
        })
package org.vigie.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
