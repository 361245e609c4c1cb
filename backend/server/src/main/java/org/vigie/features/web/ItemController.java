package org.vigie.features.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.features.FeatureRow;
import org.vigie.features.ItemsQuery;
import org.vigie.features.PublishedFeatures;
import org.vigie.features.PublishedLayer;
import org.vigie.features.ReferenceSystem;

/** The features themselves. */
@RestController
@CrossOrigin(exposedHeaders = {"Link", ItemController.CONTENT_CRS})
@RequestMapping("/{jurisdiction}/ogc/collections/{collectionId}/items")
class ItemController {

    static final String CONTENT_CRS = "Content-Crs";

    private final PublishedFeatures features;
    private final FeatureWriter writer;
    private final ItemPages pages;
    private final LinkedDocuments documents;
    private final Texts texts;

    ItemController(
            PublishedFeatures features, FeatureWriter writer, ItemPages pages, LinkedDocuments documents, Texts texts) {
        this.features = features;
        this.writer = writer;
        this.pages = pages;
        this.documents = documents;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<byte[]> items(@PathVariable String collectionId, HttpServletRequest request, Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        PublishedLayer layer = VisibleLayers.of(request).get(collectionId);
        Visit visit = Visit.of(request, locale, ItemsParameters.known(layer));
        ItemsParameters parameters = new ItemsParameters(visit.parameters(), layer);
        ItemsQuery query = parameters.query();
        ReferenceSystem system = parameters.system("crs");
        if (visit.wantsPage()) {
            List<FeatureRow> rows = new ArrayList<>();
            PublishedFeatures.Page page = features.page(query.onAScreen(), rows::add);
            List<Link> links = links(layer, visit, page);
            return documents.page(visit, pages.items(layer, visit, page, rows), links);
        }
        FeatureWriter.Page page =
                writer.page(layer, system, visitor -> features.page(query, visitor), read -> links(layer, visit, read));
        return documents
                .answer(visit, page.links())
                .contentType(Format.GEO_JSON)
                .header(CONTENT_CRS, "<" + system.uri() + ">")
                .body(page.bytes());
    }

    private List<Link> links(PublishedLayer layer, Visit visit, PublishedFeatures.Page page) {
        String title = texts.title(visit.locale(), layer);
        List<Link> links = new ArrayList<>(visit.selfAndAlternate(Format.GEO_JSON, title));
        page.next()
                .ifPresent(next -> links.add(Link.of(
                        visit.selfWith("after", next.toText()),
                        "next",
                        visit.wantsPage() ? MediaType.TEXT_HTML : Format.GEO_JSON,
                        texts.say(visit.locale(), "next"))));
        links.add(collection(layer, visit));
        return links;
    }

    private Link collection(PublishedLayer layer, Visit visit) {
        return Link.of(
                visit.address("collections", layer.name()),
                "collection",
                MediaType.APPLICATION_JSON,
                texts.title(visit.locale(), layer));
    }

    @GetMapping("/{featureId}")
    ResponseEntity<byte[]> item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            HttpServletRequest request,
            Locale locale)
            throws HttpMediaTypeNotAcceptableException {
        PublishedLayer layer = VisibleLayers.of(request).get(collectionId);
        Visit visit = Visit.of(request, locale, "crs");
        ReferenceSystem system = new ItemsParameters(visit.parameters(), layer).system("crs");
        FeatureRow feature = features.find(layer, featureId).orElseThrow(() -> Refusal.notFound(featureId));
        List<Link> links = new ArrayList<>(visit.selfAndAlternate(Format.GEO_JSON, texts.title(locale, layer)));
        links.add(collection(layer, visit));
        return visit.wantsPage()
                ? documents.page(visit, pages.item(layer, visit, feature), links)
                : documents
                        .answer(visit, links)
                        .contentType(Format.GEO_JSON)
                        .header(CONTENT_CRS, "<" + system.uri() + ">")
                        .body(writer.feature(layer, system, feature, links));
    }
}
