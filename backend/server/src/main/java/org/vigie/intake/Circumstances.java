package org.vigie.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Areas;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.CompetenceLookup;
import org.vigie.catalogue.Competences;
import org.vigie.catalogue.calendar.WorkCalendar;
import org.vigie.request.Place;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;
import org.vigie.request.PriorityMatrix;
import org.vigie.request.rules.Facts;
import org.vigie.request.rules.RuleBook;
import org.vigie.request.rules.Rules;
import org.vigie.request.rules.Vocabularies;
import org.vigie.request.rules.Vocabulary;
import org.vigie.team.Coverage;
import org.vigie.team.Coverages;
import org.vigie.team.Shift;
import org.vigie.team.Shifts;

/**
 * What a report falls into: the rules that hold, what is near, who covers what and when. As it stands, or as it would with other rules.
 */
@Component
public class Circumstances {

    /**
     * All that is gone by, as it stood at one moment: a thousand reports that are treated by one book are treated alike. For one thread.
     *
     * @param names asked for once something has to be told
     * @param tells whether reasons are put into words, which takes longer than to find them
     */
    public record Book(RuleBook rules, Supplier<Vocabulary> names, Picture picture, boolean tells) {

        /** The same, for whoever only counts. */
        public Book silent() {
            return new Book(rules, names, picture, false);
        }
    }

    /** What there is beside the rules. */
    record Picture(
            PriorityMatrix priorities,
            CompetenceLookup competences,
            Coverage coverage,
            Supplier<List<Shift>> shifts,
            Supplier<Map<String, WorkCalendar>> calendars) {}

    private final Priorities priorities;
    private final Rules rules;
    private final Vocabularies vocabularies;
    private final Areas areas;
    private final Shifts shifts;
    private final Calendars calendars;
    private final Competences competences;
    private final Coverages coverages;

    Circumstances(
            Priorities priorities,
            Rules rules,
            Vocabularies vocabularies,
            Areas areas,
            Shifts shifts,
            Calendars calendars,
            Competences competences,
            Coverages coverages) {
        this.priorities = priorities;
        this.rules = rules;
        this.vocabularies = vocabularies;
        this.areas = areas;
        this.shifts = shifts;
        this.calendars = calendars;
        this.competences = competences;
        this.coverages = coverages;
    }

    /** The rules that hold now. */
    public Book now() {
        return with(rules.now());
    }

    /** Other rules, as if they held. */
    public Book with(RuleBook book) {
        return new Book(
                book,
                new Once<>(vocabularies::read),
                new Picture(
                        priorities.now(),
                        competences.now(),
                        coverages.read(),
                        new Once<>(shifts::now),
                        new Once<>(calendars::list)),
                true);
    }

    /** What conditions of rules may ask of a report. */
    public Facts facts(Treatment.Case report, Book book) {
        return facts(
                report,
                report.chosen().priority().orElseGet(() -> table(report, book).priority()),
                book);
    }

    static PriorityChoice table(Treatment.Case report, Book book) {
        return book.picture()
                .priorities()
                .choose(report.category(), report.danger(), report.place().position());
    }

    Facts facts(Treatment.Case report, Priority usual, Book book) {
        Map<UUID, String> codes = book.rules().codes();
        return new Facts(
                report.category(),
                usual,
                PriorityMatrix.told(report.category(), report.danger()),
                new Once<>(() -> near(report.place(), book)),
                report.place().sectorId().map(codes::get),
                new Once<>(() -> areasAt(report.place(), codes)),
                code -> isOnShift(code, report.at(), book),
                code -> isOpen(code, report.at(), book),
                report.channel(),
                report.requester(),
                report.answers(),
                report.words());
    }

    private static Map<String, PriorityChoice.Near> near(Place place, Book book) {
        Map<UUID, String> codes = book.rules().codes();
        return book.picture().priorities().near(place.position()).entrySet().stream()
                .filter(near -> codes.containsKey(near.getKey()))
                .collect(Collectors.toMap(
                        near -> Objects.requireNonNull(codes.get(near.getKey())), Map.Entry::getValue));
    }

    private Set<String> areasAt(Place place, Map<UUID, String> codes) {
        return place.position().map(areas::at).orElse(Set.of()).stream()
                .flatMap(id -> Stream.ofNullable(codes.get(id)))
                .collect(Collectors.toSet());
    }

    private static boolean isOnShift(String code, Instant at, Book book) {
        return book.picture().shifts().get().stream()
                .filter(shift -> shift.code().equals(code))
                .anyMatch(shift ->
                        shift.holdsAt(at.atZone(CurrentJurisdiction.get().zone())));
    }

    private static boolean isOpen(String code, Instant at, Book book) {
        return Optional.ofNullable(book.picture().calendars().get().get(code))
                .filter(calendar -> calendar.at(at).open())
                .isPresent();
    }

    /** Asks once, when asked. For one thread. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> source;
        private Optional<T> known = Optional.empty();

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            if (known.isEmpty()) {
                known = Optional.of(source.get());
            }
            return known.orElseThrow();
        }
    }
}
