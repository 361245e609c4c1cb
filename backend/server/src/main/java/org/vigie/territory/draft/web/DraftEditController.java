package org.vigie.territory.draft.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.web.Revision;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.SectorReading;
import org.vigie.territory.draft.DraftImport;
import org.vigie.territory.draft.SectorDrawing;
import org.vigie.territory.topology.Settlement;

/** Edits of a draft. Each is made on the revision that was seen, and answers with the draft as it stands afterwards. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/sector-drafts/{id}")
class DraftEditController {

    /** @param ground that the sector is to have */
    record ClaimBody(@NotNull String code, @NotNull Polygon ground) {}

    record SplitBody(
            @NotNull String code,
            @NotNull LineString line,
            @NotNull @Size(min = 1, max = 120) String name) {}

    /** @param codes the first keeps its code and its name */
    record MergeBody(@NotNull @Size(min = 2, max = 100) List<String> codes) {}

    /** @param from a corner, or a point of an edge that becomes one */
    record PointBody(@NotNull Wgs84Point from, @NotNull Wgs84Point to) {}

    record NameBody(
            @NotNull String code,
            @NotNull @Size(min = 1, max = 120) String name) {}

    private static final int MOST_BYTES = 32 << 20;

    private final SectorDrawing drawing;
    private final DraftImport imports;
    private final DraftAnswers answers;

    DraftEditController(SectorDrawing drawing, DraftImport imports, DraftAnswers answers) {
        this.drawing = drawing;
        this.imports = imports;
        this.answers = answers;
    }

    @PostMapping("/claim")
    ResponseEntity<DraftBody> claim(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ClaimBody body) {
        drawing.claim(id, revision.number(), body.code(), body.ground());
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/split")
    ResponseEntity<DraftBody> split(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody SplitBody body) {
        drawing.split(id, revision.number(), body.code(), new SectorDrawing.Cut(body.line(), body.name()));
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/merge")
    ResponseEntity<DraftBody> merge(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody MergeBody body) {
        drawing.merge(id, revision.number(), body.codes());
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/point")
    ResponseEntity<DraftBody> movePoint(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PointBody body) {
        drawing.movePoint(id, revision.number(), body.from(), body.to());
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/name")
    ResponseEntity<DraftBody> rename(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody NameBody body) {
        drawing.rename(id, revision.number(), body.code(), body.name());
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/undo")
    ResponseEntity<DraftBody> undo(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drawing.undo(id, revision.number());
        return answers.draft(HttpStatus.OK, id);
    }

    @PostMapping("/redo")
    ResponseEntity<DraftBody> redo(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drawing.redo(id, revision.number());
        return answers.draft(HttpStatus.OK, id);
    }

    /** The body is a GeoJSON file. What is wrong with it is part of the answer; the draft changes only by a partition. */
    @PostMapping("/import")
    ResponseEntity<DraftAnswers.ImportBody> bringIn(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            FieldsQuery query,
            HttpServletRequest request)
            throws IOException {
        Path file = Files.createTempFile("vigie-draft", ".geojson");
        try {
            keep(request.getInputStream(), file);
            DraftImport.Order order = new DraftImport.Order(query.toFields(), Optional.ofNullable(query.settle()));
            return answers.imported(id, imports.run(id, revision.number(), file, order));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    record FieldsQuery(@Nullable String codeField, @Nullable String nameField, Settlement.@Nullable Rule settle) {

        SectorReading.Fields toFields() {
            return new SectorReading.Fields(
                    java.util.Objects.requireNonNullElse(codeField, "code"),
                    java.util.Objects.requireNonNullElse(nameField, "name"),
                    Optional.empty());
        }
    }

    private static void keep(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            long copied = 0;
            byte[] buffer = new byte[1 << 16];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                copied += n;
                if (copied > MOST_BYTES) {
                    throw new Refusal(Refusal.Kind.TOO_LARGE, "body-too-large");
                }
                out.write(buffer, 0, n);
            }
        }
    }
}
