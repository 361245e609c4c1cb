package org.vigie.access.web;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** The form in which a door that follows a standard of its own tells what went wrong, instead of RFC 9457. */
public interface ProblemForm {

    /** Whether what goes wrong at that path is told in this form. */
    boolean isSpokenAt(String path);

    /** @param detail a sentence in the reader's language that says what to do */
    ResponseEntity<byte[]> answer(HttpStatusCode status, String detail, String path);
}
