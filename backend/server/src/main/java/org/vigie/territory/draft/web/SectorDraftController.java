package org.vigie.territory.draft.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.web.Revision;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.draft.DraftPublication;
import org.vigie.territory.draft.SectorDraft;
import org.vigie.territory.draft.SectorDrafts;
import org.vigie.territory.draft.SectorDrawing;

/** Versions and drafts of the jurisdiction's sectors: what there is, beginning one, publishing one. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/sector-drafts")
class SectorDraftController {

    record ListBody(List<DraftBody.VersionBody> versions, List<DraftLineBody> drafts) {}

    /** @param number that its version would have */
    record DraftLineBody(
            UUID id, UUID setId, int number, String name, SectorDraft.By created, SectorDraft.By changed) {}

    record ShapesBody(DraftBody.VersionBody version, List<DraftBody.SectorBody> sectors) {}

    record NewDraftBody(
            @Nullable UUID setId,
            @NotNull @Size(min = 1, max = 120) String name) {}

    record PublicationBody(
            @Nullable Instant from,
            @NotNull @Size(min = 1, max = 1000) String reason) {}

    private final SectorDrafts drafts;
    private final SectorDrawing drawing;
    private final DraftPublication publication;
    private final PublishedSectors published;
    private final DraftAnswers answers;

    SectorDraftController(
            SectorDrafts drafts,
            SectorDrawing drawing,
            DraftPublication publication,
            PublishedSectors published,
            DraftAnswers answers) {
        this.drafts = drafts;
        this.drawing = drawing;
        this.publication = publication;
        this.published = published;
        this.answers = answers;
    }

    @GetMapping
    ListBody list() {
        List<PublishedSectors.Version> versions = published.list();
        return new ListBody(
                versions.stream().map(answers::version).toList(),
                drafts.list().stream().map(draft -> line(draft, versions)).toList());
    }

    private static DraftLineBody line(SectorDraft draft, List<PublishedSectors.Version> versions) {
        int number = versions.stream()
                        .filter(version -> version.id().equals(draft.basedOn()))
                        .mapToInt(PublishedSectors.Version::number)
                        .findFirst()
                        .orElse(0)
                + 1;
        return new DraftLineBody(draft.id(), draft.setId(), number, draft.name(), draft.created(), draft.changed());
    }

    /** The sectors of a version, to be drawn beside those of a draft. */
    @GetMapping("/versions/{id}")
    ShapesBody shapes(@PathVariable UUID id) {
        return answers.shapes(published.get(id), published.pieces(id));
    }

    @PostMapping
    ResponseEntity<DraftBody> start(@Valid @RequestBody NewDraftBody body) {
        UUID set = Optional.ofNullable(body.setId())
                .or(() -> published.list().stream()
                        .filter(PublishedSectors.Version::serves)
                        .map(PublishedSectors.Version::setId)
                        .findFirst())
                .orElseThrow(() -> Refusal.notFound("sector set"));
        return answers.draft(HttpStatus.CREATED, drawing.start(set, body.name()));
    }

    @GetMapping("/{id}")
    ResponseEntity<DraftBody> get(@PathVariable UUID id) {
        return answers.draft(HttpStatus.OK, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafts.discard(id, revision.number());
    }

    /** Says that the caller has it open; to be repeated while that is so. */
    @PostMapping("/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lookAt(@PathVariable UUID id) {
        drafts.lookAt(id);
    }

    @PostMapping("/{id}/publication")
    DraftBody.VersionBody publish(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PublicationBody body) {
        return answers.version(publication.publish(
                id,
                revision.number(),
                Optional.ofNullable(body.from()),
                Objects.requireNonNullElse(body.reason(), "")));
    }
}
