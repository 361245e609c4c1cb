package org.vigie.dispatch.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.intake.Circumstances;
import org.vigie.intake.Treatment;
import org.vigie.request.rules.Facts;
import org.vigie.request.rules.Reason;
import org.vigie.request.rules.Rule;
import org.vigie.request.rules.RuleBook;
import org.vigie.request.rules.RuleDrafts;
import org.vigie.request.rules.RuleSentences;
import org.vigie.request.rules.RuleState;
import org.vigie.request.rules.Rules;
import org.vigie.team.Team;
import tools.jackson.databind.json.JsonMapper;

/** Tries a draft on the requests of a period, and keeps what it found with the text that was tried. */
@Component
public class Trials {

    static final int MOST = 20_000;

    private static final Duration USUAL = Duration.ofDays(30);
    private static final int EXAMPLES = 50;

    private final Rules rules;
    private final RuleDrafts drafts;
    private final PastReports reports;
    private final Circumstances circumstances;
    private final Treatment treatment;
    private final RuleSentences sentences;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate reading;

    Trials(
            Rules rules,
            RuleDrafts drafts,
            PastReports reports,
            Circumstances circumstances,
            Treatment treatment,
            RuleSentences sentences,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.drafts = drafts;
        this.reports = reports;
        this.circumstances = circumstances;
        this.treatment = treatment;
        this.sentences = sentences;
        this.json = json;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * @param from empty: thirty days before {@code until}
     * @param until empty: now
     * @throws Refusal not-found, rule-is-not-a-draft, period-reversed
     */
    public Rule run(UUID id, Optional<Instant> from, Optional<Instant> until) {
        Rule draft = rules.get(id);
        if (draft.state() != RuleState.DRAFT) {
            throw new Refusal(Refusal.Kind.CONFLICT, "rule-is-not-a-draft", draft.code());
        }
        Instant end = until.orElse(clock.instant()).truncatedTo(ChronoUnit.MILLIS);
        Instant begin = from.orElse(end.minus(USUAL));
        if (!begin.isBefore(end)) {
            throw Refusal.invalid("period-reversed");
        }
        // Read-only: whoever may write looks at every question whether what is kept in memory has changed.
        Trial trial = Objects.requireNonNull(reading.execute(status -> of(draft, begin, end)));
        return drafts.keepTrial(draft, json.writeValueAsString(trial));
    }

    private Trial of(Rule draft, Instant from, Instant until) {
        long start = System.nanoTime();
        List<PastReports.Past> past = reports.list(from, until, MOST + 1);
        boolean truncated = past.size() > MOST;
        Count count = new Count(draft);
        past.stream().limit(MOST).forEach(count::add);
        return count.trial(from, until, Math.min(past.size(), MOST), truncated, start);
    }

    /** One trial under way. Only where the draft, or the version that it replaces, holds can anything differ. */
    private final class Count {

        private final Rule draft;
        private final Optional<Rule> replaced;
        private final Circumstances.Book without;
        private final Circumstances.Book with;
        /** Kept with the rule for everybody: in the language of the commune. */
        private final Locale locale =
                Locale.forLanguageTag(CurrentJurisdiction.get().locale());

        private final Map<String, Trial.TeamCount> teams = new HashMap<>();
        private final List<Trial.Example> changing = new ArrayList<>();
        private final List<Trial.Example> unchanged = new ArrayList<>();
        private int matched;
        private int decided;
        private int otherTeam;
        private int otherPriority;
        private int becomePrivate;
        private int forwarded;

        Count(Rule draft) {
            this.draft = draft;
            RuleBook now = rules.now();
            this.replaced = now.find(draft.code());
            this.without = circumstances.with(now).silent();
            this.with = circumstances.with(now.with(draft)).silent();
        }

        void add(PastReports.Past past) {
            Facts facts = circumstances.facts(past.report(), with);
            Optional<List<Reason>> reasons = RuleBook.holds(draft, facts);
            boolean held = replaced.flatMap(rule -> RuleBook.holds(rule, facts)).isPresent();
            if (reasons.isEmpty() && !held) {
                return;
            }
            Treatment.Outcome before = treatment.of(past.report(), without);
            Treatment.Outcome after = treatment.of(past.report(), with);
            count(before, after, reasons.isPresent());
            example(past, before, after, reasons);
        }

        private void count(Treatment.Outcome before, Treatment.Outcome after, boolean holds) {
            matched += holds ? 1 : 0;
            decided += after.ruling().all().anyMatch(by -> by.rule().id().equals(draft.id())) ? 1 : 0;
            otherPriority += before.priority() != after.priority() ? 1 : 0;
            becomePrivate += !before.isPrivate() && after.isPrivate() ? 1 : 0;
            forwarded += isForwarded(after) && !isForwarded(before) ? 1 : 0;
            if (changesTeam(before, after)) {
                otherTeam++;
                team(before.choice().team(), 1, 0);
                team(after.choice().team(), 0, 1);
            }
        }

        private void team(Team team, int before, int after) {
            teams.merge(
                    team.code(),
                    new Trial.TeamCount(team.code(), team.name(), before, after),
                    (one, other) -> new Trial.TeamCount(
                            one.code(), one.name(), one.before() + other.before(), one.after() + other.after()));
        }

        private void example(
                PastReports.Past past,
                Treatment.Outcome before,
                Treatment.Outcome after,
                Optional<List<Reason>> reasons) {
            boolean changes = changesTeam(before, after)
                    || before.priority() != after.priority()
                    || before.isPrivate() != after.isPrivate()
                    || isForwarded(before) != isForwarded(after);
            List<Trial.Example> kept = changes ? changing : unchanged;
            if (kept.size() < EXAMPLES) {
                kept.add(new Trial.Example(
                        past.id(),
                        past.number(),
                        past.report().category().name(),
                        past.report().at(),
                        past.report().place().position().orElse(null),
                        before.choice().team().code(),
                        after.choice().team().code(),
                        before.priority(),
                        after.priority(),
                        changes,
                        sentences.reasons(
                                reasons.orElse(List.of()), with.names().get(), locale)));
            }
        }

        Trial trial(Instant from, Instant until, int requests, boolean truncated, long startNanos) {
            changing.addAll(unchanged);
            return new Trial(
                    from,
                    until,
                    requests,
                    truncated,
                    matched,
                    decided,
                    otherTeam,
                    otherPriority,
                    becomePrivate,
                    forwarded,
                    teams.values().stream()
                            .sorted(Comparator.comparingInt((Trial.TeamCount team) -> team.before() - team.after())
                                    .thenComparing(Trial.TeamCount::code))
                            .toList(),
                    changing.stream().limit(EXAMPLES).toList(),
                    (System.nanoTime() - startNanos) / 1_000_000);
        }
    }

    private static boolean changesTeam(Treatment.Outcome before, Treatment.Outcome after) {
        return !before.choice().team().id().equals(after.choice().team().id());
    }

    private static boolean isForwarded(Treatment.Outcome outcome) {
        return outcome.choice().assignment().authorityId().isPresent();
    }
}
