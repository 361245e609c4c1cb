package org.vigie.territory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/**
 * Finds the sector of a position in the jurisdiction that is open, by the rule stated in {@link org.vigie.territory}. Answers come
 * from memory. What is published elsewhere is told by {@link SectorNews} and swapped in behind the lookups, which go on with what
 * they have; while nobody tells, it is looked for at most every 0.9 s. Safe for any number of threads.
 */
@Component
@EnableConfigurationProperties(TerritorySettings.class)
public class SectorLocator {

    private static final long STALE_NANOS = Duration.ofMillis(900).toNanos();

    private final SectorVersions versions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TerritorySettings settings;
    private final ConcurrentMap<Key, Slot> slots = new ConcurrentHashMap<>();

    /** Whether a publication is told: then what was read once holds until then. */
    private volatile boolean told;

    SectorLocator(SectorVersions versions, TransactionTemplate transaction, Clock clock, TerritorySettings settings) {
        this.versions = versions;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /** By the serving set; {@link Placement.Rule#NO_SECTORS} when the jurisdiction has none. */
    public Placement locate(Wgs84Point point) {
        return find(null, point).orElseGet(Placement::noSectors);
    }

    /** @throws Refusal {@code sector-set-unknown} when there is no such sector set */
    public Placement locate(String sectorSetCode, Wgs84Point point) {
        return find(sectorSetCode, point)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "sector-set-unknown", sectorSetCode));
    }

    /** The other sectors of the serving set within {@code vigie.territory.edge-metres}: the nearest first, then by code. */
    public List<Neighbour> neighbours(Wgs84Point point) {
        Optional<UUID> own = locate(point).sector().map(LocatedSector::sectorId);
        Slot slot = slots.get(new Key(CurrentJurisdiction.get().id(), null));
        Checked held = slot == null ? null : slot.checked;
        return Optional.ofNullable(held).flatMap(Checked::snapshot).stream()
                .flatMap(snapshot -> snapshot.near(point, settings.edgeMetres()).stream())
                .filter(near -> !own.equals(Optional.of(near.sector().sectorId())))
                .toList();
    }

    /**
     * The sector that a person chose, near an edge.
     *
     * @return empty when it is neither the sector of the position nor one of its {@link #neighbours}
     */
    public Optional<Placement> locateIn(String sectorCode, Wgs84Point point) {
        Optional<Placement> usual = Optional.of(locate(point))
                .filter(own ->
                        own.sector().filter(is -> is.code().equals(sectorCode)).isPresent());
        return usual.or(() -> neighbours(point).stream()
                .filter(near -> near.sector().code().equals(sectorCode))
                .findFirst()
                .map(near -> new Placement(Placement.Rule.CHOSEN, Optional.of(near.sector()), near.metres())));
    }

    private Optional<Placement> find(@Nullable String set, Wgs84Point point) {
        Jurisdiction here = CurrentJurisdiction.get();
        Key key = new Key(here.id(), set);
        Slot slot = slots.get(key);
        if (slot == null) {
            slot = slots.computeIfAbsent(key, first -> new Slot(here, set));
        }
        Checked checked = slot.checked;
        if (checked == null || !isFresh(checked)) {
            checked = refresh(slot);
        }
        Checked now = checked;
        return now.setExists()
                ? Optional.of(now.snapshot()
                        .map(snapshot -> snapshot.locate(point, settings.toleranceMetres()))
                        .orElseGet(Placement::noSectors))
                : Optional.empty();
    }

    private boolean isFresh(Checked checked) {
        return told || System.nanoTime() - checked.atNanos() <= STALE_NANOS;
    }

    /** From now on publications are told, or are not. What is held is read anew before it is relied on. */
    void told(boolean whether) {
        if (whether && !told) {
            slots.values().forEach(this::replace);
        }
        told = whether;
    }

    /** Something was published in a jurisdiction. */
    void published(UUID jurisdictionId) {
        slots.forEach((key, slot) -> {
            if (key.jurisdictionId().equals(jurisdictionId)) {
                replace(slot);
            }
        });
    }

    /** Swaps in what was published ahead and holds by now. */
    void timePassed() {
        Instant now = clock.instant();
        slots.values().stream()
                .filter(slot -> slot.checked != null && slot.checked.endsBy(now))
                .forEach(this::replace);
    }

    /** Behind the lookups: they go on with what is there until the new one is. */
    private void replace(Slot slot) {
        CurrentJurisdiction.inside(
                slot.jurisdiction,
                () -> transaction.executeWithoutResult(status -> {
                    slot.refreshing.lock();
                    try {
                        slot.checked = check(slot);
                    } finally {
                        slot.refreshing.unlock();
                    }
                }));
    }

    /** The transaction comes before the lock: who holds the lock must never wait for a connection that a waiter holds. */
    private Checked refresh(Slot slot) {
        return Objects.requireNonNull(transaction.execute(status -> {
            slot.refreshing.lock();
            try {
                Checked before = slot.checked;
                if (before != null && isFresh(before)) {
                    return before;
                }
                Checked now = check(slot);
                slot.checked = now;
                return now;
            } finally {
                slot.refreshing.unlock();
            }
        }));
    }

    private Checked check(Slot slot) {
        long asked = System.nanoTime();
        Optional<SectorVersions.Held> held = versions.held(slot.set, clock.instant());
        Optional<SectorSnapshot> snapshot = held.flatMap(SectorVersions.Held::versionId)
                .map(version -> unchanged(slot.checked, version)
                        .orElseGet(() -> new SectorSnapshot(version, versions.shapes(version))));
        return new Checked(asked, held.isPresent(), snapshot, held.flatMap(SectorVersions.Held::until));
    }

    private static Optional<SectorSnapshot> unchanged(@Nullable Checked before, UUID version) {
        return before == null
                ? Optional.empty()
                : before.snapshot().filter(snapshot -> snapshot.versionId().equals(version));
    }

    private record Key(UUID jurisdictionId, @Nullable String set) {}

    private record Checked(
            long atNanos, boolean setExists, Optional<SectorSnapshot> snapshot, Optional<Instant> until) {

        boolean endsBy(Instant now) {
            return until.isPresent() && !now.isBefore(until.get());
        }
    }

    private static final class Slot {
        private final Jurisdiction jurisdiction;
        private final @Nullable String set;
        private final ReentrantLock refreshing = new ReentrantLock();

        private volatile @Nullable Checked checked;

        Slot(Jurisdiction jurisdiction, @Nullable String set) {
            this.jurisdiction = jurisdiction;
            this.set = set;
        }
    }
}
