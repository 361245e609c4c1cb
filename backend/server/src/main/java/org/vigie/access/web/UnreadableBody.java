package org.vigie.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.vigie.access.web.Problem.FieldProblem;
import org.vigie.geo.Wgs84Point;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body stops making sense, and what is wrong there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        return ProblemOf.refusalIn(unreadable).orElseGet(() -> unreadable(unreadable.getCause()));
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            if (wrong.getCause() instanceof Wgs84Point.PositionOutOfRange) {
                return atField("position-out-of-range", wrong);
            }
            boolean unknown = wrong instanceof UnrecognizedPropertyException;
            return atField(unknown ? "field-unknown" : "field-malformed", wrong);
        }
        return cause instanceof JacksonException syntax
                ? atPlace(syntax.getLocation())
                : Problem.of(HttpStatus.BAD_REQUEST, "body-missing");
    }

    private static Problem atField(String name, JacksonException at) {
        String field = path(at.getPath());
        return Problem.of(HttpStatus.BAD_REQUEST, name, field).withFields(List.of(new FieldProblem(field, null)));
    }

    @SuppressWarnings(
            "NullAway") // Jackson leaves the location null when it has none; its own annotations do not say so.
    private static Problem atPlace(TokenStreamLocation place) {
        int line = place == null ? 1 : place.getLineNr();
        int column = place == null ? 1 : place.getColumnNr();
        return Problem.of(HttpStatus.BAD_REQUEST, "json-malformed", line, column);
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
