package org.vigie.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Promises;
import org.vigie.catalogue.RequestKind;

class CoverageTest {

    private static final UUID CENTRE = UUID.randomUUID();
    private static final UUID NORTH = UUID.randomUUID();
    private static final Team ROADS_CENTRE = team("E1", Team.Kind.REGULAR);
    private static final Team ROADS = team("E2", Team.Kind.REGULAR);
    private static final Team CENTRE_TEAM = team("E3", Team.Kind.REGULAR);
    private static final Team URGENT = team("U1", Team.Kind.URGENT);
    private static final Team DESK = team("ACCUEIL", Team.Kind.DESK);
    private final Category pothole = category(false);
    private final Category danger = category(true);

    private final Coverage coverage = new Coverage(
            Map.of(
                    new Coverage.Cell(CENTRE, pothole.id()), ROADS_CENTRE,
                    new Coverage.Cell(null, pothole.id()), ROADS,
                    new Coverage.Cell(CENTRE, null), CENTRE_TEAM),
            Optional.of(URGENT),
            DESK);

    @Test
    void prefersTheTeamOfSectorAndCategoryOverEveryWiderCoverage() {
        assertThat(coverage.choose(CENTRE, pothole))
                .isEqualTo(new TeamChoice(ROADS_CENTRE, TeamChoice.Rule.SECTOR_AND_CATEGORY));
    }

    @Test
    void fallsBackToTheCategoryThenTheSectorThenTheLastResort() {
        Category other = category(false);
        assertThat(coverage.choose(NORTH, pothole)).isEqualTo(new TeamChoice(ROADS, TeamChoice.Rule.CATEGORY));
        assertThat(coverage.choose(CENTRE, other)).isEqualTo(new TeamChoice(CENTRE_TEAM, TeamChoice.Rule.SECTOR));
        assertThat(coverage.choose(NORTH, other)).isEqualTo(new TeamChoice(DESK, TeamChoice.Rule.LAST_RESORT));
        assertThat(coverage.choose(null, other)).isEqualTo(new TeamChoice(DESK, TeamChoice.Rule.LAST_RESORT));
    }

    @Test
    void sendsWhatIsUrgentToTheUrgentTeamWhereverItIs() {
        assertThat(coverage.choose(null, danger)).isEqualTo(new TeamChoice(URGENT, TeamChoice.Rule.URGENT));
    }

    @Test
    void treatsUrgentCategoriesByCoverageWhereThereIsNoUrgentTeam() {
        Coverage without = new Coverage(Map.of(new Coverage.Cell(CENTRE, null), CENTRE_TEAM), Optional.empty(), DESK);
        assertThat(without.choose(CENTRE, danger).rule()).isEqualTo(TeamChoice.Rule.SECTOR);
    }

    private static Team team(String code, Team.Kind kind) {
        return new Team(UUID.randomUUID(), code, code, Optional.empty(), kind, kind == Team.Kind.DESK, 10);
    }

    private static Category category(boolean urgent) {
        UUID id = UUID.randomUUID();
        return new Category(
                id,
                id.toString(),
                "Catégorie",
                "voirie",
                "",
                "street",
                RequestKind.INCIDENT,
                false,
                urgent,
                new Category.ServiceName(UUID.randomUUID(), "voirie", "Voirie"),
                new Promises(60, Optional.empty(), Optional.of(120), 240),
                50);
    }
}
