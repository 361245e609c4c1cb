package org.vigie.open311.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.citizen.PublicPages;
import org.vigie.territory.Boundary;

/** Where the door is, what it speaks, and whether it is the right one for a place. */
@RestController
@RequestMapping(Paths.ROOT)
class DiscoveryController {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    /** When what is told here last changed. */
    private static final String CHANGESET = "2026-11-01T00:00:00Z";

    private static final List<String> FORMATS = List.of("text/xml", "application/json");

    private final Documents documents;
    private final PublicPages pages;
    private final Boundary boundary;
    private final MessageSource messages;

    DiscoveryController(Documents documents, PublicPages pages, Boundary boundary, MessageSource messages) {
        this.documents = documents;
        this.pages = pages;
        this.boundary = boundary;
        this.messages = messages;
    }

    @GetMapping("/discovery" + Paths.FORMAT)
    ResponseEntity<byte[]> discovery(@PathVariable String format, Locale reader) {
        Object[] town = {CurrentJurisdiction.get().name(), pages.below("")};
        Bodies.Discovery discovery = new Bodies.Discovery(
                CHANGESET,
                messages.getMessage("open311.contact", town, reader),
                messages.getMessage("open311.key-service", town, reader),
                List.of(endpoint("open311/v2", "production"), endpoint(TestDoorController.BELOW, "test")));
        return documents.one(Format.of(format), "discovery", discovery);
    }

    private Bodies.Endpoint endpoint(String below, String type) {
        return new Bodies.Endpoint(SPECIFICATION, pages.below(below), CHANGESET, type, FORMATS);
    }

    /** Whether a position lies in the jurisdiction. */
    @GetMapping("/coverage" + Paths.FORMAT)
    ResponseEntity<byte[]> coverage(@PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        Parameters asked = new Parameters(query);
        asked.required("lat");
        boolean covered = boundary.covers(asked.position().orElseThrow());
        return documents.one(Format.of(format), "coverage", new Bodies.Coverage(covered));
    }
}
