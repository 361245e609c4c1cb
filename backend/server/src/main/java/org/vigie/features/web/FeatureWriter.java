package org.vigie.features.web;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.features.FeatureRow;
import org.vigie.features.PublishedFeatures;
import org.vigie.features.PublishedLayer;
import org.vigie.features.ReferenceSystem;
import org.vigie.geo.GeoJsonGeometries;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON straight from the rows: each becomes bytes as it is read. */
@Component
class FeatureWriter {

    private final JsonMapper json;
    private final Clock clock;

    FeatureWriter(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What a collection says of itself besides its features. */
    record Page(byte[] bytes, List<Link> links) {}

    /**
     * @param read reads the rows and gives each to what it is given
     * @param linked links of the page that was read
     */
    Page page(
            PublishedLayer layer,
            ReferenceSystem system,
            Function<Consumer<FeatureRow>, PublishedFeatures.Page> read,
            Function<PublishedFeatures.Page, List<Link>> linked) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Link> links;
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", "FeatureCollection");
            out.writeName("features");
            out.writeStartArray();
            PublishedFeatures.Page page = read.apply(row -> {
                out.writeStartObject();
                members(layer, system, row, out);
                out.writeEndObject();
            });
            out.writeEndArray();
            page.matched().ifPresent(matched -> out.writeNumberProperty("numberMatched", matched));
            out.writeNumberProperty("numberReturned", page.returned());
            out.writeStringProperty(
                    "timeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            links = linked.apply(page);
            out.writePOJOProperty("links", links);
            out.writeEndObject();
        }
        return new Page(bytes.toByteArray(), links);
    }

    byte[] feature(PublishedLayer layer, ReferenceSystem system, FeatureRow row, List<Link> links) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            members(layer, system, row, out);
            out.writePOJOProperty("links", links);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void members(PublishedLayer layer, ReferenceSystem system, FeatureRow row, JsonGenerator out) {
        out.writeStringProperty("type", "Feature");
        if (layer.source().id().type() == PublishedLayer.IdType.BIGINT) {
            out.writeNumberProperty("id", Long.parseLong(row.id()));
        } else {
            out.writeStringProperty("id", row.id());
        }
        out.writeName("geometry");
        row.geometry()
                .ifPresentOrElse(
                        shape -> GeoJsonGeometries.write(system.fromStorage(shape), out, system.stepsAUnit()),
                        out::writeNull);
        out.writeName("properties");
        out.writeStartObject();
        for (int i = 0; i < row.values().size(); i++) {
            out.writeName(layer.properties().get(i).name());
            value(row.values().get(i), out);
        }
        out.writeEndObject();
    }

    private static void value(@Nullable Object value, JsonGenerator out) {
        switch (value) {
            case null -> out.writeNull();
            case Long number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case Instant at -> out.writeString(InstantText.of(at));
            default -> out.writeString(value.toString());
        }
    }
}
