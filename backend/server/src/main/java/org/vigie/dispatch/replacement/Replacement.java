package org.vigie.dispatch.replacement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.dispatch.PlacedAnew;
import org.vigie.dispatch.live.ScreensReadAnew;
import org.vigie.request.Assignment;
import org.vigie.request.Place;
import org.vigie.request.RequestsInSectors;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Occasion;
import org.vigie.team.TeamChoice;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorLookup;

/**
 * Places the requests of the open jurisdiction by a version of its serving set. May be repeated: what is placed already does not change.
 */
@Component
class Replacement {

    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    /** Small enough to keep a row from its dispatcher for a moment only. */
    private static final int PORTION = 10_000;

    private final RequestsInSectors requests;
    private final PublishedSectors sectors;
    private final Coverages coverages;
    private final Categories categories;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replacement(
            RequestsInSectors requests,
            PublishedSectors sectors,
            Coverages coverages,
            Categories categories,
            MessageSource messages,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.sectors = sectors;
        this.coverages = coverages;
        this.categories = categories;
        this.messages = messages;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** @return how many requests changed sector or team; none when the version does not serve, or another holds by now */
    long run(UUID versionId) {
        Optional<Frame> frame = Objects.requireNonNull(transaction.execute(status -> frame(versionId)));
        if (frame.isEmpty()) {
            return 0;
        }
        long moved = 0;
        Portion portion = Portion.BEFORE_THE_FIRST;
        do {
            Portion before = portion;
            portion = Objects.requireNonNull(transaction.execute(status -> portion(frame.get(), before)));
            moved += portion.moved();
        } while (portion.isFull());
        if (portion.number() > 1) {
            transaction.executeWithoutResult(status -> events.publishEvent(new ScreensReadAnew(clock.instant())));
        }
        LOG.info(
                "sectors version {} holds in {}: {} open requests moved",
                frame.get().version().number(),
                CurrentJurisdiction.get().code(),
                moved);
        return moved;
    }

    /** What all portions are placed by. */
    private record Frame(
            PublishedSectors.Version version, SectorLookup lookup, Coverage coverage, Map<UUID, Category> categories) {}

    /** @param last the greatest id in it */
    private record Portion(int number, UUID last, int placed, int moved) {

        static final Portion BEFORE_THE_FIRST = new Portion(0, new UUID(0, 0), PORTION, 0);

        boolean isFull() {
            return placed == PORTION;
        }
    }

    /** The time has come, as whoever planned it says: a clock that is behind the publisher's must not let it pass in silence. */
    private Optional<Frame> frame(UUID versionId) {
        PublishedSectors.Version version = sectors.get(versionId);
        Instant now = clock.instant();
        Instant at = now.isBefore(version.holdsFrom()) ? version.holdsFrom() : now;
        if (!version.serves() || !sectors.holds(versionId, at)) {
            return Optional.empty();
        }
        Map<UUID, Category> byId = new HashMap<>();
        categories.list().forEach(category -> byId.put(category.id(), category));
        return Optional.of(new Frame(version, sectors.lookup(versionId), coverages.read(), byId));
    }

    /** When it fills more than one portion, screens are told once, at the end; a run that is taken up again does so too. */
    private Portion portion(Frame frame, Portion before) {
        List<RequestsInSectors.Placed> placed = requests.next(PlacedAnew.FOLLOWING, before.last(), PORTION);
        List<RequestsInSectors.Replaced> replaced = new ArrayList<>();
        for (RequestsInSectors.Placed request : placed) {
            Category category = Objects.requireNonNull(frame.categories().get(request.categoryId()));
            Placement placement = frame.lookup().locate(request.position(), request.chosenSectorId());
            TeamChoice choice = frame.coverage()
                    .choose(Occasion.atAnyHour(placement.sector().map(LocatedSector::sectorId), category));
            PlacedAnew anew = PlacedAnew.of(
                    new PlacedAnew.Now(request.sectorId(), request.teamId(), request.rule()), placement, choice);
            if (anew.changesAnything()) {
                replaced.add(replaced(frame, request, anew));
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean oneByOne = before.number() == 0 && placed.size() < PORTION;
        requests.replace(replaced, told("replacement.actor", frame.version().number()), now, oneByOne);
        UUID last = placed.isEmpty() ? before.last() : placed.getLast().id();
        return new Portion(before.number() + 1, last, placed.size(), replaced.size());
    }

    private RequestsInSectors.Replaced replaced(Frame frame, RequestsInSectors.Placed request, PlacedAnew anew) {
        Placement placement = anew.placement();
        TeamChoice choice = anew.choice();
        String told = told(
                anew.changesTeam() ? "replacement.team" : "replacement.sector",
                frame.version().number(),
                placement.sector().map(LocatedSector::name).orElse("–"),
                choice.team().code() + ", " + choice.team().name());
        return new RequestsInSectors.Replaced(
                request,
                Place.Rule.valueOf(placement.rule().name()),
                placement.sector().map(LocatedSector::sectorId),
                placement.sector().map(LocatedSector::versionId),
                Double.isFinite(placement.metresToEdge()) ? Optional.of(placement.metresToEdge()) : Optional.empty(),
                anew.changesTeam() ? choice.team().id() : request.teamId(),
                anew.changesTeam() ? Assignment.Rule.valueOf(choice.rule().name()) : request.rule(),
                told);
    }

    /** In the jurisdiction's own language: it is kept in the history. */
    private String told(String key, Object... values) {
        return messages.getMessage(
                key, values, Locale.forLanguageTag(CurrentJurisdiction.get().locale()));
    }
}
