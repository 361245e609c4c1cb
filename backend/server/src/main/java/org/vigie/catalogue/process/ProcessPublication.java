package org.vigie.catalogue.process;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.SignedInAccount;

/**
 * Makes a reviewed version the one that new requests take: at once, or by a durable timer that is set in the transaction of the
 * publication.
 */
@Component
public class ProcessPublication {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("process-takes-effect", Order.class);

    /** Which version, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID versionId) {}

    private final ProcessVersions versions;
    private final ProcessDrafting drafting;
    private final CategoryFromProcess categories;
    private final SchedulerClient scheduler;
    private final Clock clock;

    ProcessPublication(
            ProcessVersions versions,
            ProcessDrafting drafting,
            CategoryFromProcess categories,
            SchedulerClient scheduler,
            Clock clock) {
        this.versions = versions;
        this.drafting = drafting;
        this.categories = categories;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * @param from when it begins to hold; at once, when empty
     * @throws Refusal process-not-reviewed, process-from-past, process-from-before when one that is published already begins later
     */
    @Transactional
    public void publish(UUID id, int revision, Optional<Instant> from, SignedInAccount account) {
        ProcessVersion version = versions.getToChange(id, revision);
        if (version.state() != ProcessVersion.State.REVIEWED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "process-not-reviewed", version.number());
        }
        publish(List.of(version), from, drafting.hand(account));
    }

    /** As {@link #publish(UUID, int, Optional, SignedInAccount)}, for those who bring a catalogue in that was agreed on elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    void publish(List<ProcessVersion> drafts, Optional<Instant> from, ProcessVersion.Hand hand) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant holdsFrom = from.orElse(now).truncatedTo(ChronoUnit.MICROS);
        if (holdsFrom.isBefore(now)) {
            throw Refusal.invalid("process-from-past", holdsFrom);
        }
        List<UUID> categoryIds = drafts.stream().map(ProcessVersion::categoryId).toList();
        versions.findHoldingAfter(categoryIds, holdsFrom).ifPresent(other -> {
            throw Refusal.invalid(
                    "process-from-before", other.number(), other.holdsFrom().orElseThrow());
        });
        versions.publish(drafts.stream().map(ProcessVersion::id).toList(), hand, holdsFrom);
        if (holdsFrom.isAfter(now)) {
            drafts.forEach(version -> plan(version.id(), holdsFrom));
        } else {
            categories.write(drafts);
        }
    }

    private void plan(UUID versionId, Instant at) {
        Order order = new Order(CurrentJurisdiction.get().id(), versionId);
        scheduler.schedule(TASK.instance(versionId.toString()).data(order).build(), at);
    }

    /** The instant has come. A version that another one has followed meanwhile has had its time. */
    @Transactional
    void takeEffect(UUID versionId) {
        ProcessVersion version = versions.get(versionId);
        Instant now = clock.instant();
        boolean followed = versions.list(version.categoryId()).stream()
                .anyMatch(other -> other.number() > version.number()
                        && other.holdsFrom().filter(from -> !from.isAfter(now)).isPresent());
        if (!followed) {
            categories.write(List.of(version));
        }
    }
}
