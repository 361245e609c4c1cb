package org.vigie.territory.draft;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Redrawing;
import org.vigie.territory.topology.Survey;

/** Compares drafts with what is published. The last looked at are kept: a revision never changes. */
@Component
public class DraftGrounds {

    private static final int KEPT = 24;

    private final SectorDrafts drafts;
    private final DraftSectors sectors;
    private final PublishedSectors published;
    private final Jurisdictions jurisdictions;
    private final Map<UUID, DraftGround> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DraftGround> eldest) {
            return size() > KEPT;
        }
    };

    DraftGrounds(SectorDrafts drafts, DraftSectors sectors, PublishedSectors published, Jurisdictions jurisdictions) {
        this.drafts = drafts;
        this.sectors = sectors;
        this.published = published;
        this.jurisdictions = jurisdictions;
    }

    /** The draft as it stands. @throws org.vigie.access.Refusal not-found */
    @Transactional(readOnly = true)
    public DraftGround get(UUID draftId) {
        // Read first: who may not see the draft must not see what is kept of it.
        SectorDraft draft = drafts.get(draftId);
        DraftGround known = find(draftId);
        if (known != null && known.revision() == draft.revision()) {
            return known;
        }
        DraftGround ground = compare(draft);
        keep(ground);
        return ground;
    }

    private DraftGround compare(SectorDraft draft) {
        PublishedSectors.Version version = published.get(draft.basedOn());
        List<Piece> before = published.pieces(version.id());
        List<Piece> after = sectors.list(draft.id());
        List<Redrawing.Change> changes = Redrawing.changes(before, after);
        Map<String, UUID> ids = new HashMap<>(published.sectorIds(draft.setId()));
        after.forEach(piece -> ids.computeIfAbsent(
                piece.code(), code -> UUID.nameUUIDFromBytes((draft.id() + code).getBytes(StandardCharsets.UTF_8))));
        return new DraftGround(
                draft.id(),
                draft.revision(),
                version,
                before,
                after,
                changes,
                Survey.of(after, jurisdictions.profile().boundary(), published.toleranceMetres()),
                ids,
                DraftGround.bornFrom(before, after, changes),
                published.lookup(version, before, ids),
                published.lookup(version, after, ids));
    }

    private synchronized @Nullable DraftGround find(UUID draftId) {
        return kept.get(draftId);
    }

    private synchronized void keep(DraftGround ground) {
        kept.put(ground.draftId(), ground);
    }
}
