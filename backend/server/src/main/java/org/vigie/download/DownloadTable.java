package org.vigie.download;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Wgs84Point;

/**
 * What a downloaded list is made of: columns, and a place for each row, which may be unknown.
 *
 * @param name of the layer or sheet
 */
public record DownloadTable(String name, List<Column> columns) {

    /** What a cell holds. */
    public enum Kind {
        TEXT,
        MOMENT,
        YES_OR_NO
    }

    /** @param sql expression that is read for it */
    public record Column(String name, String sql, Kind kind) {

        public static Column text(String name, String sql) {
            return new Column(name, sql, Kind.TEXT);
        }

        public static Column moment(String name, String sql) {
            return new Column(name, sql, Kind.MOMENT);
        }

        public static Column yesOrNo(String name, String sql) {
            return new Column(name, sql, Kind.YES_OR_NO);
        }
    }

    /** @param values by column: a text, an instant or a boolean; null for nothing */
    public record Row(List<@Nullable Object> values, Optional<Wgs84Point> position) {}

    /** @param geometry column of the place in EPSG:4326 */
    public String select(String geometry) {
        return columns.stream()
                .map(column -> column.sql() + " as " + column.name())
                .collect(Collectors.joining(
                        ", ",
                        "select ",
                        ", st_x(%s) as longitude, st_y(%s) as latitude ".formatted(geometry, geometry)));
    }

    /** A row of what {@link #select} begins. */
    public Row read(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(value(row, column));
        }
        double longitude = row.getDouble("longitude");
        return new Row(
                values,
                row.wasNull() ? Optional.empty() : Optional.of(new Wgs84Point(longitude, row.getDouble("latitude"))));
    }

    private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> row.getString(column.name());
            case MOMENT -> {
                Timestamp moment = row.getTimestamp(column.name());
                yield moment == null ? null : moment.toInstant();
            }
            case YES_OR_NO -> row.getObject(column.name(), Boolean.class);
        };
    }
}
