package org.vigie.catalogue.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.ProcessContent;
import org.vigie.catalogue.process.ProcessDrafting;
import org.vigie.catalogue.process.ProcessReferences;
import org.vigie.catalogue.process.ProcessVersion;
import org.vigie.catalogue.process.ProcessVersions;
import org.vigie.catalogue.process.Processes;

/** Puts together what the desk shows of processes. */
@Component
class ProcessBodies {

    record ListBody(List<ItemBody> items) {}

    /**
     * @param finds words that find it: names it had before, and what people call it
     * @param version in force; absent while the category stands without one
     * @param underWay the next one, as far as it has come
     * @param offered whether it may be reported somewhere
     */
    record ItemBody(
            String code,
            String name,
            String glyph,
            String domain,
            String service,
            List<String> finds,
            @Nullable Integer version,
            @Nullable UnderWayBody underWay,
            boolean offered) {}

    /** @param from when a published one begins to hold */
    record UnderWayBody(
            int version,
            ProcessVersion.State state,
            @Nullable Instant from) {}

    /**
     * @param current what holds now, also where there is no version yet
     * @param versions the newest first
     * @param known codes that a version may name
     */
    record ProcessBody(
            String code,
            String name,
            @Nullable Integer version,
            ProcessContent current,
            List<VersionBody> versions,
            ProcessReferences.Known known) {}

    /** @param mayReview whether whoever reads it is a referent of its service */
    record VersionBody(
            UUID id,
            int number,
            ProcessVersion.State state,
            boolean inForce,
            @Nullable Instant from,
            HandBody drafted,
            @Nullable HandBody reviewed,
            @Nullable HandBody published,
            boolean mayReview,
            int revision,
            ProcessContent content) {}

    /** @param name absent when it was an import */
    record HandBody(@Nullable String name, Instant at) {}

    private final Categories categories;
    private final ProcessVersions versions;
    private final ProcessDrafting drafting;
    private final Processes processes;
    private final ProcessReferences references;

    ProcessBodies(
            Categories categories,
            ProcessVersions versions,
            ProcessDrafting drafting,
            Processes processes,
            ProcessReferences references) {
        this.categories = categories;
        this.versions = versions;
        this.drafting = drafting;
        this.processes = processes;
        this.references = references;
    }

    /** @throws Refusal not-found */
    @Transactional(readOnly = true)
    public Category category(String code) {
        return categories.list().stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("process"));
    }

    @Transactional(readOnly = true)
    public ListBody list() {
        Map<UUID, ProcessVersion> newest = versions.listNewest().stream()
                .collect(Collectors.toMap(ProcessVersion::categoryId, Function.identity()));
        Set<UUID> offered = categories.listActive().stream().map(Category::id).collect(Collectors.toSet());
        return new ListBody(categories.list().stream()
                .map(category ->
                        item(category, Optional.ofNullable(newest.get(category.id())), offered.contains(category.id())))
                .toList());
    }

    private ItemBody item(Category category, Optional<ProcessVersion> newest, boolean isOffered) {
        Optional<ProcessVersion> inForce = processes.inForce(category.id());
        return new ItemBody(
                category.code(),
                category.name(),
                category.glyph(),
                category.domainCode(),
                category.service().name(),
                Arrays.stream(category.keywords().strip().split("\\s+"))
                        .map(Category::untied)
                        .toList(),
                inForce.map(ProcessVersion::number).orElse(null),
                newest.filter(version -> inForce.isEmpty()
                                || version.number() > inForce.get().number())
                        .map(version -> new UnderWayBody(
                                version.number(),
                                version.state(),
                                version.holdsFrom().orElse(null)))
                        .orElse(null),
                isOffered);
    }

    @Transactional(readOnly = true)
    public ProcessBody ofVersion(UUID versionId, SignedInAccount reader) {
        return of(category(versions.get(versionId).content().code()), reader);
    }

    @Transactional(readOnly = true)
    public ProcessBody of(Category category, SignedInAccount reader) {
        Optional<ProcessVersion> inForce = processes.inForce(category.id());
        return new ProcessBody(
                category.code(),
                category.name(),
                inForce.map(ProcessVersion::number).orElse(null),
                drafting.current(category),
                versions.list(category.id()).stream()
                        .map(version -> version(version, inForce.map(ProcessVersion::id), reader))
                        .toList(),
                references.read());
    }

    private VersionBody version(ProcessVersion version, Optional<UUID> inForce, SignedInAccount reader) {
        boolean isPublished = version.state() == ProcessVersion.State.PUBLISHED;
        return new VersionBody(
                version.id(),
                version.number(),
                version.state(),
                inForce.equals(Optional.of(version.id())),
                version.holdsFrom().orElse(null),
                hand(version.by().drafted()),
                version.by().reviewed().map(ProcessBodies::hand).orElse(null),
                version.by().published().map(ProcessBodies::hand).orElse(null),
                !isPublished && drafting.mayReview(version, reader),
                version.revision(),
                version.content());
    }

    private static HandBody hand(ProcessVersion.Hand hand) {
        return new HandBody(hand.name().isEmpty() ? null : hand.name(), hand.at());
    }
}
