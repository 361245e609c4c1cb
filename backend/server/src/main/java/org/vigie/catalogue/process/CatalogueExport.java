package org.vigie.catalogue.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.process.file.CatalogueFiles;
import org.vigie.catalogue.process.file.WrittenCatalogue;

/** Writes the catalogue of the jurisdiction that is open as a file. */
@Component
public class CatalogueExport {

    private final Categories categories;
    private final ProcessVersions versions;
    private final StandingProcess standing;
    private final CatalogueOutline outline;

    CatalogueExport(
            Categories categories, ProcessVersions versions, StandingProcess standing, CatalogueOutline outline) {
        this.categories = categories;
        this.versions = versions;
        this.standing = standing;
        this.outline = outline;
    }

    @Transactional(readOnly = true)
    public byte[] write(CatalogueFiles.Format format) {
        return CatalogueFiles.write(read(), format);
    }

    /** What holds now; of a process that was never published, its draft. Withdrawn categories are left out. */
    private WrittenCatalogue read() {
        Map<UUID, ProcessVersion> inForce = byCategory(versions.listInForce());
        Map<UUID, ProcessVersion> newest = byCategory(versions.listNewest());
        Set<UUID> offered = categories.listActive().stream().map(Category::id).collect(Collectors.toSet());
        List<ProcessContent> processes = categories.list().stream()
                .filter(category -> offered.contains(category.id()) || newest.containsKey(category.id()))
                .map(category -> Optional.ofNullable(inForce.get(category.id()))
                        .or(() -> Optional.ofNullable(newest.get(category.id())))
                        .map(ProcessVersion::content)
                        .orElseGet(() -> standing.of(category)))
                .toList();
        return new WrittenCatalogue(outline.organisations(), outline.domains(), processes);
    }

    static Map<UUID, ProcessVersion> byCategory(List<ProcessVersion> versions) {
        return versions.stream().collect(Collectors.toMap(ProcessVersion::categoryId, Function.identity()));
    }
}
