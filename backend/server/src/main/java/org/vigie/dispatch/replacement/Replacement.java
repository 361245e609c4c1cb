package org.vigie.dispatch.replacement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.vigie.dispatch.PlacedAnew;
import org.vigie.dispatch.live.ScreensReadAnew;
import org.vigie.request.RequestsInSectors;
import org.vigie.team.Coverages;
import org.vigie.territory.PublishedSectors;

/**
 * Places the requests of the open jurisdiction by a version of its serving set, portion by portion: each is a transaction, and screens
 * are told once, at the end, when there are several. May be repeated: what is placed already does not change.
 */
@Component
class Replacement {

    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    /** Small enough to keep a row from its dispatcher for a moment only. */
    private static final int PORTION = 10_000;

    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

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
        return run(versionId, PORTION);
    }

    /** @param most how many requests one transaction holds */
    long run(UUID versionId, int most) {
        Optional<Division> division = Objects.requireNonNull(transaction.execute(status -> division(versionId)));
        return division.map(known -> run(known, most)).orElse(0L);
    }

    private long run(Division division, int most) {
        List<Portion> portions = Objects.requireNonNull(transaction.execute(status -> portions(most)));
        boolean oneByOne = portions.size() == 1;
        long moved = Lanes.sum(
                portions,
                portion -> Objects.requireNonNull(transaction.execute(status -> place(division, portion, oneByOne))));
        if (!oneByOne) {
            transaction.executeWithoutResult(status -> events.publishEvent(new ScreensReadAnew(clock.instant())));
        }
        LOG.info(
                "sectors version {} holds in {}: {} open requests moved",
                division.version().number(),
                CurrentJurisdiction.get().code(),
                moved);
        return moved;
    }

    /** The time has come, as whoever planned it says: a clock that is behind the publisher's must not let it pass in silence. */
    private Optional<Division> division(UUID versionId) {
        PublishedSectors.Version version = sectors.get(versionId);
        Instant now = clock.instant();
        Instant at = now.isBefore(version.holdsFrom()) ? version.holdsFrom() : now;
        if (!version.serves() || !sectors.holds(versionId, at)) {
            return Optional.empty();
        }
        Locale language = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        return Optional.of(new Division(
                version,
                sectors.lookup(versionId),
                coverages.read(),
                categories.list(),
                (key, values) -> messages.getMessage(key, values, language)));
    }

    /** @param upTo in it, while {@code after} is not */
    private record Portion(UUID after, UUID upTo) {}

    private List<Portion> portions(int most) {
        List<Portion> portions = new ArrayList<>();
        UUID after = LEAST;
        for (UUID end : requests.portionEnds(PlacedAnew.FOLLOWING, most)) {
            portions.add(new Portion(after, end));
            after = end;
        }
        portions.add(new Portion(after, GREATEST));
        return portions;
    }

    private long place(Division division, Portion portion, boolean oneByOne) {
        List<RequestsInSectors.Replaced> replaced =
                requests.lock(PlacedAnew.FOLLOWING, portion.after(), portion.upTo()).stream()
                        .map(division::place)
                        .flatMap(Optional::stream)
                        .toList();
        requests.replace(replaced, division.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS), oneByOne);
        return replaced.size();
    }
}
