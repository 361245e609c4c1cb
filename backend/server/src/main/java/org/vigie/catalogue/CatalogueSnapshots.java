package org.vigie.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.geo.Ewkb;

/** Reads and keeps the catalogue in memory. */
@Component
class CatalogueSnapshots {

    private static final String SUBJECT = "catalogue";

    private final JdbcClient jdbc;
    private final Categories categories;
    private final JurisdictionSnapshot<CatalogueSnapshot> snapshot;

    CatalogueSnapshots(JdbcClient jdbc, Categories categories, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.snapshot = snapshots.of(SUBJECT, this::read);
    }

    CatalogueSnapshot get() {
        return snapshot.get();
    }

    void forget() {
        snapshot.forget();
    }

    private CatalogueSnapshot read() {
        Map<UUID, Map<String, String>> translations = StopMessages.translations(jdbc);
        return new CatalogueSnapshot(
                organisations(),
                services(),
                jdbc.sql("select code, name, glyph from catalogue.domain order by position, code")
                        .query((row, n) ->
                                new Domain(row.getString("code"), row.getString("name"), row.getString("glyph")))
                        .list(),
                List.copyOf(categories.listActive()),
                new Grounds(grounds()),
                claims(),
                jdbc.sql(scoped("activation", "s.offered_from", "s.offered_until", ""))
                        .query((row, n) -> scope(row))
                        .list(),
                jdbc.sql(scoped("stop_message", "s.starts_at", "s.ends_at", "order by s.ends_at, s.stop_message_id"))
                        .query((row, n) -> new CatalogueSnapshot.Stop(
                                row.getString("text"),
                                translations.getOrDefault(row.getObject("stop_message_id", UUID.class), Map.of()),
                                row.getBoolean("refuses"),
                                row.getTimestamp("until").toInstant(),
                                scope(row)))
                        .list());
    }

    private Map<UUID, Organisation> organisations() {
        return jdbc
                .sql("select organisation_id, name, works_here from catalogue.organisation")
                .query((row, n) -> new Organisation(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("works_here")))
                .list()
                .stream()
                .collect(toMap(Organisation::id, Function.identity()));
    }

    private record Owned(UUID organisationId, Category.ServiceName service) {}

    private Map<UUID, List<Category.ServiceName>> services() {
        return jdbc
                .sql(
                        "select organisation_id, service_id, code, name from catalogue.service order by code collate \"C\"")
                .query((row, n) -> new Owned(
                        row.getObject("organisation_id", UUID.class),
                        new Category.ServiceName(
                                row.getObject("service_id", UUID.class), row.getString("code"), row.getString("name"))))
                .list()
                .stream()
                .collect(groupingBy(Owned::organisationId, mapping(Owned::service, toList())));
    }

    private List<Ground> grounds() {
        return jdbc.sql("""
                        select g.ground_id, g.name, g.sector_id, st.code as sector_set, g.width_metres,
                            st_asewkb(coalesce(g.polygon, g.line)) as shape
                        from catalogue.ground g
                        left join territory.sector s on s.jurisdiction_id = g.jurisdiction_id and s.sector_id = g.sector_id
                        left join territory.sector_set st on st.jurisdiction_id = s.jurisdiction_id and st.sector_set_id = s.sector_set_id
                        """)
                .query((row, n) ->
                        new Ground(row.getObject("ground_id", UUID.class), row.getString("name"), extent(row)))
                .list();
    }

    private static Ground.Extent extent(ResultSet row) throws SQLException {
        byte[] shape = row.getBytes("shape");
        if (shape == null) {
            return new Ground.Extent.OfSector(row.getString("sector_set"), row.getObject("sector_id", UUID.class));
        }
        Geometry geometry = Ewkb.read(shape);
        return geometry instanceof MultiLineString line
                ? new Ground.Extent.Road(line, row.getDouble("width_metres"))
                : new Ground.Extent.Area((MultiPolygon) geometry);
    }

    private List<CatalogueSnapshot.Claim> claims() {
        return jdbc
                .sql(scoped("competence", "s.holds_from", "s.holds_until", "order by s.code collate \"C\""))
                .query((row, n) -> new CatalogueSnapshot.Claim(
                        row.getString("code"),
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("service_id", UUID.class),
                        scope(row)))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(claim -> claim.scope().breadth()))
                .toList();
    }

    private static String scoped(String table, String from, String until, String order) {
        return """
                select s.*, %s as since, %s as until, d.code as domain_code
                from catalogue.%s s left join catalogue.domain d using (jurisdiction_id, domain_id) %s
                """.formatted(from, until, table, order);
    }

    private static Scope scope(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new Scope(
                row.getObject("ground_id", UUID.class),
                row.getString("domain_code"),
                row.getObject("category_id", UUID.class),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant());
    }
}
