package org.vigie.request.rules;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;

/** Writes rules: drafts while they are drafts, and the steps from draft to active to retired. */
@Repository
public class RuleDrafts {

    private static final int LONGEST_NAME = 200;

    /**
     * What somebody wrote.
     *
     * @param position where it would be asked, from 1; a new version of an active rule takes that one's place whatever this is
     */
    public record Written(String code, String name, int position, RuleReader.Read read) {}

    private final JdbcClient jdbc;
    private final Rules rules;
    private final Vocabularies vocabularies;
    private final Clock clock;

    RuleDrafts(JdbcClient jdbc, Rules rules, Vocabularies vocabularies, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /**
     * Begins a draft under an id of the client's; sent twice it is one.
     *
     * @throws Refusal rule-code-malformed, rule-name-missing, rule-has-a-draft
     */
    @Transactional
    public Rule begin(UUID id, Written written) {
        Optional<Rule> before = rules.find(id);
        if (before.isPresent()) {
            return before.get();
        }
        check(written);
        List<Rule> versions = rules.list().stream()
                .filter(rule -> rule.code().equals(written.code()))
                .toList();
        if (versions.stream().anyMatch(rule -> rule.state() == RuleState.DRAFT)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-has-a-draft", written.code());
        }
        jdbc.sql("""
                        insert into request.rule (jurisdiction_id, rule_id, code, version, name, state, position, body, changed_at, changed_by)
                        values (access.current_jurisdiction(), :id, :code, :version, :name, 'DRAFT', :position, cast(:body as jsonb), :now, :by)
                        """)
                .param("id", id)
                .param("code", written.code())
                .param(
                        "version",
                        versions.stream().mapToInt(Rule::version).max().orElse(0) + 1)
                .param("name", written.name().strip())
                .param("position", Math.max(1, written.position()))
                .param("body", RuleWriter.write(written.read().text()).toString())
                .param("now", now())
                .param("by", me())
                .update();
        refer(id, written.read().references());
        return rules.get(id);
    }

    /** Changes a draft; its code stays. What was tried before is not what it says now, unless the text is the same. */
    @Transactional
    public Rule save(UUID id, int revision, Written written) {
        Rule before = toChange(id, revision);
        check(written);
        jdbc.sql("""
                        update request.rule set name = :name, position = :position, body = cast(:body as jsonb), changed_at = :now,
                            changed_by = :by, revision = revision + 1
                        where rule_id = :id
                        """)
                .param("id", before.id())
                .param("name", written.name().strip())
                .param("position", Math.max(1, written.position()))
                .param("body", RuleWriter.write(written.read().text()).toString())
                .param("now", now())
                .param("by", me())
                .update();
        refer(id, written.read().references());
        return rules.get(id);
    }

    @Transactional
    public void discard(UUID id, int revision) {
        toChange(id, revision);
        jdbc.sql("delete from request.rule where rule_id = :id").param("id", id).update();
        rules.forget();
    }

    /** Keeps what a trial found of the text as it stands; the revision stays, since nothing that anybody edits changes. */
    @Transactional
    public Rule keepTrial(Rule tried, String figures) {
        jdbc.sql("update request.rule set trial = cast(:trial as jsonb), trial_of = decode(:sha, 'hex') "
                        + "where rule_id = :id and state = 'DRAFT' and revision = :revision")
                .param("id", tried.id())
                .param("trial", figures)
                .param("sha", RuleWriter.sha256(tried.text()))
                .param("revision", tried.revision())
                .update();
        return rules.get(tried.id());
    }

    /**
     * Lets a draft decide, in the place of the version that did.
     *
     * @throws Refusal rule-not-tried unless exactly this text was; a {@link RuleFault} when what it speaks of has ended since
     */
    @Transactional
    public Rule activate(UUID id, int revision) {
        Rule draft = toChange(id, revision);
        if (!draft.isTried()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-not-tried", draft.code());
        }
        vocabularies.read().faults(draft.references()).stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        List<Rule> active = active();
        Optional<Rule> before =
                active.stream().filter(rule -> rule.code().equals(draft.code())).findFirst();
        before.ifPresent(this::retire);
        int position = before.map(Rule::position).orElseGet(() -> Math.min(draft.position(), active.size() + 1));
        if (before.isEmpty()) {
            jdbc.sql("update request.rule set position = position + 1 where state = 'ACTIVE' and position >= :position")
                    .param("position", position)
                    .update();
        }
        jdbc.sql("""
                        update request.rule set state = 'ACTIVE', position = :position, activated_at = :now, activated_by = :by,
                            revision = revision + 1
                        where rule_id = :id
                        """)
                .param("id", id)
                .param("position", position)
                .param("now", now())
                .param("by", me())
                .update();
        rules.forget();
        return rules.get(id);
    }

    /** @throws Refusal rule-is-not-active */
    @Transactional
    public Rule retire(UUID id, int revision) {
        Rule rule = lock(id, revision);
        if (rule.state() != RuleState.ACTIVE) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-is-not-active", rule.code());
        }
        retire(rule);
        jdbc.sql("update request.rule set position = position - 1 where state = 'ACTIVE' and position > :position")
                .param("position", rule.position())
                .update();
        rules.forget();
        return rules.get(id);
    }

