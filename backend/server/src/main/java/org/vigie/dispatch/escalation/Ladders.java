package org.vigie.dispatch.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Role;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.catalogue.Commitment;

/** The ladders of the jurisdiction that is open, kept in memory. */
@Repository
public class Ladders {

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<List<LadderStep>> steps;

    Ladders(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.steps = snapshots.of("escalation", this::read);
    }

    /** The category's own for that commitment, else the one for all; by position. */
    public List<LadderStep> of(UUID categoryId, Commitment commitment) {
        List<LadderStep> of = steps.get().stream()
                .filter(step -> step.commitment() == commitment)
                .toList();
        List<LadderStep> own = of.stream()
                .filter(step -> step.categoryId().filter(categoryId::equals).isPresent())
                .toList();
        return own.isEmpty()
                ? of.stream().filter(step -> step.categoryId().isEmpty()).toList()
                : own;
    }

    /** All steps, those for every category first, by commitment and position. */
    public List<LadderStep> list() {
        return steps.get();
    }

    /**
     * Puts these steps in the place of those that stood there; what has rung stays rung.
     *
     * @param categoryId empty: the ladder for every category without one of its own
     */
    @Transactional
    public void replace(Optional<UUID> categoryId, Commitment commitment, List<LadderStep> ladder) {
        jdbc.sql("""
                        delete from dispatch.ladder_step
                        where commitment = :commitment and category_id is not distinct from cast(:category as uuid)
                        """)
                .param("commitment", commitment.name())
                .param("category", categoryId.orElse(null))
                .update();
        ladder.forEach(this::add);
        steps.forget();
    }

    @Transactional
    public void add(LadderStep step) {
        jdbc.sql("""
                        insert into dispatch.ladder_step (jurisdiction_id, ladder_step_id, category_id, commitment, position, minutes_after_due,
                            target, message, repeat_minutes, repeats, stops_on)
                        values (access.current_jurisdiction(), :id, :category, :commitment, :position, :minutes, :target, :message,
                            :every, :repeats, :stops)
                        """)
                .param("id", step.id())
                .param("category", step.categoryId().orElse(null))
                .param("commitment", step.commitment().name())
                .param("position", step.position())
                .param("minutes", step.afterDue().toMinutes())
                .param("target", step.target().name())
                .param("message", step.message())
                .param("every", step.repeatEvery().map(Duration::toMinutes).orElse(null))
                .param("repeats", step.repeats())
                .param("stops", step.stopsOn().name())
                .update();
        steps.forget();
    }

    private List<LadderStep> read() {
        return jdbc.sql(
                        "select * from dispatch.ladder_step order by category_id nulls first, commitment, position, ladder_step_id")
                .query(Ladders::step)
                .list();
    }

    private static LadderStep step(ResultSet row, int rowNumber) throws SQLException {
        @Nullable Integer every = row.getObject("repeat_minutes", Integer.class);
        return new LadderStep(
                row.getObject("ladder_step_id", UUID.class),
                Optional.ofNullable(row.getObject("category_id", UUID.class)),
                Commitment.valueOf(row.getString("commitment")),
                row.getInt("position"),
                Duration.ofMinutes(row.getInt("minutes_after_due")),
                Role.valueOf(row.getString("target")),
                row.getString("message"),
                Optional.ofNullable(every).map(Duration::ofMinutes),
                row.getInt("repeats"),
                LadderStep.StopsOn.valueOf(row.getString("stops_on")));
    }
}
