package org.vigie.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.Processes;
import org.vigie.geo.Ewkb;

/** How urgent what is in the jurisdiction that is open, kept in memory. */
@Repository
public class Priorities {

    /** In which layer things of a class are found. */
    public enum Source {
        ASSET,
        STREET,
        LANDMARK
    }

    private final JdbcClient jdbc;
    private final Processes processes;
    private final JurisdictionSnapshot<PriorityMatrix> snapshot;

    Priorities(JdbcClient jdbc, Processes processes, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.snapshot = snapshots.of("priority", this::read);
    }

    public PriorityMatrix now() {
        return snapshot.get();
    }

    /**
     * @param kinds of assets, classes of streets, classes or names of landmarks
     * @param withinMetres to a point, to the middle of a street, to the walls of a landmark
     */
    @Transactional
    public UUID placeClass(String code, String name, Source source, String[] kinds, double withinMetres) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into request.place_class (jurisdiction_id, place_class_id, code, name, source, kinds, within_metres)
                        values (access.current_jurisdiction(), :id, :code, :name, :source, :kinds, :within)
                        """)
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("source", source.name())
                .param("kinds", kinds)
                .param("within", withinMetres)
                .update();
        snapshot.forget();
        return id;
    }

    /**
     * What a rule of the table is told for; empty stands for all.
     *
     * @param domain by code, or a category by code, not both
     */
    public record About(
            Optional<String> domain, Optional<String> category, Optional<Danger> danger, Optional<UUID> placeClassId) {}

    @Transactional
    public void rule(String code, About about, Priority priority) {
        jdbc.sql("""
                        insert into request.priority_rule
                            (jurisdiction_id, priority_rule_id, code, domain_id, category_id, danger, place_class_id, priority)
                        values (access.current_jurisdiction(), :id, :code, (select domain_id from catalogue.domain where code = :domain),
                            (select category_id from catalogue.category where code = :category), :danger, :place, :priority)
                        """)
                .param("id", Ids.next())
                .param("code", code)
                .param("domain", about.domain().orElse(null))
                .param("category", about.category().orElse(null))
                .param("danger", about.danger().map(Enum::name).orElse(null))
                .param("place", about.placeClassId().orElse(null))
                .param("priority", priority.name())
                .update();
        snapshot.forget();
    }

    /** The table was written here: the next call looks, whatever the time. */
    void forget() {
        snapshot.forget();
    }

    private PriorityMatrix read() {
        return new PriorityMatrix(
                jdbc.sql("""
                                select r.code, d.code as domain_code, r.category_id, r.danger, r.place_class_id, r.priority
                                from request.priority_rule r left join catalogue.domain d using (jurisdiction_id, domain_id)
                                order by r.code collate "C"
                                """).query(Priorities::rule).list(),
                new PlaceClasses(jdbc.sql("""
                                select c.place_class_id, c.name as class_name, c.within_metres, f.name, st_asewkb(f.shape) as shape
                                from request.place_class c
                                join lateral (
                                    select a.name, coalesce(a.shape, a.location) as shape from territory.asset a
                                    where c.source = 'ASSET' and a.kind = any (c.kinds) and a.retired_at is null
                                    union all
                                    select b.name, b.shape from territory.basemap_feature b
                                    where c.source = b.kind and (b.class = any (c.kinds) or (b.kind = 'LANDMARK' and b.name = any (c.kinds)))
                                ) f on true
                                """)
                        .query((row, n) -> new PlaceClasses.Thing(
                                row.getObject("place_class_id", UUID.class),
                                row.getString("class_name"),
                                row.getDouble("within_metres"),
                                row.getString("name"),
                                Ewkb.read(row.getBytes("shape"))))
                        .list()),
                this::usual);
    }

    private Priority usual(Category category) {
        return processes
                .inForce(category.id())
                .map(version -> Priority.valueOf(version.content().priority().name()))
                .orElse(category.isUrgent() ? Priority.URGENT : Priority.NORMAL);
    }

    private static PriorityMatrix.Rule rule(ResultSet row, int rowNumber) throws SQLException {
        return new PriorityMatrix.Rule(
                row.getString("code"),
                row.getString("domain_code"),
                row.getObject("category_id", UUID.class),
                Optional.ofNullable(row.getString("danger"))
                        .map(Danger::valueOf)
                        .orElse(null),
                row.getObject("place_class_id", UUID.class),
                Priority.valueOf(row.getString("priority")));
    }
}
