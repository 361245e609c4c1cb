package org.vigie.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.CompetenceLookup;
import org.vigie.catalogue.CompetenceSentences;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.request.rules.RuleSentences;
import org.vigie.request.rules.Ruling;
import org.vigie.team.Coverage;
import org.vigie.team.Occasion;
import org.vigie.team.ReferentChoice;
import org.vigie.team.ReferentQuestion;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.TeamSentences;
import org.vigie.team.Teams;

/** Which organisation, service and team answer for a category at a place, now. */
@Component
public class Responsible {

    /**
     * @param rule whom the rules name, which a person may have overruled
     * @param urgent then our own team goes first, whoever is competent
     * @param referent who speaks for the service today
     * @param assignment names organisation, service and team as a request keeps them
     */
    public record Choice(
            Competence competence,
            TeamChoice rule,
            Optional<ReferentChoice> referent,
            Team team,
            boolean urgent,
            Assignment assignment,
            Question question) {

        /** Handed on because a rule says so, not because of whose road it is. */
        boolean isForwardedByRule() {
            return competence.rule() == Competence.Rule.RULE
                    && assignment.authorityId().isPresent();
        }
    }

    /**
     * @param chosenTeam by somebody: it goes before every rule
     * @param urgent more so than the category usually is, perhaps
     * @param ruling of the rules that the town wrote
     */
    record Question(
            Place place,
            Category category,
            Optional<UUID> chosenTeam,
            boolean urgent,
            Instant at,
            Ruling ruling,
            Circumstances.Book book) {}

    private final CompetenceSentences sentences;
    private final TeamSentences teamSentences;
    private final RuleSentences ruleSentences;
    private final Teams teams;

    Responsible(CompetenceSentences sentences, TeamSentences teamSentences, RuleSentences ruleSentences, Teams teams) {
        this.sentences = sentences;
        this.teamSentences = teamSentences;
        this.ruleSentences = ruleSentences;
        this.teams = teams;
    }

    /** @throws Refusal unknown-team when somebody chose one that is not there */
    Choice choose(Question asked) {
        Category category = asked.category();
        Optional<Team> chosen = asked.chosenTeam()
                .map(id -> teams.findActive(id).orElseThrow(() -> Refusal.invalid("unknown-team", id)));
        Competence competence = competence(asked);
        UUID service = competence.service().id();
        Coverage coverage = asked.book().picture().coverage();
        Occasion occasion = Occasion.usual(asked.place().sectorId(), category, asked.at())
                .forService(service)
                .urgent(asked.urgent());
        Optional<Team> ruled = asked.ruling().team().flatMap(by -> coverage.team(by.value()));
        TeamChoice rule = coverage.choose(occasion, ruled);
        Optional<ReferentChoice> referent = coverage.referent(
                new ReferentQuestion(
                        service, category.id(), asked.place().sectorId().orElse(null)),
                asked.at().atZone(CurrentJurisdiction.get().zone()));
        boolean handedOn = competence.isForwarded() && !occasion.urgent();
        Assignment assignment = chosen.map(team -> new Assignment(service, team.id(), Assignment.Rule.DISPATCHER, ""))
                .orElseGet(() -> new Assignment(
                        service,
                        rule.team().id(),
                        Assignment.Rule.valueOf(rule.rule().name()),
                        asked.book().tells() ? explain(rule, referent, asked, local()) : "",
                        handedOn ? Optional.of(competence.organisation().id()) : Optional.empty()));
        return new Choice(competence, rule, referent, chosen.orElse(rule.team()), occasion.urgent(), assignment, asked);
    }

    private Competence competence(Question asked) {
        CompetenceLookup lookup = asked.book().picture().competences();
        return asked.ruling()
                .forwardTo()
                .flatMap(by -> lookup.ruled(UUID.fromString(by.value()), asked.category()))
                .orElseGet(() -> lookup.find(asked.category(), asked.place().position(), asked.at()));
    }

    /** Why that organisation. */
    public String explain(Choice choice, Category category, Locale locale) {
        return sentences.of(choice.competence(), category, choice.urgent(), locale);
    }

    /** As {@link #explain(Choice, Category, Locale)}, without what follows from it. */
    public String explainCompetence(Choice choice, Category category, Locale locale) {
        return sentences.why(choice.competence(), category, locale);
    }

    /** Why that team, and who speaks for the service; for staff. */
    public String explainTeam(Choice choice, Locale locale) {
        return explain(choice.rule(), choice.referent(), choice.question(), locale);
    }

    private String explain(TeamChoice rule, Optional<ReferentChoice> referent, Question asked, Locale locale) {
        Ruling ruling = asked.ruling();
        Stream<Ruling.Decided<String>> deciding = Stream.concat(
                ruling.team().filter(by -> rule.rule() == TeamChoice.Rule.RULE).stream(), ruling.forwardTo().stream());
        String rules = deciding.map(
                        by -> ruleSentences.why(by, asked.book().names().get(), locale))
                .distinct()
                .collect(Collectors.joining(" "));
        return Stream.of(
                        teamSentences.of(rule, asked.category(), locale),
                        rules,
                        teamSentences.referent(referent, locale))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Locale local() {
        return Locale.forLanguageTag(CurrentJurisdiction.get().locale());
    }
}
