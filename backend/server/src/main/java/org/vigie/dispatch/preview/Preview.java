package org.vigie.dispatch.preview;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.dispatch.DeskCard;
import org.vigie.team.Team;

/**
 * What a draft would mean. Figures of two are before and after.
 *
 * @param revision of the draft
 * @param moves open requests that would change sector or team
 * @param open how many open requests there are that follow their sector
 * @param pastRequests how many of the last twelve months were placed
 * @param tookMillis to compute it
 */
public record Preview(
        int revision,
        List<Move> moves,
        int open,
        int changeSector,
        int changeTeam,
        List<TeamLoad> teams,
        List<SectorLoad> sectors,
        Spread spread,
        Forecast forecast,
        int pastRequests,
        long tookMillis) {

    /** @param to null outside all sectors */
    public record Move(
            DeskCard card,
            DeskCard.@Nullable SectorName to,
            TeamName toTeam,
            boolean changesSector,
            boolean changesTeam) {}

    /** A team by what people call it. */
    public record TeamName(UUID id, String code, String name) {}

    /** Two figures of one thing. */
    public record Pair(double before, double after) {}

    /**
     * @param bySector whether it is named for sectors: only then does a draft change what it has to do
     * @param requests a month, on average of the last twelve
     * @param hours of work on site a month: requests times the median of their category
     * @param capacity requests a month that it can do: its daily capacity on 21 working days
     */
    public record TeamLoad(
            TeamName team, Team.Kind kind, boolean bySector, Pair requests, Pair hours, double capacity) {}

    /**
     * @param squareKilometres on the ellipsoid
     * @param requests a month
     * @param open requests now
     */
    public record SectorLoad(
            String code, String name, boolean changed, Pair squareKilometres, Pair requests, Pair hours, Pair open) {}

    /**
     * Over the teams that are named for sectors.
     *
     * @param variation standard deviation of the requests a month, by their mean
     * @param overCapacity how many teams have more than they can do
     */
    public record Spread(Pair variation, Pair overCapacity) {}

    /**
     * Medians of the past twelve months. Before: as it was. After: a request that would have been another team's takes the median of
     * that team for its category (of at least {@link Minutes#FEWEST}; else of the team; else of everybody).
     *
     * @param onSiteMinutes from receipt until somebody was on site
     * @param travelMinutes on the way
     * @param jobs how many it is told from
     */
    public record Forecast(
            @Nullable Pair onSiteMinutes, @Nullable Pair travelMinutes, int jobs) {}
}
