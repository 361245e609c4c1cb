package org.vigie.dispatch.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.dispatch.DeskCard;
import org.vigie.dispatch.DeskQueue;
import org.vigie.dispatch.PlacedAnew;
import org.vigie.team.Coverages;
import org.vigie.team.Team;
import org.vigie.team.Teams;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.draft.DraftGround;
import org.vigie.territory.draft.DraftGrounds;

/** Computes what a draft would mean. Last year's part is kept for each revision; the open requests are read every time. */
@Component
public class Previews {

    private static final int KEPT = 24;

    private record Key(UUID draftId, int revision) {}

    /** @param read the list that was counted: a new one is counted anew */
    private record Counted(List<PastYear.Past> read, Workload workload) {}

    /** Where last year's requests lie by a version. */
    private record Placed(List<PastYear.Past> read, List<Placement> placements) {}

    private final DraftGrounds grounds;
    private final PlacedRequests requests;
    private final PastYear pastYear;
    private final DeskQueue queue;
    private final Coverages coverages;
    private final Teams teams;
    private final Categories categories;
    private final Map<Key, Counted> kept = new Kept<>();
    private final Map<UUID, Placed> byVersion = new Kept<>();

    private static final class Kept<K, V> extends LinkedHashMap<K, V> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

    Previews(
            DraftGrounds grounds,
            PlacedRequests requests,
            PastYear pastYear,
            DeskQueue queue,
            Coverages coverages,
            Teams teams,
            Categories categories) {
        this.grounds = grounds;
        this.requests = requests;
        this.pastYear = pastYear;
        this.queue = queue;
        this.coverages = coverages;
        this.teams = teams;
        this.categories = categories;
    }

    /** @throws org.vigie.access.Refusal not-found */
    @Transactional(readOnly = true)
    public Preview of(UUID draftId) {
        long start = System.nanoTime();
        DraftGround ground = grounds.get(draftId);
        List<Team> all = teams.list();
        Rules rules = new Rules(
                ground,
                coverages.read(),
                categories.list().stream().collect(Collectors.toMap(Category::id, Function.identity())));
        List<PastYear.Past> past = pastYear.list();
        Workload workload = workload(ground, past, rules);
        List<PlacedRequests.Placed> open = ground.version().serves() ? requests.open() : List.of();
        Map<PlacedRequests.Placed, PlacedAnew> moving = new LinkedHashMap<>();
        Map<Object, double[]> openBySector = new HashMap<>();
        for (PlacedRequests.Placed request : open) {
            Placement before = rules.before(request);
            Rules.Placed after = rules.placed(rules.after(request, before), request.categoryId());
            count(before, 0, openBySector);
            count(after.placement(), 1, openBySector);
            PlacedAnew anew = PlacedAnew.of(request.now(), after.placement(), after.choice());
            if (anew.changesAnything()) {
                moving.put(request, anew);
            }
        }
        List<Preview.TeamLoad> loads = workload.teams(all);
        return new Preview(
                ground.revision(),
                moves(moving),
                open.size(),
                (int) moving.values().stream().filter(PlacedAnew::changesSector).count(),
                (int) moving.values().stream().filter(PlacedAnew::changesTeam).count(),
                loads,
                workload.sectors(openBySector),
                Spreads.of(loads),
                workload.forecast(),
                past.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private static void count(Placement placement, int side, Map<Object, double[]> openBySector) {
        placement
                .sector()
                .ifPresent(sector -> openBySector.computeIfAbsent(sector.code(), first -> new double[2])[side]++);
    }

    private List<Preview.Move> moves(Map<PlacedRequests.Placed, PlacedAnew> moving) {
        Map<UUID, DeskCard> cards =
                queue
                        .list(moving.keySet().stream()
                                .map(PlacedRequests.Placed::id)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(DeskCard::id, Function.identity()));
        List<Preview.Move> moves = new ArrayList<>();
        moving.forEach((request, anew) -> {
            Team team = anew.changesTeam() ? anew.choice().team() : null;
            DeskCard card = Objects.requireNonNull(cards.get(request.id()));
            moves.add(new Preview.Move(
                    card,
                    anew.placement().sector().map(Previews::name).orElse(null),
                    team == null
                            ? new Preview.TeamName(
                                    card.team().id(),
                                    card.team().code(),
                                    card.team().name())
                            : new Preview.TeamName(team.id(), team.code(), team.name()),
                    anew.changesSector(),
                    anew.changesTeam()));
        });
        return moves;
    }

    private static DeskCard.SectorName name(LocatedSector sector) {
        return new DeskCard.SectorName(sector.code(), sector.name());
    }

    /** Not under a lock: two who ask at once both count, which harms nobody. */
    private Workload workload(DraftGround ground, List<PastYear.Past> past, Rules rules) {
        Key key = new Key(ground.draftId(), ground.revision());
        Counted known;
        synchronized (kept) {
            known = kept.get(key);
        }
        if (known != null && known.read() == past) {
            return known.workload();
        }
        Workload workload = Workload.of(past, placedBefore(ground, past, rules), rules);
        synchronized (kept) {
            kept.put(key, new Counted(past, workload));
        }
        return workload;
    }

    private List<Placement> placedBefore(DraftGround ground, List<PastYear.Past> past, Rules rules) {
        UUID version = ground.version().id();
        Placed known;
        synchronized (byVersion) {
            known = byVersion.get(version);
        }
        if (known != null && known.read() == past) {
            return known.placements();
        }
        List<Placement> placements =
                past.stream().map(each -> rules.before(each.request())).toList();
        synchronized (byVersion) {
            byVersion.put(version, new Placed(past, placements));
        }
        return placements;
    }
}
