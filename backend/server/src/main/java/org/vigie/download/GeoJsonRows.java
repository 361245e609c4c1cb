package org.vigie.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** One FeatureCollection (RFC 7946). The first column is the feature's id; a row without place has the geometry null. */
final class GeoJsonRows implements RowWriter {

    private final List<DownloadTable.Column> columns;
    private final JsonGenerator json;

    GeoJsonRows(DownloadTable table, OutputStream out) {
        this.columns = table.columns();
        this.json = new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
    }

    @Override
    public void row(DownloadTable.Row row) throws IOException {
        try {
            feature(row);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void feature(DownloadTable.Row row) throws JacksonException {
        // On lines of their own, for whoever looks into a large file.
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", String.valueOf(row.values().getFirst()));
        json.writeName("geometry");
        row.position().ifPresentOrElse(this::point, json::writeNull);
        json.writeObjectPropertyStart("properties");
        for (int i = 1; i < columns.size(); i++) {
            json.writeName(columns.get(i).name());
            value(row.values().get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void point(Wgs84Point position) {
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeArrayPropertyStart("coordinates");
        json.writeNumber(position.longitudeDegrees());
        json.writeNumber(position.latitudeDegrees());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean yes -> json.writeBoolean(yes);
            default -> json.writeString(Objects.toString(value));
        }
    }

    @Override
    public void end() throws IOException {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
