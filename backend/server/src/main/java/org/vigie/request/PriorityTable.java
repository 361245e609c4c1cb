package org.vigie.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;

/** The table of priorities of the jurisdiction that is open, as it is written: category × danger × class of place. */
@Repository
public class PriorityTable {

    /**
     * @param domain by code, or a category by code, not both; neither: every category
     * @param placeClassId empty: wherever it lies
     */
    public record Written(
            Optional<String> domain,
            Optional<String> category,
            Optional<Danger> danger,
            Optional<UUID> placeClassId,
            Priority priority) {}

    /**
     * What makes a place another one.
     *
     * @param withinMetres no farther away than this it counts
     */
    public record PlaceClass(UUID id, String code, String name, double withinMetres) {}

    /** Where in a row a priority is written; null stands for all. */
    public record Column(@Nullable Danger danger, @Nullable UUID placeClassId) {}

    private final JdbcClient jdbc;
    private final Priorities priorities;

    PriorityTable(JdbcClient jdbc, Priorities priorities) {
        this.jdbc = jdbc;
        this.priorities = priorities;
    }

    @Transactional(readOnly = true)
    public List<Written> list() {
        return jdbc.sql("""
                        select d.code as domain_code, c.code as category_code, r.danger, r.place_class_id, r.priority
                        from request.priority_rule r
                        left join catalogue.domain d using (jurisdiction_id, domain_id)
                        left join catalogue.category c on c.jurisdiction_id = r.jurisdiction_id and c.category_id = r.category_id
                        order by r.code collate "C"
                        """)
                .query((row, n) -> new Written(
                        Optional.ofNullable(row.getString("domain_code")),
                        Optional.ofNullable(row.getString("category_code")),
                        Optional.ofNullable(row.getString("danger")).map(Danger::valueOf),
                        Optional.ofNullable(row.getObject("place_class_id", UUID.class)),
                        Priority.valueOf(row.getString("priority"))))
                .list();
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<PlaceClass> listPlaceClasses() {
        return jdbc.sql("select place_class_id, code, name, within_metres from request.place_class order by name, code")
                .query((row, n) -> new PlaceClass(
                        row.getObject("place_class_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getDouble("within_metres")))
                .list();
    }

    /**
     * Writes exactly that for a category, a domain, or everything.
     *
     * @throws Refusal reference-unknown
     */
    @Transactional
    public void replace(Optional<String> domain, Optional<String> category, Map<Column, Priority> row) {
        jdbc.sql("""
                        delete from request.priority_rule
                        where domain_id is not distinct from (select domain_id from catalogue.domain where code = :domain)
                            and category_id is not distinct from (select category_id from catalogue.category where code = :category)
                        """)
                .param("domain", domain.orElse(null))
                .param("category", category.orElse(null))
                .update();
        String about = category.map(code -> "c:" + code)
                .or(() -> domain.map(code -> "d:" + code))
                .orElse("*");
        Map<UUID, String> classes = new HashMap<>();
        listPlaceClasses().forEach(each -> classes.put(each.id(), each.code()));
        row.forEach((column, priority) -> {
            String place = column.placeClassId() == null ? "*" : classes.get(column.placeClassId());
            if (place == null) {
                throw Refusal.invalid("reference-unknown");
            }
            String danger = column.danger() == null ? "*" : column.danger().name();
            jdbc.sql("""
                            insert into request.priority_rule
                                (jurisdiction_id, priority_rule_id, code, domain_id, category_id, danger, place_class_id, priority)
                            values (access.current_jurisdiction(), :id, :code, (select domain_id from catalogue.domain where code = :domain),
                                (select category_id from catalogue.category where code = :category), :danger, :place, :priority)
                            """)
                    .param("id", Ids.next())
                    .param("code", String.join(" ", about, danger, place))
                    .param("domain", domain.orElse(null))
                    .param("category", category.orElse(null))
                    .param(
                            "danger",
                            column.danger() == null ? null : column.danger().name())
                    .param("place", column.placeClassId())
                    .param("priority", priority.name())
                    .update();
        });
        priorities.forget();
    }
}
