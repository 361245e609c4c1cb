package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** How an answer is written. */
enum Format {
    JSON,
    HTML;

    static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    static final MediaType OPEN_API = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");
    private static final List<MediaType> JSONS = List.of(MediaType.APPLICATION_JSON, GEO_JSON, SCHEMA, OPEN_API);

    /** What {@code f} says; without it what the reader likes best, and JSON where all is the same. */
    static Format of(Parameters parameters, HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        Optional<String> named = parameters.text("f");
        if (named.isPresent()) {
            return switch (named.get()) {
                case "json" -> JSON;
                case "html" -> HTML;
                default -> throw Parameters.malformed("f");
            };
        }
        for (MediaType accepted : accepted(request)) {
            if (JSONS.stream().anyMatch(accepted::includes)) {
                return JSON;
            }
            if (accepted.includes(MediaType.TEXT_HTML)) {
                return HTML;
            }
        }
        throw new HttpMediaTypeNotAcceptableException(
                List.of(MediaType.APPLICATION_JSON, GEO_JSON, MediaType.TEXT_HTML));
    }

    /** By the reader's preference; of equals the first named. */
    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            List<MediaType> accepted =
                    MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            return accepted.isEmpty()
                    ? List.of(MediaType.ALL)
                    : accepted.stream()
                            .filter(type -> type.getQualityValue() > 0)
                            .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                                    .reversed())
                            .toList();
        } catch (InvalidMediaTypeException notAMediaType) {
            return List.of(MediaType.ALL);
        }
    }

    String parameter() {
        return this == JSON ? "json" : "html";
    }
}
