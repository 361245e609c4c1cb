package org.vigie.territory.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.JurisdictionProfile;
import org.vigie.territory.Jurisdictions;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorImport;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Redrawing;
import org.vigie.territory.topology.Settlement;

/** What people do to a draft; every edit on the revision that they have seen. */
@Component
public class SectorDrawing {

    private static final int MOST_NAME = 120;

    private final SectorDrafts drafts;
    private final DraftSectors sectors;
    private final PublishedSectors published;
    private final Jurisdictions jurisdictions;

    SectorDrawing(SectorDrafts drafts, DraftSectors sectors, PublishedSectors published, Jurisdictions jurisdictions) {
        this.drafts = drafts;
        this.sectors = sectors;
        this.published = published;
        this.jurisdictions = jurisdictions;
    }

    /**
     * Starts a draft from the newest version of a set.
     *
     * @throws Refusal not-found; draft-of-coverage when the set is no partition
     */
    @Transactional
    public UUID start(UUID setId, String name) {
        PublishedSectors.Version newest = published.newest(setId);
        if (newest.kind() != SectorImport.Kind.PARTITION) {
            throw Refusal.invalid("draft-of-coverage", newest.setName());
        }
        UUID id = drafts.add(setId, newest.id(), named(name));
        sectors.fill(id, noded(published.pieces(newest.id())));
        return id;
    }

    /** Sectors of files whose neighbours were digitised apart get common corners; no ground moves but by that. */
    private List<Piece> noded(List<Piece> pieces) {
        if (Redrawing.isNoded(pieces)) {
            return pieces;
        }
        JurisdictionProfile profile = jurisdictions.profile();
        return Settlement.of(pieces, profile.boundary(), Settlement.Rule.NEAREST)
                .pieces();
    }

    /** Gives the drawn ground to a sector. @throws Refusal as {@link Redrawing#claim} */
    @Transactional
    public void claim(UUID draftId, int revision, String code, Polygon ground) {
        apply(
                draftId,
                revision,
                DraftStep.Kind.CLAIM,
                List.of(code),
                all -> Redrawing.of(all).claim(code, ground));
    }

    /** Cuts a sector in two; the new one is given the code of the old one with a number. @throws Refusal as {@link Redrawing#split} */
    @Transactional
    public void split(UUID draftId, int revision, String code, Cut cut) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        List<Piece> all = sectors.list(draftId);
        String newCode = freeCode(draft, all, code);
        List<Piece> redrawn = Redrawing.of(all).split(code, cut.line(), newCode, named(cut.name()));
        sectors.apply(draft, Edit.between(DraftStep.Kind.SPLIT, names(redrawn, List.of(code, newCode)), all, redrawn));
    }

    /** @param name of the new sector */
    public record Cut(LineString line, String name) {}

    /** Joins neighbours into the first. @throws Refusal as {@link Redrawing#merge} */
    @Transactional
    public void merge(UUID draftId, int revision, List<String> codes) {
        apply(
                draftId,
                revision,
                DraftStep.Kind.MERGE,
                codes,
                all -> Redrawing.of(all).merge(codes));
    }

    /** Moves a corner, or a point of an edge, in all sectors that have it. @throws Refusal as {@link Redrawing#movePoint} */
    @Transactional
    public void movePoint(UUID draftId, int revision, Wgs84Point from, Wgs84Point to) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        List<Piece> all = sectors.list(draftId);
        List<Piece> redrawn = Redrawing.of(all)
                .movePoint(from.toJts().getCoordinate(), to.toJts().getCoordinate());
        List<String> touched = Edit.between(DraftStep.Kind.MOVE_POINT, "", all, redrawn).after().stream()
                .map(Piece::code)
                .toList();
        sectors.apply(draft, Edit.between(DraftStep.Kind.MOVE_POINT, names(all, touched), all, redrawn));
    }

    /** @throws Refusal sector-unknown; sector-name-missing */
    @Transactional
    public void rename(UUID draftId, int revision, String code, String name) {
        String now = named(name);
        apply(
                draftId,
                revision,
                DraftStep.Kind.RENAME,
                List.of(code),
                all -> all.stream()
                        .map(piece -> piece.code().equals(code)
                                ? new Piece(piece.number(), code, now, piece.priority(), piece.shape())
                                : piece)
                        .toList());
    }

    /** Puts other sectors in place of all. */
    @Transactional
    public void replace(UUID draftId, int revision, List<Piece> pieces, String about) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        sectors.apply(draft, Edit.between(DraftStep.Kind.IMPORT, about, sectors.list(draftId), noded(pieces)));
    }

    /** Takes the last edit back, whoever made it. @throws Refusal nothing-to-undo */
    @Transactional
    public void undo(UUID draftId, int revision) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        if (draft.step() == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "nothing-to-undo");
        }
        sectors.undo(draft);
    }

    /** Makes the edit again that was taken back last. @throws Refusal nothing-to-redo */
    @Transactional
    public void redo(UUID draftId, int revision) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        if (draft.step() == draft.lastStep()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "nothing-to-redo");
        }
        sectors.redo(draft);
    }

    private void apply(
            UUID draftId, int revision, DraftStep.Kind kind, List<String> about, UnaryOperator<List<Piece>> drawing) {
        SectorDraft draft = drafts.getToChange(draftId, revision);
        List<Piece> all = sectors.list(draftId);
        about.forEach(code -> refuseUnknown(all, code));
        sectors.apply(draft, Edit.between(kind, names(all, about), all, drawing.apply(all)));
    }

    private static void refuseUnknown(List<Piece> all, String code) {
        if (all.stream().noneMatch(piece -> piece.code().equals(code))) {
            throw Refusal.invalid("sector-unknown", code);
        }
    }

    /** A code that no sector of the set ever had: it would come back to life. */
    private String freeCode(SectorDraft draft, List<Piece> all, String code) {
        Set<String> taken = all.stream().map(Piece::code).collect(Collectors.toSet());
        taken.addAll(published.sectorIds(draft.setId()).keySet());
        int number = 2;
        while (taken.contains(code + "-" + number)) {
            number++;
        }
        return code + "-" + number;
    }

    private static String names(List<Piece> all, List<String> codes) {
        return codes.stream()
                .flatMap(code -> all.stream().filter(piece -> piece.code().equals(code)))
                .map(Piece::name)
                .collect(Collectors.joining(", "));
    }

    private static String named(String name) {
        return Optional.of(name.strip())
                .filter(words -> !words.isEmpty() && words.length() <= MOST_NAME)
                .orElseThrow(() -> Refusal.invalid("sector-name-missing", MOST_NAME));
    }
}
