package org.vigie.dispatch.preview;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Category;
import org.vigie.team.Coverage;
import org.vigie.team.Occasion;
import org.vigie.team.TeamChoice;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.draft.DraftGround;

/** Places by a draft or by the version before, and gives to teams by the rules of today. */
record Rules(DraftGround ground, Coverage coverage, Map<UUID, Category> categories, Set<String> untouched) {

    Rules(DraftGround ground, Coverage coverage, Map<UUID, Category> categories) {
        this(ground, coverage, categories, ground.untouched());
    }

    /** Where a request of a category falls, and whose it is there by rule. */
    record Placed(Placement placement, TeamChoice choice) {

        @Nullable
        String sectorCode() {
            return placement.sector().map(LocatedSector::code).orElse(null);
        }

        UUID teamId() {
            return choice.team().id();
        }
    }

    Placement before(PlacedRequests.Placed request) {
        return ground.lookupBefore().locate(request.position(), request.chosenSectorId());
    }

    /** What lies within a sector that is as it was stays in it. */
    Placement after(PlacedRequests.Placed request, Placement before) {
        boolean stays = before.rule() == Placement.Rule.INSIDE
                && before.sector()
                        .filter(sector -> untouched.contains(sector.code()))
                        .isPresent();
        return stays ? before : ground.lookupAfter().locate(request.position(), request.chosenSectorId());
    }

    Placed placed(Placement placement, UUID categoryId) {
        Category category = Objects.requireNonNull(categories.get(categoryId));
        Optional<UUID> sector = placement.sector().map(this::servedAs);
        return new Placed(placement, coverage.choose(Occasion.atAnyHour(sector, category)));
    }

    /** A new sector that nobody is named for is given the teams of the one it was part of when it is published. */
    private UUID servedAs(LocatedSector sector) {
        return coverage.names(sector.sectorId()) ? sector.sectorId() : ground.servedAs(sector.code());
    }
}
