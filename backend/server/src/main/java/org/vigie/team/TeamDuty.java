package org.vigie.team;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.territory.JurisdictionAdded;
import org.vigie.territory.ServingTeams;

/** What {@code territory} asks of teams: somebody of last resort from the first moment, and who serves a sector. */
@Component
class TeamDuty implements ServingTeams {

    private static final int CAPACITY = 40;

    private final Teams teams;
    private final Coverages coverages;

    TeamDuty(Teams teams, Coverages coverages) {
        this.teams = teams;
        this.coverages = coverages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void receive(JurisdictionAdded added) {
        boolean french = Locale.forLanguageTag(added.jurisdiction().locale())
                .getLanguage()
                .equals("fr");
        teams.add(new Team(
                Ids.next(),
                "ACCUEIL",
                french ? "Accueil" : "Front office",
                Optional.empty(),
                Team.Kind.DESK,
                true,
                CAPACITY));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ServingTeam> find(UUID sectorId) {
        Team team = coverages.read().chooseForAnyCategory(sectorId);
        return Optional.of(new ServingTeam(team.code(), team.name()));
    }
}
