package org.vigie.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param type stable: {@code /problems/<name>}
 * @param detail says what to do, in the reader's language
 * @param errors single fields that are wrong; null when there are none
 */
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {

    record FieldError(String field, String detail) {}
}
