package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.SignedIn;
import org.vigie.access.web.Revision;
import org.vigie.catalogue.process.CatalogueExport;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.catalogue.process.ProcessDrafting;
import org.vigie.catalogue.process.ProcessPublication;
import org.vigie.catalogue.process.file.CatalogueFiles;

/** The processes at the desk: their versions, and the way of the next one to its publication. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/catalogue")
class ProcessController {

    /** @param id of the new version, made by the client */
    record BeginBody(@NotNull UUID id) {}

    /** @param from at once, when absent */
    record PublicationBody(@Nullable Instant from) {}

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ProcessBodies bodies;
    private final ProcessDrafting drafting;
    private final ProcessPublication publication;
    private final CatalogueExport export;

    ProcessController(
            ProcessBodies bodies, ProcessDrafting drafting, ProcessPublication publication, CatalogueExport export) {
        this.bodies = bodies;
        this.drafting = drafting;
        this.publication = publication;
        this.export = export;
    }

    @GetMapping("/processes")
    ProcessBodies.ListBody list() {
        return bodies.list();
    }

    /** All versions of one, the newest first. */
    @GetMapping("/processes/{code}")
    ProcessBodies.ProcessBody get(@PathVariable String code) {
        return bodies.of(bodies.category(code), SignedIn.get());
    }

    /** Drafts the next version from what holds now; one is under way at a time. */
    @PostMapping("/processes/{code}/versions")
    ResponseEntity<ProcessBodies.ProcessBody> begin(@PathVariable String code, @Valid @RequestBody BeginBody body) {
        drafting.begin(body.id(), bodies.category(code), SignedIn.get());
        return ResponseEntity.status(HttpStatus.CREATED).body(bodies.of(bodies.category(code), SignedIn.get()));
    }

    /** Other words; a version that was reviewed has to be again. */
    @PutMapping("/versions/{id}")
    ProcessBodies.ProcessBody edit(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody ProcessContent content) {
        drafting.edit(id, revision.number(), content, SignedIn.get());
        return bodies.ofVersion(id, SignedIn.get());
    }

    @DeleteMapping("/versions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafting.discard(id, revision.number());
    }

    /** A referent of its service agrees to it as it stands. */
    @PostMapping("/versions/{id}/review")
    ProcessBodies.ProcessBody review(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) Revision revision) {
        drafting.review(id, revision.number(), SignedIn.get());
        return bodies.ofVersion(id, SignedIn.get());
    }

    /** New requests take it from then on; those that run keep theirs. */
    @PostMapping("/versions/{id}/publication")
    ProcessBodies.ProcessBody publish(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) Revision revision,
            @Valid @RequestBody PublicationBody body) {
        publication.publish(id, revision.number(), Optional.ofNullable(body.from()), SignedIn.get());
        return bodies.ofVersion(id, SignedIn.get());
    }

    @GetMapping("/export.yaml")
    ResponseEntity<byte[]> yaml() {
        return file("catalogue.yaml", YAML, CatalogueFiles.Format.YAML);
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> workbook() {
        return file("catalogue.xlsx", XLSX, CatalogueFiles.Format.XLSX);
    }

    private ResponseEntity<byte[]> file(String name, MediaType type, CatalogueFiles.Format format) {
        String disposition =
                ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(export.write(format));
    }
}
