package org.vigie.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Category;
import org.vigie.request.Assignment;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Place;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;
import org.vigie.request.Request;
import org.vigie.request.Requesters;
import org.vigie.request.Requests;
import org.vigie.request.rules.FoldedWords;
import org.vigie.request.rules.RequesterKind;
import org.vigie.request.rules.Ruling;
import org.vigie.request.rules.Rulings;

/**
 * What becomes of a report: how urgent it is, whose, and what is said besides. Intake on every channel, what is told before sending, a
 * moved pin, another category, the desk's proposal, a dry run and a trial of a rule all ask here, so that none can differ.
 *
 * <p>A person's choice goes before every rule; a rule before the table of priorities, the coverage of teams and the competences.
 */
@Component
public class Treatment {

    /** What a person has decided already. */
    public record Chosen(Optional<Priority> priority, Optional<UUID> teamId) {

        public static final Chosen NOTHING = new Chosen(Optional.empty(), Optional.empty());
    }

    /**
     * What is known of a report.
     *
     * @param words that it was told in
     * @param answers to the questions of the form
     * @param at the hour that counts
     */
    public record Case(
            Category category,
            Place place,
            Optional<Danger> danger,
            Channel channel,
            RequesterKind requester,
            FoldedWords words,
            Map<String, String> answers,
            Instant at,
            Chosen chosen) {}

    /**
     * @param table what the table of priorities says
     * @param ruling only what came to hold: nothing that a person decided otherwise, no team that lacks a skill
     */
    public record Outcome(
            Case of,
            PriorityChoice table,
            Priority priority,
            Responsible.Choice choice,
            Ruling ruling,
            Circumstances.Book book) {

        public boolean isPrivate() {
            return of.category().isPrivate() || ruling.isPrivate().isPresent();
        }

        public Rulings.By priorityBy() {
            return of.chosen().priority().isPresent()
                    ? Rulings.By.PERSON
                    : ruling.priority().isPresent() ? Rulings.By.RULE : Rulings.By.TABLE;
        }
    }

    private final Circumstances circumstances;
    private final Responsible responsible;
    private final Rulings rulings;
    private final Requests requests;
    private final Requesters requesters;
    private final Clock clock;

    Treatment(
            Circumstances circumstances,
            Responsible responsible,
            Rulings rulings,
            Requests requests,
            Requesters requesters,
            Clock clock) {
        this.circumstances = circumstances;
        this.responsible = responsible;
        this.rulings = rulings;
        this.requests = requests;
        this.requesters = requesters;
        this.clock = clock;
    }

    public Outcome of(Case report) {
        return of(report, circumstances.now());
    }

    /** @throws org.vigie.access.Refusal unknown-team when a person chose one that is not there */
    public Outcome of(Case report, Circumstances.Book book) {
        PriorityChoice table = Circumstances.table(report, book);
        Priority usual = report.chosen().priority().orElse(table.priority());
        Ruling ruling = book.rules().decide(circumstances.facts(report, usual, book));
        Priority priority = report.chosen()
                .priority()
                .orElseGet(() -> ruling.priority().map(Ruling.Decided::value).orElse(usual));
        Responsible.Choice choice = responsible.choose(new Responsible.Question(
                report.place(),
                report.category(),
                report.chosen().teamId(),
                priority == Priority.URGENT,
                report.at(),
                ruling,
                book));
        Ruling held = ruling.where(
                choice.assignment().rule() == Assignment.Rule.RULE,
                report.chosen().priority().isEmpty(),
                choice.isForwardedByRule());
        return new Outcome(report, table, priority, choice, held, book);
    }

    /**
     * A request that came in before, at another place perhaps or in another category, as it would be treated now. Its hour is now: who
     * goes, goes now. A priority that a person chose stays, and so does that of a request of which nobody knows who chose it.
     */
    public Case again(Request request, Place place, Category category, Optional<UUID> chosenTeam) {
        Optional<Rulings.Kept> kept = rulings.find(request.id());
        boolean byPerson =
                kept.filter(is -> is.priorityBy() != Rulings.By.PERSON).isEmpty();
        return new Case(
                category,
                place,
                kept.flatMap(Rulings.Kept::danger),
                request.channel(),
                RequesterKind.of(request.channel(), requesters.find(request.id())),
                new FoldedWords(request.description()),
                requests.answers(request.id()).byQuestion(),
                clock.instant(),
                new Chosen(byPerson ? Optional.of(request.priority()) : Optional.empty(), chosenTeam));
    }
}
