package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.access.Refusal;

/** The query of a request: each parameter known and given once, or the request is refused by its name. */
final class Parameters {

    private final HttpServletRequest request;

    Parameters(HttpServletRequest request, List<String> known) {
        this.request = request;
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new Refusal(Refusal.Kind.MALFORMED, "query-parameter-unknown", name, new TreeSet<>(known));
            }
            if (values.length != 1
                    || Arrays.stream(values).anyMatch(value -> value.isBlank() || value.indexOf('\0') >= 0)) {
                throw malformed(name);
            }
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    /** All that were given. */
    Map<String, String> given() {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, given -> given.getValue()[0]));
    }

    static Refusal malformed(String name) {
        return new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", name);
    }
}
