package org.vigie.catalogue.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.ReportRequirements;

/** A category that has no version yet, put as a process: what its columns, promises and skills say. */
@Component
class StandingProcess {

    private final Categories categories;
    private final Calendars calendars;
    private final ReportRequirements requirements;
    private final ObjectProvider<NeededSkills> skills;

    StandingProcess(
            Categories categories,
            Calendars calendars,
            ReportRequirements requirements,
            ObjectProvider<NeededSkills> skills) {
        this.categories = categories;
        this.calendars = calendars;
        this.requirements = requirements;
        this.skills = skills;
    }

    ProcessContent of(Category category) {
        return new ProcessContent(
                category.code(),
                category.domainCode(),
                category.service().code(),
                category.name(),
                synonyms(category.keywords()),
                category.glyph(),
                category.kind(),
                category.isUrgent() ? ProcessContent.Priority.URGENT : ProcessContent.Priority.NORMAL,
                category.isPrivate(),
                category.duplicateRadiusMetres(),
                List.of(),
                List.of(),
                List.of(),
                needed(category).orElse(List.of()),
                List.of(),
                List.copyOf(requirements.of(category.id())),
                terms(category),
                categories.needsFormalReply(category.id()),
                "",
                "",
                ProcessContent.USUAL_RETENTION_MONTHS);
    }

    /** A version in force with what its category promises and asks for by now: both may be changed at the desk since it was published. */
    ProcessContent asPromised(ProcessContent version, Category category) {
        List<ProcessContent.Term> now = terms(category);
        List<String> needed = needed(category).orElse(version.skills());
        boolean stands = Set.copyOf(now).equals(Set.copyOf(version.commitments()))
                && Set.copyOf(needed).equals(Set.copyOf(version.skills()));
        return stands ? version : version.promising(now, needed);
    }

    private Optional<List<String>> needed(Category category) {
        return skills.stream().findFirst().map(known -> known.of(category.id()));
    }

    private static List<String> synonyms(String keywords) {
        return Arrays.stream(keywords.strip().split("\\s+"))
                .map(Category::untied)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private List<ProcessContent.Term> terms(Category category) {
        Map<UUID, String> codes = calendars.list().entrySet().stream()
                .flatMap(entry -> entry.getValue().id().stream().map(id -> Map.entry(id, entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Function<Promise, String> calendar = promise -> promise.calendar()
                .id()
                .flatMap(id -> Optional.ofNullable(codes.get(id)))
                .orElse("");
        return category.promises().made().entrySet().stream()
                .map(made -> new ProcessContent.Term(
                        made.getKey(),
                        made.getValue().length().amount(),
                        made.getValue().length().unit(),
                        calendar.apply(made.getValue()),
                        made.getValue().warning()))
                .toList();
    }
}
