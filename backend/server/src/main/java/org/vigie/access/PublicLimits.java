package org.vigie.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Counts who comes through the public doors of the open jurisdiction, in the memory of this process. What is counted by device can be
 * had anew by throwing a cookie away; what is counted by address cannot.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class PublicLimits {

    /**
     * Somebody at a door.
     *
     * @param device empty when the browser keeps no cookie
     * @param address numeric, IPv4 or IPv6
     */
    public record Caller(Optional<UUID> device, String address) {}

    private record Key(UUID jurisdiction, PublicDoor door, String who) {}

    /** Some 30 MB when somebody comes from that many places at once; the longest unseen are forgotten then. */
    private static final int MOST_COUNTED = 50_000;

    private final LimitSettings settings;
    private final List<IpAddressMatcher> unlimited;
    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    PublicLimits(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.unlimited =
                settings.unlimitedNetworks().stream().map(IpAddressMatcher::new).toList();
        // Unseen for its whole period, a bucket is full again: as good as none.
        Duration longest = Arrays.stream(PublicDoor.values())
                .map(door -> settings.of(door).period())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(longest)
                .build();
        this.time = new ClockMeter(clock);
    }

    /** @throws Refusal when it was too often; its first value is the minutes to wait */
    public void take(PublicDoor door, Caller caller) {
        if (isUnlimited(caller)) {
            return;
        }
        Optional<Bucket> device = device(door, caller);
        device.ifPresent(bucket -> take(door, bucket));
        try {
            take(door, address(door, caller));
        } catch (Refusal refused) {
            device.ifPresent(bucket -> bucket.addTokens(1));
            throw refused;
        }
    }

    /** Undoes {@link #take}: it came to nothing new. */
    public void giveBack(PublicDoor door, Caller caller) {
        if (!isUnlimited(caller)) {
            device(door, caller).ifPresent(bucket -> bucket.addTokens(1));
            address(door, caller).addTokens(1);
        }
    }

    private static void take(PublicDoor door, Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long minutes = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusMinutes(1)
                    .minusNanos(1)
                    .toMinutes();
            throw new Refusal(Refusal.Kind.TOO_MANY, door.problem(), Math.max(1, minutes));
        }
    }

    private boolean isUnlimited(Caller caller) {
        return unlimited.stream().anyMatch(network -> network.matches(caller.address()));
    }

    private Optional<Bucket> device(PublicDoor door, Caller caller) {
        return caller.device()
                .map(device ->
                        bucket(door, "device " + device, settings.of(door).perDevice()));
    }

    private Bucket address(PublicDoor door, Caller caller) {
        return bucket(
                door,
                "address " + ClientNetwork.of(caller.address()),
                settings.of(door).perAddress());
    }

    private Bucket bucket(PublicDoor door, String who, int most) {
        long own = Math.ceilDiv(most, settings.processes());
        Duration period = settings.of(door).period();
        return buckets.get(
                new Key(CurrentJurisdiction.get().id(), door, who),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(own).refillGreedy(own, period))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000 + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
