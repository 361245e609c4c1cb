package org.vigie.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which addresses a page of another origin may read (Fetch standard, CORS): those of open data. No cookie comes with such a
 * reading, so it sees what everybody sees; nothing is written this way.
 */
class OtherOrigins implements CorsConfigurationSource {

    private static final List<PathPattern> OPEN = Stream.of(
                    "/{jurisdiction}/tiles/**", "/{jurisdiction}/ogc/**", "/{jurisdiction}/open311/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final List<String> READING = List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final CorsConfiguration readers = readers();

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        return isOpen(request) && READING.contains(asked(request)) ? readers : null;
    }

    /** The method itself, or the one that a browser asks leave for. */
    private static String asked(HttpServletRequest request) {
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return HttpMethod.OPTIONS.matches(request.getMethod()) && method != null ? method : request.getMethod();
    }

    private static boolean isOpen(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return OPEN.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static CorsConfiguration readers() {
        CorsConfiguration readers = new CorsConfiguration();
        readers.addAllowedOrigin(CorsConfiguration.ALL);
        readers.setAllowedMethods(READING);
        readers.addAllowedHeader(CorsConfiguration.ALL);
        readers.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LINK, "Content-Crs"));
        readers.setMaxAge(Duration.ofDays(1));
        return readers;
    }
}
