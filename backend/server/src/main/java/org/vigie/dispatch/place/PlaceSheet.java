package org.vigie.dispatch.place;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.dispatch.search.HistorySearch;
import org.vigie.team.Team;
import org.vigie.territory.Placement;
import org.vigie.territory.asset.Assets;

/**
 * What is known of a place.
 *
 * @param inside whether the town covers it
 * @param defaultTeam the one that serves the sector when no other covers the category
 * @param grounds names of the drawn areas and roads that it lies on
 * @param works the ones that begin first come first
 * @param assets the nearest first
 * @param requests the newest first; further ones by {@link HistorySearch#findNear}
 */
public record PlaceSheet(
        boolean inside,
        Placement placement,
        Optional<Team> defaultTeam,
        List<String> grounds,
        List<Works> works,
        List<Assets.Near> assets,
        Count count,
        HistorySearch.Found requests) {

    /**
     * What is announced for a ground here: works that go on or are planned.
     *
     * @param text in the reader's language, where there is a translation
     * @param ground its name
     * @param endsAt not included
     * @param current they have begun
     */
    public record Works(UUID id, String text, String ground, Instant startsAt, Instant endsAt, boolean current) {}

    /** @param settled all that nobody works on any more, whatever came of it; both count at most {@link PlaceSheets#MOST_COUNTED} */
    public record Count(int open, int settled, boolean more) {}
}