    /**
     * Asks the active rules in that order from now on.
     *
     * @param ids of all of them
     * @throws Refusal rule-order-changed when others are active by now
     */
    @Transactional
    public void order(List<UUID> ids) {
        List<UUID> known = active().stream().map(Rule::id).sorted().toList();
        if (!ids.stream().sorted().toList().equals(known)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-order-changed", known.size());
        }
        jdbc.sql("update request.rule set position = array_position(:ids, rule_id) where state = 'ACTIVE'")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        rules.forget();
    }

    private void retire(Rule rule) {
        jdbc.sql("""
                        update request.rule set state = 'RETIRED', retired_at = :now, retired_by = :by, revision = revision + 1
                        where rule_id = :id
                        """)
                .param("id", rule.id())
                .param("now", now())
                .param("by", me())
                .update();
        jdbc.sql("delete from request.rule_reference where rule_id = :id")
                .param("id", rule.id())
                .update();
    }

    /** The order is one thing: whoever changes it waits for whoever does. */
    private List<Rule> active() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(access.current_jurisdiction()::text, 140))")
                .query((row, n) -> true)
                .single();
        return rules.list().stream()
                .filter(rule -> rule.state() == RuleState.ACTIVE)
                .toList();
    }

    private Rule toChange(UUID id, int revision) {
        Rule rule = lock(id, revision);
        if (rule.state() != RuleState.DRAFT) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-is-not-a-draft", rule.code());
        }
        return rule;
    }

    private Rule lock(UUID id, int revision) {
        jdbc.sql("select rule_id from request.rule where rule_id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        Rule rule = rules.get(id);
        if (rule.revision() != revision) {
            throw new Refusal(
                    Refusal.Kind.CHANGED_MEANWHILE,
                    "rule-changed-meanwhile",
                    rule.times().changedBy().orElse("Vigie"),
                    rule.times().changedAt());
        }
        return rule;
    }

    private static void check(Written written) {
        if (!written.code().matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            throw Refusal.invalid("rule-code-malformed", written.code());
        }
        String name = written.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusal.invalid("rule-name-missing", LONGEST_NAME);
        }
    }

    /** What it speaks of cannot be deleted from now on. */
    private void refer(UUID id, List<Reference> references) {
        jdbc.sql("delete from request.rule_reference where rule_id = :id")
                .param("id", id)
                .update();
        Vocabulary vocabulary = vocabularies.read();
        int number = 0;
        for (Reference reference : references) {
            jdbc.sql("insert into request.rule_reference (jurisdiction_id, rule_id, reference_number, "
                            + reference.kind().column()
                            + ") values (access.current_jurisdiction(), :rule, :number, :id)")
                    .param("rule", id)
                    .param("number", ++number)
                    .param(
                            "id",
                            vocabulary
                                    .find(reference.kind(), reference.code())
                                    .orElseThrow()
                                    .id())
                    .update();
        }
    }

    private static @Nullable UUID me() {
        return SignedIn.find().map(SignedInAccount::accountId).orElse(null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
