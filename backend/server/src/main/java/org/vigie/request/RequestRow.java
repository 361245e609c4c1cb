package org.vigie.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.RequestKind;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** How a request lies in its table. */
final class RequestRow {

    /** The columns that {@link #read} needs, of {@code request.request r}. */
    static final String COLUMNS = "r.*, st_x(r.location) as longitude, st_y(r.location) as latitude";

    private RequestRow() {}

    static Request read(ResultSet row, int rowNumber) throws SQLException {
        return new Request(
                uuid(row, "request_id"),
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                uuid(row, "category_id"),
                row.getString("description"),
                Channel.valueOf(row.getString("channel")),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("is_private"),
                place(row),
                new Assignment(
                        uuid(row, "service_id"),
                        uuid(row, "team_id"),
                        Assignment.Rule.valueOf(row.getString("assignment_rule")),
                        row.getString("assignment_reason"),
                        Optional.ofNullable(row.getObject("authority_id", UUID.class))),
                Optional.ofNullable(row.getObject("owner_account_id", UUID.class)),
                new Request.Times(
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("changed_at").toInstant(),
                        instant(row, "resolved_at"),
                        instant(row, "closed_at")),
                row.getInt("revision"));
    }

    private static Place place(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        Optional<Wgs84Point> position =
                row.wasNull() ? Optional.empty() : Optional.of(new Wgs84Point(longitude, row.getDouble("latitude")));
        return new Place(
                position,
                Place.Source.valueOf(row.getString("location_source")),
                row.getString("address"),
                Place.Rule.valueOf(row.getString("placement_rule")),
                Optional.ofNullable(row.getObject("sector_id", UUID.class)),
                Optional.ofNullable(row.getObject("sector_version_id", UUID.class)),
                Optional.ofNullable(row.getObject("metres_to_edge", Double.class)));
    }

    static Map<String, @Nullable Object> parameters(Request request) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", request.id());
        values.put("number", request.number());
        values.put("kind", request.kind().name());
        values.put("state", request.state().name());
        values.put("category", request.categoryId());
        values.put("description", request.description());
        values.put("channel", request.channel().name());
        values.put("priority", request.priority().name());
        values.put("private", request.isPrivate());
        values.put("owner", request.ownerAccountId().orElse(null));
        values.put("receivedAt", Timestamp.from(request.times().receivedAt()));
        values.put("changedAt", Timestamp.from(request.times().changedAt()));
        values.put(
                "resolvedAt", request.times().resolvedAt().map(Timestamp::from).orElse(null));
        values.put("closedAt", request.times().closedAt().map(Timestamp::from).orElse(null));
        values.put("revision", request.revision());
        values.put("service", request.assignment().serviceId());
        values.put("team", request.assignment().teamId());
        values.put("assignmentRule", request.assignment().rule().name());
        values.put("assignmentReason", request.assignment().reason());
        values.put("authority", request.assignment().authorityId().orElse(null));
        putPlace(values, request.place());
        return values;
    }

    private static void putPlace(Map<String, @Nullable Object> values, Place place) {
        values.put("location", place.position().map(Ewkb::write).orElse(null));
        values.put("locationSource", place.source().name());
        values.put("address", place.address());
        values.put("placementRule", place.rule().name());
        values.put("sector", place.sectorId().orElse(null));
        values.put("sectorVersion", place.sectorVersionId().orElse(null));
        values.put("metresToEdge", place.metresToEdge().orElse(null));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
