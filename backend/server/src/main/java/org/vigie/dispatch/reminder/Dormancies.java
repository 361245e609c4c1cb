package org.vigie.dispatch.reminder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.SettingChanges;

/** After how many days without anybody's doing a request is reminded of, in the jurisdiction that is open. */
@Repository
public class Dormancies {

    public static final String SUBJECT = "reminders";

    /**
     * @param days for every category that is not named; empty: never
     * @param categories those that differ; empty: never
     */
    public record Dormancy(Optional<Integer> days, Map<UUID, Optional<Integer>> categories) {}

    private final JdbcClient jdbc;
    private final SettingChanges changes;

    Dormancies(JdbcClient jdbc, SettingChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    public Dormancy get() {
        Map<Optional<UUID>, Optional<Integer>> all = new LinkedHashMap<>();
        jdbc.sql("select category_id, days from dispatch.dormancy order by dormancy_id")
                .query(row -> {
                    all.put(
                            Optional.ofNullable(row.getObject("category_id", UUID.class)),
                            Optional.ofNullable(row.getObject("days", Integer.class)));
                });
        Optional<Integer> general = all.getOrDefault(Optional.<UUID>empty(), Optional.empty());
        Map<UUID, Optional<Integer>> own = new LinkedHashMap<>();
        all.forEach((category, days) -> category.ifPresent(id -> own.put(id, days)));
        return new Dormancy(general, own);
    }

    /**
     * @param seen revision that the caller read
     * @throws org.vigie.access.Refusal setting-changed-meanwhile
     */
    @Transactional
    public void replace(Dormancy dormancy, int seen, String reason) {
        changes.note(SUBJECT, seen, reason);
        write(dormancy);
    }

    /** Sets it whatever it was. */
    @Transactional
    public void write(Dormancy dormancy) {
        jdbc.sql("delete from dispatch.dormancy").update();
        add(Optional.empty(), dormancy.days());
        dormancy.categories().forEach((category, days) -> add(Optional.of(category), days));
    }

    private void add(Optional<UUID> categoryId, Optional<Integer> days) {
        jdbc.sql("""
                        insert into dispatch.dormancy (jurisdiction_id, dormancy_id, category_id, days)
                        values (access.current_jurisdiction(), :id, :category, :days)
                        """)
                .param("id", Ids.next())
                .param("category", categoryId.orElse(null))
                .param("days", days.orElse(null))
                .update();
    }
}
