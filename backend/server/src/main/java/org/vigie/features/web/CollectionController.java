package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.features.PublishedLayer;
import org.vigie.features.ReferenceSystem;

/** What the layers are and what may be asked of them. */
@RestController
@CrossOrigin
@RequestMapping("/{jurisdiction}/ogc/collections")
class CollectionController {

    private final LinkedDocuments documents;
    private final CollectionDocument collections;
    private final CollectionPages pages;
    private final Texts texts;

    CollectionController(
            LinkedDocuments documents, CollectionDocument collections, CollectionPages pages, Texts texts) {
        this.documents = documents;
        this.collections = collections;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request, Locale locale) throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        List<Link> links = visit.selfAndAlternate(MediaType.APPLICATION_JSON, texts.say(locale, "collections"));
        if (visit.wantsPage()) {
            return documents.page(visit, pages.list(visit), links);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", links);
        document.put(
                "crs", ReferenceSystem.list().stream().map(ReferenceSystem::uri).toList());
        document.put(
                "collections",
                visit.layers().list().stream()
                        .map(layer -> collections.of(layer, visit, listed(layer, visit)))
                        .toList());
        return documents.json(visit, MediaType.APPLICATION_JSON, document, links);
    }

    private List<Link> listed(PublishedLayer layer, Visit visit) {
        List<Link> links = new ArrayList<>(collections.links(layer, visit));
        links.addFirst(Link.of(
                visit.address("collections", layer.name()),
                "self",
                MediaType.APPLICATION_JSON,
                texts.title(visit.locale(), layer)));
        return links;
    }

    @GetMapping("/{collectionId}")
    ResponseEntity<byte[]> collection(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        PublishedLayer layer = visit.layers().get(collectionId);
        List<Link> links =
                new ArrayList<>(visit.selfAndAlternate(MediaType.APPLICATION_JSON, texts.title(locale, layer)));
        links.addAll(collections.links(layer, visit));
        return visit.wantsPage()
                ? documents.page(visit, pages.collection(layer, visit), links)
                : documents.json(visit, MediaType.APPLICATION_JSON, collections.of(layer, visit, links), links);
    }

    @GetMapping("/{collectionId}/queryables")
    ResponseEntity<byte[]> queryables(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        Visit visit = Visit.of(request, locale);
        PublishedLayer layer = visit.layers().get(collectionId);
        List<Link> links = visit.selfAndAlternate(Format.SCHEMA, texts.say(locale, "queryables"));
        return visit.wantsPage()
                ? documents.page(visit, pages.queryables(layer, visit), links)
                : documents.json(visit, Format.SCHEMA, collections.queryables(layer, visit), links);
    }
}
