package org.vigie.dispatch.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Treatment;
import org.vigie.request.Answers;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.RequesterKind;

/** Requests of a period as the reports that they came in as. */
@Repository
class PastReports {

    /** One of them. */
    record Past(UUID id, String number, Treatment.Case report) {}

    private final JdbcClient jdbc;
    private final Categories categories;

    PastReports(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Past> list(Instant from, Instant until, int limit) {
        Map<UUID, Category> byId = new HashMap<>();
        categories.list().forEach(category -> byId.put(category.id(), category));
        return jdbc.sql("""
                        select r.request_id, r.number, r.category_id, r.description, r.channel, r.received_at, r.sector_id, r.sector_version_id,
                            r.placement_rule, r.location_source, st_x(r.location) as longitude, st_y(r.location) as latitude, r.answers, u.danger,
                            exists (select from request.requester q where q.jurisdiction_id = r.jurisdiction_id
                                and q.request_id = r.request_id) as known
                        from request.request r left join request.ruling u using (jurisdiction_id, request_id)
                        where r.received_at >= :from and r.received_at < :until
                        order by r.received_at desc, r.request_id desc limit :limit
                        """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, n) ->
                        past(row, Objects.requireNonNull(byId.get(row.getObject("category_id", UUID.class)))))
                .list();
    }

    private static Past past(ResultSet row, Category category) throws SQLException {
        Channel channel = Channel.valueOf(row.getString("channel"));
        boolean known = row.getBoolean("known");
        return new Past(
                row.getObject("request_id", UUID.class),
                row.getString("number"),
                new Treatment.Case(
                        category,
                        place(row),
                        Optional.ofNullable(row.getString("danger")).map(Danger::valueOf),
                        channel,
                        channel == Channel.PATROL
                                ? RequesterKind.STAFF
                                : known ? RequesterKind.KNOWN : RequesterKind.ANONYMOUS,
                        new FoldedWords(row.getString("description")),
                        Answers.read(null, row.getString("answers")).byQuestion(),
                        row.getTimestamp("received_at").toInstant(),
                        Treatment.Chosen.NOTHING));
    }

    private static Place place(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        Optional<Wgs84Point> position =
                row.wasNull() ? Optional.empty() : Optional.of(new Wgs84Point(longitude, row.getDouble("latitude")));
        return new Place(
                position,
                Place.Source.valueOf(row.getString("location_source")),
                "",
                Place.Rule.valueOf(row.getString("placement_rule")),
                Optional.ofNullable(row.getObject("sector_id", UUID.class)),
                Optional.ofNullable(row.getObject("sector_version_id", UUID.class)),
                Optional.empty());
    }
}
