package org.vigie.catalogue.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.file.CatalogueFiles;
import org.vigie.catalogue.process.file.CatalogueReading;
import org.vigie.territory.ImportReport;

/**
 * Brings a catalogue in from a file: one transaction, whole or not at all. What is new or says something else becomes a draft, or is
 * published when asked for; what says the same as what holds now, or as what is drafted already, stays as it is.
 */
@Component
public class CatalogueImport {

    private final Categories categories;
    private final ProcessVersions versions;
    private final ProcessDrafting drafting;
    private final ProcessPublication publication;
    private final StandingProcess standing;
    private final CategoryFromProcess sheets;
    private final CatalogueOutline outline;
    private final ProcessReferences references;
    private final Clock clock;

    CatalogueImport(
            Categories categories,
            ProcessVersions versions,
            ProcessDrafting drafting,
            ProcessPublication publication,
            StandingProcess standing,
            CategoryFromProcess sheets,
            CatalogueOutline outline,
            ProcessReferences references,
            Clock clock) {
        this.categories = categories;
        this.versions = versions;
        this.drafting = drafting;
        this.publication = publication;
        this.standing = standing;
        this.sheets = sheets;
        this.outline = outline;
        this.references = references;
        this.clock = clock;
    }

    /** Whether what comes in is published, and from when: at once without an instant. */
    public record Publishing(Optional<Instant> from) {}

    /**
     * @param publishing empty: as drafts, for referents to review
     * @throws Refusal catalogue-faulty when anything in it cannot be kept, each named in the report; catalogue-not-understood
     */
    @Transactional
    public void run(Path file, Optional<Publishing> publishing, ImportReport report) {
        CatalogueReading reading = CatalogueFiles.read(file);
        report.read(reading.entries());
        Map<Long, String> faulty = new HashMap<>();
        reading.faults().forEach(fault -> note(report, faulty, fault.row(), fault.reason()));
        outline.write(reading.catalogue());
        ProcessReferences.Known known = references.read();
        Set<String> seen = new HashSet<>();
        for (CatalogueReading.Row row : reading.processes()) {
            String what = "process " + row.content().code() + ": ";
            if (!seen.add(row.content().code())) {
                note(report, faulty, row.row(), what + "the code is taken by another process of the file");
            }
            known.faults(row.content()).forEach(fault -> note(report, faulty, row.row(), what + fault));
        }
        if (!faulty.isEmpty()) {
            report.rejected(faulty.size());
            Map.Entry<Long, String> first =
                    faulty.entrySet().stream().min(Map.Entry.comparingByKey()).orElseThrow();
            throw Refusal.invalid("catalogue-faulty", report.notes(), first.getKey(), first.getValue());
        }
        Taking taking = new Taking(publishing, report);
        reading.processes().forEach(row -> taking.take(row.content()));
        taking.finish();
    }

    private static void note(ImportReport report, Map<Long, String> faulty, long row, String reason) {
        report.note(row, reason);
        faulty.putIfAbsent(row, reason);
    }

    /** One run over processes that are known to be right. */
    private final class Taking {

        private final Optional<Publishing> publishing;
        private final ImportReport report;
        private final ProcessVersion.Hand hand;
        private final Map<String, Category> byCode = new HashMap<>();
        private final List<ProcessVersion> fresh = new ArrayList<>();
        private final List<ProcessVersion> changed = new ArrayList<>();
        private final Map<UUID, ProcessVersion> inForce = CatalogueExport.byCategory(versions.listInForce());
        private final Map<UUID, ProcessVersion> newest = CatalogueExport.byCategory(versions.listNewest());

        Taking(Optional<Publishing> publishing, ImportReport report) {
            this.publishing = publishing;
            this.report = report;
            this.hand = new ProcessVersion.Hand(
                    Optional.empty(), "", clock.instant().truncatedTo(ChronoUnit.MICROS));
            categories.list().forEach(category -> byCode.put(category.code(), category));
        }

        void take(ProcessContent content) {
            Category category = byCode.get(content.code());
            if (category == null) {
                fresh.add(ProcessVersion.draft(Ids.next(), Ids.next(), 1, content, hand));
                report.created(1);
                return;
            }
            if (holds(category, content)) {
                report.unchanged(1);
                return;
            }
            Optional<ProcessVersion> last = Optional.ofNullable(newest.get(category.id()));
            boolean isDrafted =
                    last.filter(version -> version.content().equals(content)).isPresent();
            boolean isUnderWay = last.filter(version -> version.state() != ProcessVersion.State.PUBLISHED)
                    .isPresent();
            if (isDrafted && (publishing.isEmpty() || !isUnderWay)) {
                report.unchanged(1);
                return;
            }
            changed.add(isUnderWay ? rewritten(last.orElseThrow(), content) : next(category, content));
            report.updated(1);
        }

        private boolean holds(Category category, ProcessContent content) {
            ProcessVersion current = inForce.get(category.id());
            return current != null
                    ? current.content().equals(content)
                    : !newest.containsKey(category.id())
                            && standing.of(category).equals(content);
        }

        private ProcessVersion rewritten(ProcessVersion draft, ProcessContent content) {
            versions.rewrite(draft.id(), content, hand);
            return versions.get(draft.id());
        }

        private ProcessVersion next(Category category, ProcessContent content) {
            drafting.keepAsItStood(category);
            return drafting.begin(Ids.next(), category.id(), content, hand);
        }

        /** What is new is written at once, and everything is published at once. */
        void finish() {
            sheets.add(fresh);
            versions.add(fresh, hand);
            changed.addAll(fresh);
            publishing.ifPresent(when -> publication.publish(changed, when.from(), hand));
        }
    }
}
