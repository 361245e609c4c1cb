package org.vigie.territory.draft.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.web.Revision;
import org.vigie.geo.Areas;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.draft.DraftGround;
import org.vigie.territory.draft.DraftGrounds;
import org.vigie.territory.draft.DraftImport;
import org.vigie.territory.draft.DraftSteps;
import org.vigie.territory.draft.SectorDraft;
import org.vigie.territory.draft.SectorDrafts;
import org.vigie.territory.topology.Piece;

/** What the drafts' controllers answer. */
@Component
class DraftAnswers {

    private final SectorDrafts drafts;
    private final DraftGrounds grounds;
    private final DraftSteps steps;
    private final PublishedSectors published;
    private final DraftMapper mapper;

    DraftAnswers(
            SectorDrafts drafts,
            DraftGrounds grounds,
            DraftSteps steps,
            PublishedSectors published,
            DraftMapper mapper) {
        this.drafts = drafts;
        this.grounds = grounds;
        this.steps = steps;
        this.published = published;
        this.mapper = mapper;
    }

    /** What an import came to, with the draft as it stands. */
    record ImportBody(boolean applied, List<String> faults, List<DraftBody.FindingBody> findings, DraftBody draft) {}

    @Transactional(readOnly = true)
    public ResponseEntity<DraftBody> draft(HttpStatus status, UUID id) {
        DraftBody body = body(id);
        return ResponseEntity.status(status)
                .eTag(Revision.eTag(body.revision()))
                .body(body);
    }

    @Transactional(readOnly = true)
    public ResponseEntity<ImportBody> imported(UUID id, DraftImport.Outcome outcome) {
        DraftBody body = body(id);
        return ResponseEntity.ok()
                .eTag(Revision.eTag(body.revision()))
                .body(new ImportBody(outcome.applied(), outcome.faults(), mapper.findings(outcome.findings()), body));
    }

    private DraftBody body(UUID id) {
        SectorDraft draft = drafts.get(id);
        DraftGround ground = grounds.get(id);
        boolean outdated = !published.newest(draft.setId()).id().equals(draft.basedOn());
        return mapper.body(draft, ground, steps.list(id), outdated);
    }

    DraftBody.VersionBody version(PublishedSectors.Version version) {
        return mapper.version(version);
    }

    SectorDraftController.ShapesBody shapes(PublishedSectors.Version version, List<Piece> pieces) {
        return new SectorDraftController.ShapesBody(mapper.version(version), mapper.sectors(pieces, areas(pieces)));
    }

    private static Map<String, Double> areas(List<Piece> pieces) {
        return pieces.stream().collect(Collectors.toMap(Piece::code, piece -> Areas.squareMetres(piece.shape())));
    }
}
