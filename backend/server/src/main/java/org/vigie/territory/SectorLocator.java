package org.vigie.territory;

import java.time.Clock;
import java.time.Duration;
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
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;

/**
 * Finds the sector of a position in the jurisdiction that is open, by the rule stated in {@link org.vigie.territory}. Answers come
 * from memory; a newly published version is seen after at most one second. Safe for any number of threads.
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

    private Optional<Placement> find(@Nullable String set, Wgs84Point point) {
        Slot slot = slots.computeIfAbsent(new Key(CurrentJurisdiction.get().id(), set), key -> new Slot());
        Checked checked = slot.checked;
        if (checked == null || System.nanoTime() - checked.atNanos() > STALE_NANOS) {
            checked = refresh(slot, set);
        }
        Checked now = checked;
        return now.setExists()
                ? Optional.of(now.snapshot()
                        .map(snapshot -> snapshot.locate(point, settings.toleranceMetres()))
                        .orElseGet(Placement::noSectors))
                : Optional.empty();
    }

    /** The transaction comes before the lock: who holds the lock must never wait for a connection that a waiter holds. */
    private Checked refresh(Slot slot, @Nullable String set) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            slot.refreshing.lock();
            try {
                Checked before = slot.checked;
                if (before != null && System.nanoTime() - before.atNanos() <= STALE_NANOS) {
                    return before;
                }
                Checked now = check(before, set);
                slot.checked = now;
                return now;
            } finally {
                slot.refreshing.unlock();
            }
        }));
    }

    private Checked check(@Nullable Checked before, @Nullable String set) {
        long asked = System.nanoTime();
        Optional<SectorVersions.Held> held = versions.held(set, clock.instant());
        Optional<SectorSnapshot> snapshot = held.flatMap(SectorVersions.Held::versionId)
                .map(version -> unchanged(before, version)
                        .orElseGet(() -> new SectorSnapshot(version, versions.shapes(version))));
        return new Checked(asked, held.isPresent(), snapshot);
    }

    private static Optional<SectorSnapshot> unchanged(@Nullable Checked before, UUID version) {
        return before == null
                ? Optional.empty()
                : before.snapshot().filter(snapshot -> snapshot.versionId().equals(version));
    }

    private record Key(UUID jurisdictionId, @Nullable String set) {}

    private record Checked(long atNanos, boolean setExists, Optional<SectorSnapshot> snapshot) {}

    private static final class Slot {
        private final ReentrantLock refreshing = new ReentrantLock();

        private volatile @Nullable Checked checked;
    }
}
