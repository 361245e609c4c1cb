package org.vigie.opendata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.features.web.PageFrame;

/** What is published, in a desktop GIS: how, and a project that is ready. */
@RestController
@RequestMapping("/{jurisdiction}/open-data")
class GisController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** As the IANA registers none, the one that QGIS installs. */
    private static final MediaType PROJECT = MediaType.parseMediaType("application/x-qgis-project");

    private final GisPage page;
    private final GisProject project;

    GisController(GisPage page, GisProject project) {
        this.page = page;
        this.project = project;
    }

    @GetMapping("/gis")
    ResponseEntity<byte[]> page(HttpServletRequest request, Locale locale) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header("Content-Security-Policy", PageFrame.CONTENT_SECURITY_POLICY)
                .body(page.write(Addresses.of(request), locale).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/vigie.qgs")
    ResponseEntity<byte[]> project(HttpServletRequest request) {
        String file = "vigie-" + CurrentJurisdiction.get().code() + ".qgs";
        return ResponseEntity.ok()
                .contentType(PROJECT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(project.write(Addresses.of(request)).getBytes(StandardCharsets.UTF_8));
    }
}
