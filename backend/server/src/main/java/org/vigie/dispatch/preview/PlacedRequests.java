package org.vigie.dispatch.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dispatch.PlacedAnew;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.Assignment;
import org.vigie.request.RequestState;

/** Requests that have a position, as far as a preview needs to know them. */
@Repository
class PlacedRequests {

    /** A request with what decides who works on it. */
    record Placed(
            UUID id,
            UUID categoryId,
            Instant receivedAt,
            Wgs84Point position,
            Optional<UUID> chosenSectorId,
            PlacedAnew.Now now) {}

    private static final String SELECT = """
            select request_id, category_id, sector_id, team_id, assignment_rule, received_at,
                case when placement_rule = 'CHOSEN' then sector_id end as chosen_sector_id,
                st_x(location) as longitude, st_y(location) as latitude
            from request.request where location is not null
            """;

    private final JdbcClient jdbc;

    PlacedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that follow their sector. */
    @Transactional(readOnly = true)
    public List<Placed> open() {
        return jdbc.sql(SELECT + " and state in (:states)")
                .param(
                        "states",
                        PlacedAnew.FOLLOWING.stream().map(RequestState::name).toList())
                .query(PlacedRequests::read)
                .list();
    }

    /** Received since then; those that were refused or were doubles made no work. */
    @Transactional(readOnly = true)
    public List<Placed> since(Instant earliest) {
        return jdbc.sql(SELECT + " and received_at >= :earliest and state not in ('REJECTED', 'DUPLICATE')")
                .param("earliest", earliest.atOffset(ZoneOffset.UTC))
                .query(PlacedRequests::read)
                .list();
    }

    private static Placed read(ResultSet row, int rowNumber) throws SQLException {
        return new Placed(
                row.getObject("request_id", UUID.class),
                row.getObject("category_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                new Wgs84Point(row.getDouble("longitude"), row.getDouble("latitude")),
                Optional.ofNullable(row.getObject("chosen_sector_id", UUID.class)),
                new PlacedAnew.Now(
                        Optional.ofNullable(row.getObject("sector_id", UUID.class)),
                        row.getObject("team_id", UUID.class),
                        Assignment.Rule.valueOf(row.getString("assignment_rule"))));
    }
}
