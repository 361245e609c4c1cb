package org.vigie.access.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Puts a problem into the reader's words, from {@code problems*.properties}. */
@Component
class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    ProblemBody tell(Problem problem, Locale reader) {
        int status = problem.status().value();
        Object[] values = problem.values().toArray();
        String title = text(problem.name() + ".title", values, reason(status), reader);
        String detail = text(problem.name() + ".detail", values, title, reader);
        List<ProblemBody.FieldError> errors = problem.fields().stream()
                .map(field ->
                        new ProblemBody.FieldError(field.field(), field.detail() == null ? detail : field.detail()))
                .toList();
        return new ProblemBody("/problems/" + problem.name(), title, status, detail, errors.isEmpty() ? null : errors);
    }

    private String text(String key, Object[] values, String otherwise, Locale reader) {
        String text = messages.getMessage(key, values, otherwise, reader);
        return text == null ? otherwise : text;
    }

    private static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
