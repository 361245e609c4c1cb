package org.vigie.intake;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.CompetenceSentences;
import org.vigie.catalogue.Competences;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.TeamChoice;
import org.vigie.team.Teams;

/** Which organisation, service and team answer for a category at a place, now. */
@Component
public class Responsible {

    /** @param assignment names organisation, service and team as a request keeps them */
    public record Choice(Competence competence, Team team, Assignment assignment) {}

    private final Competences competences;
    private final CompetenceSentences sentences;
    private final Coverages coverages;
    private final Teams teams;
    private final Clock clock;

    Responsible(Competences competences, CompetenceSentences sentences, Coverages coverages, Teams teams, Clock clock) {
        this.competences = competences;
        this.sentences = sentences;
        this.coverages = coverages;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * @param chosenTeam by somebody: it goes before every rule
     * @throws Refusal unknown-team when there is none of that id
     */
    public Choice choose(Place place, Category category, Optional<UUID> chosenTeam) {
        Optional<Team> chosen =
                chosenTeam.map(id -> teams.find(id).orElseThrow(() -> Refusal.invalid("unknown-team", id)));
        Competence competence = competences.now().find(category, place.position(), clock.instant());
        TeamChoice rule = coverages.read().choose(place.sectorId().orElse(null), category);
        Team team = chosen.orElse(rule.team());
        Assignment assignment = new Assignment(
                competence.service().id(),
                team.id(),
                chosen.isPresent()
                        ? Assignment.Rule.DISPATCHER
                        : Assignment.Rule.valueOf(rule.rule().name()),
                "",
                chosen.isEmpty() && competence.isForwarded()
                        ? Optional.of(competence.organisation().id())
                        : Optional.empty());
        return new Choice(competence, team, assignment);
    }

    /** Why that organisation. */
    public String explain(Choice choice, Category category, Locale locale) {
        return sentences.of(choice.competence(), category, locale);
    }
}
