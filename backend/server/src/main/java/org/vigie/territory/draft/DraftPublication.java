package org.vigie.territory.draft;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.territory.NewSectors;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.topology.Piece;

/** Makes a draft the next version of its set. */
@Component
public class DraftPublication {

    private final SectorDrafts drafts;
    private final DraftGrounds grounds;
    private final PublishedSectors published;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftPublication(
            SectorDrafts drafts,
            DraftGrounds grounds,
            PublishedSectors published,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.grounds = grounds;
        this.published = published;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whole, or not at all. Sectors that are new are served by the teams of the sector that most of their ground was in.
     *
     * @param from when the version begins to hold; at once, when empty
     * @return the version
     * @throws Refusal draft-outdated when another version was published since; draft-without-change; draft-no-partition;
     *     holds-from-past; holds-from-before when a version that is published already begins later; reason-missing
     */
    @Transactional
    public PublishedSectors.Version publish(UUID draftId, int revision, Optional<Instant> from, String reason) {
        // In the order in which an import locks: the jurisdiction first.
        published.lock();
        SectorDraft draft = drafts.getToChange(draftId, revision);
        DraftGround ground = grounds.get(draftId);
        PublishedSectors.Version newest = published.newest(draft.setId());
        Instant now = clock.instant();
        Instant holdsFrom = from.orElse(now);
        refuse(draft, ground, newest);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason-missing");
        }
        if (holdsFrom.isBefore(now)) {
            throw Refusal.invalid("holds-from-past", holdsFrom);
        }
        if (holdsFrom.isBefore(newest.holdsFrom())) {
            throw Refusal.invalid("holds-from-before", newest.number(), newest.holdsFrom());
        }
        UUID version = published.publish(draft.setId(), ground.after(), holdsFrom);
        events.publishEvent(new NewSectors(bornFrom(ground, published.sectorIds(draft.setId()))));
        drafts.published(draft, version, reason.strip());
        return published.get(version);
    }

    private static void refuse(SectorDraft draft, DraftGround ground, PublishedSectors.Version newest) {
        if (!newest.id().equals(draft.basedOn())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, "draft-outdated", ground.version().number(), newest.number());
        }
        if (isSame(ground.before(), ground.after())) {
            throw Refusal.invalid("draft-without-change");
        }
        if (!ground.survey().isPartition()) {
            throw Refusal.invalid(
                    "draft-no-partition", ground.survey().findings().size());
        }
    }

    private static boolean isSame(List<Piece> before, List<Piece> after) {
        Edit edit = Edit.between(DraftStep.Kind.IMPORT, "", before, after);
        return edit.before().isEmpty() && edit.after().isEmpty();
    }

    private static Map<UUID, UUID> bornFrom(DraftGround ground, Map<String, UUID> ids) {
        Map<UUID, UUID> from = new HashMap<>();
        ground.bornFrom()
                .forEach((code, mother) -> from.put(
                        java.util.Objects.requireNonNull(ids.get(code)),
                        java.util.Objects.requireNonNull(ids.get(mother))));
        return from;
    }
}
