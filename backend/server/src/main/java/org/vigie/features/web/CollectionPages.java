package org.vigie.features.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.features.LayerExtents;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.features.ReferenceSystem;

/** Layers and what may be asked of them, for people. */
@Component
class CollectionPages {

    private final LayerExtents extents;
    private final Texts texts;

    CollectionPages(LayerExtents extents, Texts texts) {
        this.extents = extents;
        this.texts = texts;
    }

    /** Back to the public map, to the landing page, to the collections. */
    List<PageFrame.Crumb> crumbs(Visit visit) {
        String name = CurrentJurisdiction.get().name();
        return List.of(
                new PageFrame.Crumb(name, visit.base().replaceFirst("/ogc$", "/")),
                new PageFrame.Crumb(say(visit, "landing"), visit.base()),
                new PageFrame.Crumb(say(visit, "collections"), visit.address("collections")));
    }

    List<PageFrame.Crumb> crumbs(PublishedLayer layer, Visit visit) {
        List<PageFrame.Crumb> crumbs = new ArrayList<>(crumbs(visit));
        crumbs.add(new PageFrame.Crumb(texts.title(visit.locale(), layer), visit.address("collections", layer.name())));
        return crumbs;
    }

    String list(Visit visit) {
        return PageFrame.page(
                visit, say(visit, "collections"), crumbs(visit).subList(0, 2), table(visit) + json(visit));
    }

    String table(Visit visit) {
        List<List<String>> rows = visit.layers().list().stream()
                .map(layer -> List.of(
                        PageFrame.anchor(
                                visit.address("collections", layer.name()), texts.title(visit.locale(), layer)),
                        PageFrame.escaped(texts.description(visit.locale(), layer)),
                        PageFrame.anchor(items(layer, visit), say(visit, "browse"))))
                .toList();
        return PageFrame.table(List.of(say(visit, "collection"), say(visit, "content"), say(visit, "features")), rows);
    }

    private static String items(PublishedLayer layer, Visit visit) {
        return visit.address("collections", layer.name(), "items") + "?f=html";
    }

    String collection(PublishedLayer layer, Visit visit) {
        LayerExtents.Extent extent = extents.of(layer);
        double[] box = extent.bounds().toArray();
        String systems = ReferenceSystem.list().stream()
                .map(system -> "<li><code>" + PageFrame.escaped(system.uri()) + "</code></li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
        String content = """
                <p>%s</p>
                <p class="formats">%s %s %s</p>
                <h2>%s</h2>
                <p><code>%s, %s, %s, %s</code>%s</p>
                <h2>%s</h2>
                %s
                """.formatted(
                PageFrame.escaped(texts.description(visit.locale(), layer)),
                PageFrame.anchor(items(layer, visit), say(visit, "browse")),
                PageFrame.anchor(visit.address("collections", layer.name(), "queryables"), say(visit, "queryables")),
                PageFrame.anchor(visit.selfWith("f", "json"), "JSON"),
                PageFrame.escaped(say(visit, "extent")),
                box[0],
                box[1],
                box[2],
                box[3],
                since(extent, visit),
                PageFrame.escaped(say(visit, "systems")),
                systems);
        return PageFrame.page(visit, texts.title(visit.locale(), layer), crumbs(visit), content);
    }

    private String since(LayerExtents.Extent extent, Visit visit) {
        return extent.earliest()
                .map(earliest -> {
                    LocalDate day = LocalDate.ofInstant(
                            earliest, CurrentJurisdiction.get().zone());
                    return "<br>"
                            + PageFrame.escaped(say(
                                    visit,
                                    "since",
                                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                            .withLocale(visit.locale())
                                            .format(day)));
                })
                .orElse("");
    }

    String queryables(PublishedLayer layer, Visit visit) {
        List<List<String>> rows = new ArrayList<>();
        for (Property property : layer.properties()) {
            Map<String, Object> type = CollectionDocument.type(property);
            rows.add(List.of(
                    "<code>" + property.name() + "</code>",
                    PageFrame.escaped(texts.property(visit.locale(), property.name())),
                    "<code>" + type.getOrDefault("format", type.get("type")) + "</code>",
                    words(property)));
        }
        rows.add(List.of(
                "<code>" + PublishedLayer.GEOMETRY + "</code>",
                PageFrame.escaped(texts.property(visit.locale(), PublishedLayer.GEOMETRY)),
                "<code>" + layer.geometryType() + "</code>",
                ""));
        String content = "<p>" + PageFrame.escaped(say(visit, "queryables.how")) + "<br><code>"
                + PageFrame.escaped(visit.address("collections", layer.name(), "items") + "?filter=…") + "</code></p>"
                + PageFrame.table(
                        List.of(say(visit, "name"), say(visit, "meaning"), say(visit, "type"), say(visit, "words")),
                        rows)
                + json(visit);
        return PageFrame.page(visit, say(visit, "queryables"), crumbs(layer, visit), content);
    }

    private static String words(Property property) {
        return property.words().isEmpty()
                ? ""
                : property.words().stream()
                        .map(word -> "<code>" + word + "</code>")
                        .collect(Collectors.joining(" ", "<span>", "</span>"));
    }

    private static String json(Visit visit) {
        return "<p class=\"formats\">" + PageFrame.anchor(visit.selfWith("f", "json"), "JSON") + "</p>";
    }

    private String say(Visit visit, String key, Object... values) {
        return texts.say(visit.locale(), key, values);
    }
}
