package org.vigie.open311;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;

/** Counts what each client sends, in the memory of this process, as the public doors are counted. What is used up comes back evenly. */
@Component
public class ClientQuotas {

    private static final Duration PERIOD = Duration.ofHours(1);

    /** @param perHour a client whose quota was changed begins anew */
    private record Counted(UUID jurisdictionId, UUID clientId, int perHour) {}

    private final int processes;
    private final Cache<Counted, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(PERIOD).build();

    ClientQuotas(@Value("${vigie.limits.processes}") int processes) {
        this.processes = processes;
    }

    /** @throws Refusal open311-quota-used when it was too often */
    public void take(Client client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long minutes = Duration.ofNanos(probe.getNanosToWaitForRefill())
                    .plusMinutes(1)
                    .minusNanos(1)
                    .toMinutes();
            throw new Refusal(Refusal.Kind.FORBIDDEN, "open311-quota-used", client.quotaPerHour(), minutes);
        }
    }

    /** Undoes {@link #take}: it was here before. */
    public void giveBack(Client client) {
        bucket(client).addTokens(1);
    }

    private Bucket bucket(Client client) {
        int own = Math.ceilDiv(client.quotaPerHour(), processes);
        return buckets.get(
                new Counted(CurrentJurisdiction.get().id(), client.id(), client.quotaPerHour()),
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(own).refillGreedy(own, PERIOD))
                        .build());
    }
}
