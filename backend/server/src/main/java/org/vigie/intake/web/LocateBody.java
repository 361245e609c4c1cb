package org.vigie.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Competence;
import org.vigie.catalogue.calendar.Length;
import org.vigie.request.Priority;
import org.vigie.team.TeamChoice;
import org.vigie.territory.Placement;

/**
 * Where a position falls and who would answer there.
 *
 * @param inside the jurisdiction
 * @param usualSector the one that the lookup gives, when a person chose another
 * @param neighbours sectors so near that a person may choose one of them instead
 * @param offered whether the category may be reported there now
 * @param team named to staff only
 * @param urgent whether it would be treated as urgent
 * @param priority told to staff only
 */
record LocateBody(
        boolean inside,
        @Nullable SectorBody sector,
        PlacementBody placement,
        @Nullable SectorBody usualSector,
        List<NeighbourBody> neighbours,
        @Nullable Boolean offered,
        @Nullable List<MessageBody> messages,
        @Nullable OrganisationBody organisation,
        @Nullable String service,
        @Nullable TeamBody team,
        @Nullable List<PromiseBody> promises,
        @Nullable Boolean urgent,
        @Nullable PriorityBody priority) {

    record SectorBody(String code, String name, int version) {}

    /** @param metresToEdge absent without sectors */
    record PlacementBody(Placement.Rule rule, @Nullable Double metresToEdge, String sentence) {}

    record NeighbourBody(String code, String name, double metres) {}

    record MessageBody(String text, Instant until, boolean refuses) {}

    /**
     * @param forwarded it does not work here: the request would be handed on to it
     * @param reason why it is competent
     * @param sentence the reason and what follows from it
     */
    record OrganisationBody(String name, boolean forwarded, Competence.Rule rule, String reason, String sentence) {}

    /** @param sentence why, with who answers and which teams could not */
    record TeamBody(UUID id, String code, String name, TeamChoice.Rule rule, String sentence) {}

    /** @param calendar on which it is counted, by its name; absent round the clock */
    record PromiseBody(
            Commitment commitment,
            int amount,
            Length.Unit unit,
            @Nullable String calendar) {}

    /** @param sentence why: what it is about, the danger told, what lies near */
    record PriorityBody(Priority priority, String sentence) {}
}
