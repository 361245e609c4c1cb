package org.vigie.dispatch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.request.Assignment;
import org.vigie.request.RequestState;
import org.vigie.team.TeamChoice;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;

/**
 * What other sectors make of a request. Asked before they are published and when they are, so that what is announced is what follows:
 * every request that somebody still has to work on is placed anew; its team follows by rule, unless a dispatcher had chosen it.
 */
public record PlacedAnew(Placement placement, TeamChoice choice, boolean changesSector, boolean changesTeam) {

    /** States of requests that follow their sector; a request that is closed or somebody else's never moves. */
    public static final Set<RequestState> FOLLOWING =
            EnumSet.of(RequestState.RECEIVED, RequestState.ASSIGNED, RequestState.IN_PROGRESS, RequestState.REOPENED);

    /** Where a request is now, whose it is, and what decided that. */
    public record Now(Optional<UUID> sectorId, UUID teamId, Assignment.Rule rule) {}

    /** @param choice by rule, for the sector that the placement names */
    public static PlacedAnew of(Now now, Placement placement, TeamChoice choice) {
        boolean otherSector = !placement.sector().map(LocatedSector::sectorId).equals(now.sectorId());
        boolean otherTeam = followsTheSector(now.rule()) && !choice.team().id().equals(now.teamId());
        return new PlacedAnew(placement, choice, otherSector, otherTeam);
    }

    /** A dispatcher's choice stays, and so does what was decided by a rule, the hour, the urgency or whose competence it is. */
    private static boolean followsTheSector(Assignment.Rule rule) {
        return switch (rule) {
            case DISPATCHER, RULE, ON_CALL, URGENT, SERVICE -> false;
            default -> true;
        };
    }

    public boolean changesAnything() {
        return changesSector || changesTeam;
    }
}
