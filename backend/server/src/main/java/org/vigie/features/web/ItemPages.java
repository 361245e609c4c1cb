package org.vigie.features.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.features.FeatureRow;
import org.vigie.features.PublishedFeatures;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayer.Property;

/** Features as a table with a map, for people. */
@Component
class ItemPages {

    private static final int LONGEST_TEXT = 160;

    private final CollectionPages collections;
    private final MapPicture map;
    private final Texts texts;

    ItemPages(CollectionPages collections, MapPicture map, Texts texts) {
        this.collections = collections;
        this.map = map;
        this.texts = texts;
    }

    String items(PublishedLayer layer, Visit visit, PublishedFeatures.Page page, List<FeatureRow> rows) {
        String next = page.next()
                .map(cursor -> PageFrame.anchor(visit.selfWith("after", cursor.toText()), say(visit, "next")))
                .orElse("");
        String json = PageFrame.anchor(visit.selfWith("f", "json"), "GeoJSON");
        String queryables = PageFrame.anchor(
                visit.address("collections", layer.name(), "queryables") + "?f=html", say(visit, "queryables"));
        String content = """
                <p>%s</p>
                %s
                <p class="formats">%s %s %s</p>
                %s
                <p class="formats">%s</p>
                """.formatted(
                        PageFrame.escaped(shown(visit, page, NumberFormat.getIntegerInstance(visit.locale()))),
                        map.of(rows, say(visit, "map")),
                        json,
                        queryables,
                        next,
                        rows.isEmpty() ? "" : table(layer, visit, rows),
                        next);
        return PageFrame.page(visit, texts.title(visit.locale(), layer), collections.crumbs(layer, visit), content);
    }

    private String shown(Visit visit, PublishedFeatures.Page page, NumberFormat numbers) {
        String returned = numbers.format(page.returned());
        return page.matched().isPresent()
                ? say(visit, "shown", returned, numbers.format(page.matched().getAsLong()))
                : say(visit, "shown-of-more", returned);
    }

    private String table(PublishedLayer layer, Visit visit, List<FeatureRow> rows) {
        List<String> heads = new ArrayList<>(List.of(say(visit, "feature")));
        layer.properties().forEach(property -> heads.add(texts.property(visit.locale(), property.name())));
        return PageFrame.table(
                heads, rows.stream().map(row -> cells(layer, visit, row)).toList());
    }

    private List<String> cells(PublishedLayer layer, Visit visit, FeatureRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(PageFrame.anchor(
                visit.address("collections", layer.name(), "items", row.id()) + "?f=html", say(visit, "open")));
        row.values().forEach(value -> cells.add(inWords(value instanceof String text ? begun(text) : value, visit)));
        return cells;
    }

    /** A row stays as low as a few lines; the feature's own page has the whole. */
    private static String begun(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1))
                                .stripTrailing() + "…";
    }

    String item(PublishedLayer layer, Visit visit, FeatureRow row) {
        List<List<String>> rows = new ArrayList<>();
        List<Property> properties = layer.properties();
        for (int i = 0; i < properties.size(); i++) {
            rows.add(List.of(
                    PageFrame.escaped(
                            texts.property(visit.locale(), properties.get(i).name())),
                    inWords(row.values().get(i), visit)));
        }
        String content = map.of(List.of(row), say(visit, "map"))
                + "<p class=\"formats\">" + PageFrame.anchor(visit.selfWith("f", "json"), "GeoJSON") + "</p>"
                + PageFrame.table(List.of(say(visit, "meaning"), say(visit, "value")), rows) + place(row);
        return PageFrame.page(visit, say(visit, "feature.of", row.id()), collections.crumbs(layer, visit), content);
    }

    private static String place(FeatureRow row) {
        return row.geometry()
                .map(Geometry::getEnvelopeInternal)
                .map(box -> "<p class=\"quiet\"><code>%.6f, %.6f</code></p>"
                        .formatted(box.centre().getX(), box.centre().getY()))
                .orElse("");
    }

    private String inWords(@Nullable Object value, Visit visit) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> PageFrame.escaped(say(visit, truth ? "yes" : "no"));
            case Instant at ->
                PageFrame.escaped(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(visit.locale())
                        .withZone(CurrentJurisdiction.get().zone())
                        .format(at));
            default -> PageFrame.escaped(value.toString());
        };
    }

    private String say(Visit visit, String key, Object... values) {
        return texts.say(visit.locale(), key, values);
    }
}
