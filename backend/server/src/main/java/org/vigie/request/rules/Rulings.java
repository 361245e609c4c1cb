package org.vigie.request.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.request.Danger;
import org.vigie.request.RequestArriving;

/** What was told of requests that rules ask for, and which rule decided what, beside the request itself. */
@Repository
public class Rulings {

    /** Who gave a request its priority. */
    public enum By {
        TABLE,
        RULE,
        PERSON
    }

    /** As it was kept: the ids of the rules that decided. */
    public record Kept(
            Optional<Danger> danger,
            By priorityBy,
            Optional<UUID> privateRule,
            Optional<UUID> noteRule,
            Optional<UUID> messageRule) {}

    private static final String KEEP = """
            insert into request.ruling as r (jurisdiction_id, request_id, danger, priority_by, priority_rule_id, team_rule_id,
                private_rule_id, forward_rule_id, note_rule_id, message_rule_id)
            values (access.current_jurisdiction(), :request, :danger, :by, :priority, :team, :private, :forward, :note, :message)
            on conflict (jurisdiction_id, request_id) do update set priority_by = excluded.priority_by,
                priority_rule_id = excluded.priority_rule_id, team_rule_id = excluded.team_rule_id,
                forward_rule_id = excluded.forward_rule_id,
                private_rule_id = coalesce(excluded.private_rule_id, r.private_rule_id),
                note_rule_id = coalesce(excluded.note_rule_id, r.note_rule_id),
                message_rule_id = coalesce(excluded.message_rule_id, r.message_rule_id)
            """;

    private final JdbcClient jdbc;

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a request that came in before there were rules, or from another system. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID requestId) {
        return jdbc.sql("select * from request.ruling where request_id = :id")
                .param("id", requestId)
                .query((row, n) -> new Kept(
                        Optional.ofNullable(row.getString("danger")).map(Danger::valueOf),
                        By.valueOf(row.getString("priority_by")),
                        Optional.ofNullable(row.getObject("private_rule_id", UUID.class)),
                        Optional.ofNullable(row.getObject("note_rule_id", UUID.class)),
                        Optional.ofNullable(row.getObject("message_rule_id", UUID.class))))
                .optional();
    }

    /** Keeps what decided now in place of what decided before; what made it private, was noted or said stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID requestId, Optional<Danger> danger, By priorityBy, Ruling ruling) {
        jdbc.sql(KEEP).params(parameters(requestId, danger, priorityBy, ruling)).update();
    }

    /** As {@link #keep}, of a request that is about to be stored. */
    public void begin(RequestArriving arriving, Optional<Danger> danger, By priorityBy, Ruling ruling) {
        arriving.exchange().add(KEEP, parameters(arriving.request().id(), danger, priorityBy, ruling));
    }

    private static Map<String, @Nullable Object> parameters(
            UUID requestId, Optional<Danger> danger, By priorityBy, Ruling ruling) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("request", requestId);
        values.put("danger", danger.map(Enum::name).orElse(null));
        values.put("by", priorityBy.name());
        values.put("priority", id(ruling.priority()));
        values.put("team", id(ruling.team()));
        values.put("private", id(ruling.isPrivate()));
        values.put("forward", id(ruling.forwardTo()));
        values.put("note", id(ruling.note()));
        values.put("message", id(ruling.message()));
        return values;
    }

    /** Somebody chose the priority: no rule changes it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prioritisedByPerson(UUID requestId) {
        jdbc.sql("""
                        insert into request.ruling (jurisdiction_id, request_id, priority_by)
                        values (access.current_jurisdiction(), :request, 'PERSON')
                        on conflict (jurisdiction_id, request_id) do update set priority_by = 'PERSON', priority_rule_id = null
                        """).param("request", requestId).update();
    }

    private static <T> @Nullable UUID id(Optional<Ruling.Decided<T>> decided) {
        return decided.map(by -> by.rule().id()).orElse(null);
    }
}
