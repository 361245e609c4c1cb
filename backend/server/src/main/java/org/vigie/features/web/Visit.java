package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.vigie.access.CurrentJurisdiction;

/**
 * Somebody's request to this door.
 *
 * @param base address of the landing page
 * @param document address that was asked for, without its query
 * @param layers that the visitor may read
 */
record Visit(String base, String document, Format format, Locale locale, Parameters parameters, VisibleLayers layers) {

    /** @param known parameters besides {@code f} */
    static Visit of(HttpServletRequest request, Locale locale, String... known)
            throws HttpMediaTypeNotAcceptableException {
        List<String> names = new ArrayList<>(List.of(known));
        names.add("f");
        Parameters parameters = new Parameters(request, names);
        String base = ServletUriComponentsBuilder.fromContextPath(request)
                .pathSegment(CurrentJurisdiction.get().code(), "ogc")
                .build()
                .toUriString();
        String document =
                ServletUriComponentsBuilder.fromRequestUri(request).build().toUriString();
        return new Visit(base, document, Format.of(parameters, request), locale, parameters, VisibleLayers.of(request));
    }

    boolean wantsPage() {
        return format == Format.HTML;
    }

    String address(String... below) {
        return UriComponentsBuilder.fromUriString(base)
                .pathSegment(below)
                .encode()
                .build()
                .toUriString();
    }

    String self() {
        return asked(Map.of());
    }

    /** What was asked for with one parameter changed. */
    String selfWith(String parameter, String value) {
        return asked(Map.of(parameter, value));
    }

    /** Written anew, since readers encode in many ways and a link must hold in all of them. */
    private String asked(Map<String, String> changed) {
        Map<String, String> query = new TreeMap<>(parameters.given());
        query.putAll(changed);
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", document + (query.isEmpty() ? "" : "?"), ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** To this document, and to the same in the other format. */
    List<Link> selfAndAlternate(MediaType json, String title) {
        boolean page = wantsPage();
        return List.of(
                Link.of(self(), "self", page ? MediaType.TEXT_HTML : json, title),
                Link.of(
                        selfWith("f", page ? Format.JSON.parameter() : Format.HTML.parameter()),
                        "alternate",
                        page ? json : MediaType.TEXT_HTML,
                        title));
    }
}
