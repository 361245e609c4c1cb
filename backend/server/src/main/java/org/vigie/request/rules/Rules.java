package org.vigie.request.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the jurisdiction that is open. Those that hold are kept in memory. */
@Repository
public class Rules {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String SELECT = """
            select r.*, encode(r.trial_of, 'hex') as tried, h.display_name as changed_name, a.display_name as activated_name
            from request.rule r
            left join access.account h on h.jurisdiction_id = r.jurisdiction_id and h.account_id = r.changed_by
            left join access.account a on a.jurisdiction_id = r.jurisdiction_id and a.account_id = r.activated_by
            """;

    private final JdbcClient jdbc;
    private final Modules modules;
    private final JurisdictionSnapshot<RuleBook> snapshot;

    Rules(JdbcClient jdbc, Modules modules, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.snapshot = snapshots.of("rules", this::read);
    }

    /** What holds now: no rule where the town does without them. */
    public RuleBook now() {
        RuleBook book = snapshot.get();
        return modules.isOn(ModuleName.RULES) ? book : new RuleBook(List.of(), book.codes());
    }

    /** In the order in which they are asked; drafts after them by code, what is retired last, the newest first. */
    @Transactional(readOnly = true)
    public List<Rule> list() {
        return jdbc.sql(SELECT + """
                        order by array_position(array['ACTIVE', 'DRAFT', 'RETIRED'], r.state),
                            case when r.state = 'ACTIVE' then r.position end, r.retired_at desc nulls last, r.code collate "C", r.version desc
                        """).query(Rules::rule).list();
    }

    @Transactional(readOnly = true)
    public Optional<Rule> find(UUID id) {
        return jdbc.sql(SELECT + " where r.rule_id = :id")
                .param("id", id)
                .query(Rules::rule)
                .optional();
    }

    /** @throws Refusal not-found when there is none of that id */
    @Transactional(readOnly = true)
    public Rule get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("rule"));
    }

    /** On how many requests each rule has decided something, by id; those that never did are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> decided() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select d.rule_id, count(distinct u.request_id) as requests
                        from request.ruling u, lateral unnest(array[u.priority_rule_id, u.team_rule_id, u.private_rule_id, u.forward_rule_id,
                            u.note_rule_id, u.message_rule_id]) as d(rule_id)
                        where num_nonnulls(u.priority_rule_id, u.team_rule_id, u.private_rule_id, u.forward_rule_id, u.note_rule_id,
                            u.message_rule_id) > 0 and d.rule_id is not null
                        group by d.rule_id
                        """).query(row -> {
            counts.put(row.getObject("rule_id", UUID.class), row.getInt("requests"));
        });
        return counts;
    }

    void forget() {
        snapshot.forget();
    }

    private RuleBook read() {
        Map<UUID, String> codes = new HashMap<>();
        jdbc.sql("""
                        select place_class_id as id, code from request.place_class
                        union all select ground_id, code from catalogue.ground
                        union all select s.sector_id, s.code from territory.sector s
                            join territory.sector_set st using (jurisdiction_id, sector_set_id) where st.serves
                        """).query(row -> {
            codes.put(row.getObject("id", UUID.class), row.getString("code"));
        });
        return new RuleBook(
                jdbc.sql(SELECT + " where r.state = 'ACTIVE'")
                        .query(Rules::rule)
                        .list(),
                codes);
    }

    private static Rule rule(ResultSet row, int rowNumber) throws SQLException {
        RuleReader.Read read = RuleReader.readStored(JSON.readTree(row.getString("body")));
        String figures = row.getString("trial");
        String tried = row.getString("tried");
        return new Rule(
                row.getObject("rule_id", UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                RuleState.valueOf(row.getString("state")),
                row.getInt("position"),
                read.text(),
                read.references(),
                figures == null ? Optional.empty() : Optional.of(new Rule.KeptTrial(figures, tried)),
                new Rule.Times(
                        row.getTimestamp("changed_at").toInstant(),
                        Optional.ofNullable(row.getString("changed_name")),
                        instant(row.getTimestamp("activated_at")),
                        Optional.ofNullable(row.getString("activated_name")),
                        instant(row.getTimestamp("retired_at"))),
                row.getInt("revision"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
