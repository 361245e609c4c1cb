package org.vigie.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.Promise;
import org.vigie.catalogue.RequestKind;
import org.vigie.catalogue.calendar.Length;

/**
 * What the city promises and what it has kept in the last twelve whole months, for everybody to read.
 *
 * <p>Of a private category nothing is told about fewer than five requests, and what is withheld is in no sum: it cannot be had by
 * subtraction. Only this one period is answered, so that it cannot be had from two that differ by a day either.
 */
@Component
public class PublicPromises {

    static final int FEWEST_PRIVATE = 5;
    private static final int MONTHS = 12;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** @param items in the order of the catalogue; {@code total} of what they show */
    public record Achieved(Period period, List<OfCategory> items, List<Kept> total) {}

    /** One category and its promises, in the order in which they are kept. */
    public record OfCategory(String code, String name, String domain, List<OfPromise> promises) {}

    /**
     * @param length as it is promised today
     * @param due how many fell due; absent, as {@code kept} is, when that is withheld
     */
    public record OfPromise(
            Commitment commitment,
            Length length,
            @Nullable Integer due,
            @Nullable Integer kept) {}

    private record Key(UUID jurisdictionId, YearMonth month) {}

    private final FigureBook book;
    private final Categories categories;
    private final Clock clock;
    private final Cache<Key, Achieved> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT_FOR).maximumSize(1_000).build();

    PublicPromises(FigureBook book, Categories categories, Clock clock) {
        this.book = book;
        this.categories = categories;
        this.clock = clock;
    }

    /** Told anew every ten minutes at most: counting takes a moment and anybody may ask. */
    public Achieved get() {
        var jurisdiction = CurrentJurisdiction.get();
        YearMonth month = YearMonth.from(clock.instant().atZone(jurisdiction.zone()));
        return known.get(new Key(jurisdiction.id(), month), key -> count(key.month()));
    }

    private Achieved count(YearMonth month) {
        LocalDate end = month.atDay(1);
        Period period = new Period(end.minusMonths(MONTHS), end.minusDays(1));
        Map<String, Figures.Group> groups =
                book.of(period, FigureFilter.ALL).groups().getOrDefault(Dimension.CATEGORY, List.of()).stream()
                        .collect(Collectors.toMap(Figures.Group::code, Function.identity()));
        List<OfCategory> items = categories.listActive().stream()
                .filter(category -> category.kind() != RequestKind.PRAISE)
                .map(category -> ofCategory(category, groups.get(category.code())))
                .toList();
        return new Achieved(period, items, total(items));
    }

    private static OfCategory ofCategory(Category category, Figures.@Nullable Group group) {
        Map<Commitment, Kept> counted = group == null
                ? Map.of()
                : group.sums().promises().stream().collect(Collectors.toMap(Kept::commitment, Function.identity()));
        List<OfPromise> promises = new ArrayList<>();
        category.promises()
                .made()
                .forEach((commitment, promise) -> promises.add(ofPromise(
                        promise,
                        counted.getOrDefault(commitment, new Kept(commitment, 0, 0, 0)),
                        category.isPrivate() || (group != null && group.isPrivate()))));
        return new OfCategory(category.code(), category.name(), category.domainCode(), promises);
    }

    private static OfPromise ofPromise(Promise promise, Kept kept, boolean isPrivate) {
        return isPrivate && kept.due() < FEWEST_PRIVATE
                ? new OfPromise(kept.commitment(), promise.length(), null, null)
                : new OfPromise(kept.commitment(), promise.length(), kept.due(), kept.kept());
    }

    private static List<Kept> total(List<OfCategory> items) {
        Map<Commitment, Kept> sums = new EnumMap<>(Commitment.class);
        for (OfCategory item : items) {
            for (OfPromise promise : item.promises()) {
                Integer due = promise.due();
                Integer kept = promise.kept();
                if (due != null && kept != null) {
                    sums.merge(
                            promise.commitment(),
                            new Kept(promise.commitment(), due, kept, 0),
                            (a, b) -> new Kept(a.commitment(), a.due() + b.due(), a.kept() + b.kept(), 0));
                }
            }
        }
        return List.copyOf(sums.values());
    }
}
