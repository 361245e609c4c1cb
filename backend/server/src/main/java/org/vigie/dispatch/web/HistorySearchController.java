package org.vigie.dispatch.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.search.HistorySearch;
import org.vigie.dispatch.search.SearchKey;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Cursor;

/** Search over everything that ever came in. */
@RestController
class HistorySearchController {

    record FoundBody(List<DeskCard> items, @Nullable String next, Set<SearchKey> searched) {}

    private static final int USUAL_LIMIT = 30;
    private static final double USUAL_METRES = 50;
    private static final double MOST_METRES = 2_000;

    private final HistorySearch search;

    HistorySearchController(HistorySearch search) {
        this.search = search;
    }

    /**
     * @param by what to look at; absent: whatever the text looks like
     * @param asset id of a thing of the town, instead of a text: what was reported of it
     * @param lon with {@code lat}, instead of a text: what came in around that position
     */
    record SearchQuery(
            @Nullable String q,
            HistorySearch.@Nullable By by,
            @Nullable UUID asset,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Double metres,
            @Nullable Integer limit,
            @Nullable String after) {

        HistorySearch.Page page() {
            int wanted = Objects.requireNonNullElse(limit, USUAL_LIMIT);
            if (wanted < 1 || wanted > HistorySearch.MOST) {
                throw new Refusal(Refusal.Kind.MALFORMED, "limit-out-of-range", HistorySearch.MOST);
            }
            return new HistorySearch.Page(Optional.ofNullable(after).map(Cursor::parse), wanted);
        }

        Optional<Wgs84Point> place() {
            if ((lon == null) != (lat == null)) {
                throw Refusal.invalid("place-incomplete");
            }
            return lon == null || lat == null ? Optional.empty() : Optional.of(new Wgs84Point(lon, lat));
        }

        double around() {
            return Math.clamp(Objects.requireNonNullElse(metres, USUAL_METRES), 1, MOST_METRES);
        }
    }

    @GetMapping("/{jurisdiction}/api/desk/search")
    FoundBody search(SearchQuery query) {
        HistorySearch.Page page = query.page();
        HistorySearch.Found found = Optional.ofNullable(query.asset())
                .map(asset -> search.findAbout(asset, page))
                .or(() -> query.place().map(place -> search.findNear(place, query.around(), page)))
                .orElseGet(() -> search.find(
                        Objects.requireNonNullElse(query.q(), ""),
                        Objects.requireNonNullElse(query.by(), HistorySearch.By.EVERYTHING),
                        page));
        return new FoundBody(found.items(), found.next().map(Cursor::toText).orElse(null), found.searched());
    }
}
