package org.vigie.dispatch.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.geo.Wgs84Point;
import org.vigie.intake.Circumstances;
import org.vigie.intake.Responsible;
import org.vigie.intake.Treatment;
import org.vigie.intake.TreatmentSentences;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.Reason;
import org.vigie.request.rules.RequesterKind;
import org.vigie.request.rules.Rule;
import org.vigie.request.rules.RuleBook;
import org.vigie.request.rules.RuleSentences;
import org.vigie.request.rules.RuleState;
import org.vigie.request.rules.Rules;
import org.vigie.request.rules.Ruling;
import org.vigie.territory.SectorLocator;

/** What would become of a report that is only thought of: with a rule and without it. Nothing is kept. */
@Component
public class DryRuns {

    /**
     * A report that is only thought of.
     *
     * @param at the hour at which it would come in; null: now
     */
    public record Thought(
            String category,
            @Nullable Wgs84Point position,
            @Nullable Danger danger,
            @Nullable Channel channel,
            @Nullable RequesterKind requester,
            @Nullable String description,
            @Nullable Map<String, String> answers,
            @Nullable Instant at) {}

    /**
     * @param holds whether the rule that was asked about holds; null when none was
     * @param why it does
     */
    public record DryRun(@Nullable Boolean holds, @Nullable String why, Told with, Told without) {}

    /** @param rules which decided what, and why */
    public record Told(
            String team,
            String teamName,
            String teamWhy,
            Priority priority,
            String priorityWhy,
            boolean isPrivate,
            @Nullable String forwardedTo,
            @Nullable String note,
            @Nullable String message,
            List<Deciding> rules) {}

    /** @param outcome TEAM, PRIORITY, PRIVATE, FORWARD, NOTE or MESSAGE */
    public record Deciding(String outcome, String code, String name, String why) {}

    private final Rules rules;
    private final Categories categories;
    private final SectorLocator locator;
    private final Circumstances circumstances;
    private final Treatment treatment;
    private final Responsible responsible;
    private final TreatmentSentences sentences;
    private final RuleSentences ruleSentences;
    private final Clock clock;

    DryRuns(
            Rules rules,
            Categories categories,
            SectorLocator locator,
            Circumstances circumstances,
            Treatment treatment,
            Responsible responsible,
            TreatmentSentences sentences,
            RuleSentences ruleSentences,
            Clock clock) {
        this.rules = rules;
        this.categories = categories;
        this.locator = locator;
        this.circumstances = circumstances;
        this.treatment = treatment;
        this.responsible = responsible;
        this.sentences = sentences;
        this.ruleSentences = ruleSentences;
        this.clock = clock;
    }

    /**
     * @param about a draft, or a rule that is active: then without it is what would be; empty: without is without any rule
     * @throws Refusal unknown-category
     */
    @Transactional(readOnly = true)
    public DryRun run(Thought thought, Optional<Rule> about, Locale reader) {
        Treatment.Case report = report(thought);
        RuleBook now = rules.now();
        RuleBook with = about.filter(rule -> rule.state() == RuleState.DRAFT)
                .map(now::with)
                .orElse(now);
        RuleBook without = about.map(rule -> rule.state() == RuleState.DRAFT ? now : now.without(rule.code()))
                .orElseGet(() -> new RuleBook(List.of(), now.codes()));
        Circumstances.Book book = circumstances.with(with);
        Optional<Optional<List<Reason>>> held =
                about.map(rule -> RuleBook.holds(rule, circumstances.facts(report, book)));
        return new DryRun(
                held.map(Optional::isPresent).orElse(null),
                held.flatMap(reasons -> reasons)
                        .map(reasons ->
                                ruleSentences.reasons(reasons, book.names().get(), reader))
                        .orElse(null),
                told(treatment.of(report, book), reader),
                told(treatment.of(report, circumstances.with(without)), reader));
    }

    private Treatment.Case report(Thought thought) {
        Channel channel = Optional.ofNullable(thought.channel()).orElse(Channel.WEB);
        return new Treatment.Case(
                categories
                        .findOffered(thought.category())
                        .orElseThrow(() -> Refusal.invalid("unknown-category", thought.category())),
                Optional.ofNullable(thought.position())
                        .map(at -> Place.at(at, locator.locate(at)))
                        .orElseGet(() -> Place.toBeLocated("")),
                Optional.ofNullable(thought.danger()),
                channel,
                channel == Channel.PATROL
                        ? RequesterKind.STAFF
                        : Optional.ofNullable(thought.requester()).orElse(RequesterKind.KNOWN),
                new FoldedWords(Optional.ofNullable(thought.description()).orElse("")),
                Optional.ofNullable(thought.answers()).orElse(Map.of()),
                Optional.ofNullable(thought.at()).orElse(clock.instant()),
                Treatment.Chosen.NOTHING);
    }

    private Told told(Treatment.Outcome outcome, Locale reader) {
        Ruling ruling = outcome.ruling();
        Responsible.Choice choice = outcome.choice();
        return new Told(
                choice.team().code(),
                choice.team().name(),
                responsible.explainTeam(choice, reader),
                outcome.priority(),
                sentences.priority(outcome, reader),
                outcome.isPrivate(),
                choice.assignment()
                        .authorityId()
                        .map(id -> choice.competence().organisation().name())
                        .orElse(null),
                ruling.note().map(Ruling.Decided::value).orElse(null),
                ruling.message().map(Ruling.Decided::value).orElse(null),
                deciding(outcome, reader));
    }

    private List<Deciding> deciding(Treatment.Outcome outcome, Locale reader) {
        Ruling ruling = outcome.ruling();
        return Stream.of(
                        deciding("TEAM", ruling.team(), outcome, reader),
                        deciding("PRIORITY", ruling.priority(), outcome, reader),
                        deciding("PRIVATE", ruling.isPrivate(), outcome, reader),
                        deciding("FORWARD", ruling.forwardTo(), outcome, reader),
                        deciding("NOTE", ruling.note(), outcome, reader),
                        deciding("MESSAGE", ruling.message(), outcome, reader))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<Deciding> deciding(
            String kind, Optional<Ruling.Decided<T>> by, Treatment.Outcome outcome, Locale reader) {
        return by.map(is -> new Deciding(kind, is.rule().code(), is.rule().name(), sentences.why(outcome, is, reader)));
    }
}
