package org.vigie.access.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;

/** Puts a problem into the reader's words, from {@code problems*.properties}. */
@Component
class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    ProblemBody tell(Problem problem, Locale reader) {
        int status = problem.status().value();
        Object[] values =
                problem.values().stream().map(value -> inWords(value, reader)).toArray();
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

    /** States are said in words, instants in the jurisdiction's time; everything else as it is. */
    private Object inWords(Object value, Locale reader) {
        return switch (value) {
            case Enum<?> constant -> {
                String type = constant.getDeclaringClass().getCanonicalName();
                String word = type.substring(
                        constant.getDeclaringClass().getPackageName().length() + 1);
                yield text("word." + word + "." + constant.name(), new Object[0], constant.name(), reader);
            }
            case Instant instant ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(reader)
                        .withZone(zone())
                        .format(instant);
            case Collection<?> many ->
                many.stream().map(one -> inWords(one, reader).toString()).collect(Collectors.joining(", "));
            default -> value;
        };
    }

    private static ZoneId zone() {
        return CurrentJurisdiction.find().map(Jurisdiction::zone).orElse(ZoneOffset.UTC);
    }

    private static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
