package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;

/** Where clients begin: what is here, which requirement classes are kept, how everything is called. */
@RestController
@CrossOrigin
@RequestMapping("/{jurisdiction}/ogc")
class LandingController {

    private final LinkedDocuments documents;
    private final Texts texts;
    private final ApiDefinition api;
    private final LandingPages pages;

    LandingController(LinkedDocuments documents, Texts texts, ApiDefinition api, LandingPages pages) {
        this.documents = documents;
        this.texts = texts;
        this.api = api;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> landing(HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        String name = CurrentJurisdiction.get().name();
        String title = texts.say(locale, "title", name);
        List<Link> links = Stream.concat(
                        visit.selfAndAlternate(MediaType.APPLICATION_JSON, title).stream(), ways(visit).stream())
                .toList();
        if (visit.wantsPage()) {
            return documents.page(visit, pages.landing(visit), links);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("description", texts.say(locale, "description", name));
        document.put("links", links);
        return documents.json(visit, MediaType.APPLICATION_JSON, document, links);
    }

    private List<Link> ways(Visit visit) {
        Locale locale = visit.locale();
        return List.of(
                Link.of(visit.address("api"), "service-desc", Format.OPEN_API, texts.say(locale, "api")),
                Link.of(visit.address("api") + "?f=html", "service-doc", MediaType.TEXT_HTML, texts.say(locale, "api")),
                Link.of(
                        visit.address("conformance"),
                        Link.CONFORMANCE,
                        MediaType.APPLICATION_JSON,
                        texts.say(locale, "conformance")),
                Link.of(
                        visit.address("collections"),
                        "data",
                        MediaType.APPLICATION_JSON,
                        texts.say(locale, "collections")));
    }

    @GetMapping("/conformance")
    ResponseEntity<byte[]> conformance(HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        List<Link> links = visit.selfAndAlternate(MediaType.APPLICATION_JSON, texts.say(locale, "conformance"));
        return visit.wantsPage()
                ? documents.page(visit, pages.conformance(visit), links)
                : documents.json(visit, MediaType.APPLICATION_JSON, Map.of("conformsTo", Conformance.CLASSES), links);
    }

    @GetMapping("/api")
    ResponseEntity<byte[]> api(HttpServletRequest request, Locale locale) throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        List<Link> links = visit.selfAndAlternate(Format.OPEN_API, texts.say(locale, "api"));
        Map<String, Object> document = api.document(visit);
        return visit.wantsPage()
                ? documents.page(visit, pages.api(visit, document), links)
                : documents.json(visit, Format.OPEN_API, document, links);
    }
}
