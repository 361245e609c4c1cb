package org.vigie.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.features.web.PageFrame;
import tools.jackson.databind.json.JsonMapper;

/** The page about the published data, and the same for programs. */
@RestController
@CrossOrigin
@RequestMapping("/{jurisdiction}/open-data")
class OpenDataController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String JSON_LD = "application/ld+json";

    private final OpenDataPage page;
    private final CatalogueRecord catalogue;
    private final JsonMapper json;

    OpenDataController(OpenDataPage page, CatalogueRecord catalogue, JsonMapper json) {
        this.page = page;
        this.catalogue = catalogue;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> page(HttpServletRequest request, Locale locale) {
        Addresses at = Addresses.of(request);
        return ResponseEntity.ok()
                .contentType(HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(
                        HttpHeaders.LINK,
                        "<%s>; rel=\"describedby\"; type=\"%s\"".formatted(at.below("catalogue.jsonld"), JSON_LD))
                .header("Content-Security-Policy", PageFrame.CONTENT_SECURITY_POLICY)
                .body(page.write(at, locale).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/catalogue.jsonld")
    ResponseEntity<byte[]> catalogue(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(JSON_LD))
                .body(json.writeValueAsBytes(catalogue.document(Addresses.of(request))));
    }
}
