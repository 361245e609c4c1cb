package org.vigie.territory.draft;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.geo.Areas;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorLookup;
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
    private final Map<UUID, DraftGround> kept = new Kept<>();
    private final Map<UUID, Origin> origins = new Kept<>();

    /** What never changes of a published version. */
    private record Origin(
            PublishedSectors.Version version,
            List<Piece> pieces,
            Map<String, Double> squareMetres,
            Map<String, UUID> ids,
            SectorLookup lookup) {}

    private static final class Kept<V> extends LinkedHashMap<UUID, V> {
        Kept() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
            return size() > KEPT;
        }
    }

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
        Origin origin = origin(draft.basedOn());
        List<Piece> after = sectors.list(draft.id());
        List<Redrawing.Change> changes = Redrawing.changes(origin.pieces(), after);
        Map<String, UUID> ids = new HashMap<>(origin.ids());
        after.forEach(piece -> ids.computeIfAbsent(
                piece.code(), code -> UUID.nameUUIDFromBytes((draft.id() + code).getBytes(StandardCharsets.UTF_8))));
        return new DraftGround(
                draft.id(),
                draft.revision(),
                origin.version(),
                origin.pieces(),
                after,
                changes,
                Survey.of(after, jurisdictions.profile().boundary(), published.toleranceMetres()),
                origin.squareMetres(),
                squareMetres(after, origin),
                ids,
                DraftGround.bornFrom(origin.pieces(), after, changes),
                origin.lookup(),
                published.lookup(origin.version(), after, ids));
    }

    private synchronized Origin origin(UUID versionId) {
        return origins.computeIfAbsent(versionId, id -> {
            PublishedSectors.Version version = published.get(id);
            List<Piece> pieces = published.pieces(id);
            Map<String, Double> areas = new HashMap<>();
            pieces.forEach(piece -> areas.put(piece.code(), Areas.squareMetres(piece.shape())));
            Map<String, UUID> ids = published.sectorIds(version.setId());
            return new Origin(version, pieces, areas, ids, published.lookup(version, pieces, ids));
        });
    }

    /** Most sectors are as they were: theirs are known. */
    private static Map<String, Double> squareMetres(List<Piece> after, Origin origin) {
        Map<String, Double> areas = new HashMap<>();
        for (Piece piece : after) {
            Optional<Double> known = origin.pieces().stream()
                    .filter(before ->
                            before.code().equals(piece.code()) && before.shape().equalsExact(piece.shape()))
                    .findFirst()
                    .map(same -> origin.squareMetres().get(same.code()));
            areas.put(piece.code(), known.orElseGet(() -> Areas.squareMetres(piece.shape())));
        }
        return areas;
    }

    private synchronized @Nullable DraftGround find(UUID draftId) {
        return kept.get(draftId);
    }

    private synchronized void keep(DraftGround ground) {
        kept.put(ground.draftId(), ground);
    }
}
