package org.vigie.intake;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.CompetenceSentences;
import org.vigie.catalogue.Competences;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
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
            Assignment assignment) {}

    private final Competences competences;
    private final CompetenceSentences sentences;
    private final Coverages coverages;
    private final TeamSentences teamSentences;
    private final Teams teams;
    private final Clock clock;

    Responsible(
            Competences competences,
            CompetenceSentences sentences,
            Coverages coverages,
            TeamSentences teamSentences,
            Teams teams,
            Clock clock) {
        this.competences = competences;
        this.sentences = sentences;
        this.coverages = coverages;
        this.teamSentences = teamSentences;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * @param chosenTeam by somebody: it goes before every rule
     * @param urgent more so than the category usually is, perhaps
     * @throws Refusal unknown-team when there is none of that id
     */
    public Choice choose(Place place, Category category, Optional<UUID> chosenTeam, boolean urgent) {
        Optional<Team> chosen =
                chosenTeam.map(id -> teams.find(id).orElseThrow(() -> Refusal.invalid("unknown-team", id)));
        Competence competence = competences.now().find(category, place.position(), clock.instant());
        UUID service = competence.service().id();
        Coverage coverage = coverages.read();
        Occasion occasion = Occasion.usual(place.sectorId(), category, clock.instant())
                .forService(service)
                .urgent(urgent);
        TeamChoice rule = coverage.choose(occasion);
        Optional<ReferentChoice> referent = coverage.referent(
                new ReferentQuestion(service, category.id(), place.sectorId().orElse(null)),
                clock.instant().atZone(CurrentJurisdiction.get().zone()));
        Assignment assignment = chosen.map(team -> new Assignment(service, team.id(), Assignment.Rule.DISPATCHER, ""))
                .orElseGet(() -> new Assignment(
                        service,
                        rule.team().id(),
                        Assignment.Rule.valueOf(rule.rule().name()),
                        explain(rule, referent, category, local()),
                        competence.isForwarded() && !occasion.urgent()
                                ? Optional.of(competence.organisation().id())
                                : Optional.empty()));
        return new Choice(competence, rule, referent, chosen.orElse(rule.team()), occasion.urgent(), assignment);
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
    public String explainTeam(Choice choice, Category category, Locale locale) {
        return explain(choice.rule(), choice.referent(), category, locale);
    }

    private String explain(TeamChoice rule, Optional<ReferentChoice> referent, Category category, Locale locale) {
        return (teamSentences.of(rule, category, locale) + " " + teamSentences.referent(referent, locale)).strip();
    }

    private static Locale local() {
        return Locale.forLanguageTag(CurrentJurisdiction.get().locale());
    }
}
