package org.vigie.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.RequestState;

/** Counts the figures of a period. */
@Component
public class FigureBook {

    private final Lives lives;
    private final Months months;
    private final Calendars calendars;
    private final Clock clock;

    FigureBook(Lives lives, Months months, Calendars calendars, Clock clock) {
        this.lives = lives;
        this.months = months;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** As they were known when the period ended, or are now while it is not over. */
    @Transactional(readOnly = true)
    public Figures of(Period period, FigureFilter filter) {
        ZoneId zone = CurrentJurisdiction.get().zone();
        Instant from = period.from(zone);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant asOf = period.to(zone).isBefore(now) ? period.to(zone) : now;
        Collection<Life> all = lives.list(from, asOf, filter);
        List<Life> counted =
                all.stream().filter(life -> life.kind() != RequestKind.PRAISE).toList();
        Tally total = new Tally();
        Map<Dimension, Map<Life.Named, Tally>> groups = groups();
        Optional<OpenTime> hours = hours(counted, zone);
        for (Life life : counted) {
            Seen seen = Seen.of(life, from, asOf, hours);
            total.add(seen);
            life.filed()
                    .forEach((dimension, named) ->
                            tally(groups, dimension, named).add(seen));
        }
        List<Life> received = counted.stream()
                .filter(life -> !life.receivedAt().isBefore(from))
                .toList();
        return new Figures(
                period,
                asOf,
                (int) all.stream()
                        .filter(life -> life.kind() == RequestKind.PRAISE
                                && !life.receivedAt().isBefore(from))
                        .count(),
                total.sums(),
                states(received, asOf),
                received.stream().map(life -> life.age(asOf)).reduce(Duration.ZERO, Duration::plus),
                named(groups, counted),
                months.list(period, asOf, filter));
    }

    private Optional<OpenTime> hours(List<Life> counted, ZoneId zone) {
        Optional<LocalDate> first = counted.stream()
                .map(Life::receivedAt)
                .min(Instant::compareTo)
                .map(at -> at.atZone(zone).toLocalDate().minusDays(1));
        return first.flatMap(day -> calendars.hotline().flatMap(calendars::find).map(it -> new OpenTime(it, day)));
    }

    private static Map<Dimension, Map<Life.Named, Tally>> groups() {
        Map<Dimension, Map<Life.Named, Tally>> groups = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            groups.put(dimension, new TreeMap<>(Comparator.comparing(Life.Named::code)));
        }
        return groups;
    }

    private static Tally tally(Map<Dimension, Map<Life.Named, Tally>> groups, Dimension dimension, Life.Named named) {
        return Objects.requireNonNull(groups.get(dimension)).computeIfAbsent(named, code -> new Tally());
    }

    private static List<Figures.StateTime> states(List<Life> received, Instant asOf) {
        Map<RequestState, Duration> times = new EnumMap<>(RequestState.class);
        received.forEach(
                life -> life.timeInStates(asOf).forEach((state, time) -> times.merge(state, time, Duration::plus)));
        return times.entrySet().stream()
                .map(each -> new Figures.StateTime(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<Dimension, List<Figures.Group>> named(
            Map<Dimension, Map<Life.Named, Tally>> groups, List<Life> counted) {
        Map<Dimension, List<Figures.Group>> named = new EnumMap<>(Dimension.class);
        Set<Life.Named> closed = new HashSet<>();
        counted.stream()
                .filter(Life::isPrivate)
                .forEach(life -> closed.add(Objects.requireNonNull(life.filed().get(Dimension.CATEGORY))));
        groups.forEach((dimension, tallies) -> {
            List<Figures.Group> rows = new ArrayList<>();
            tallies.forEach((of, tally) -> {
                Sums sums = tally.sums();
                if (!sums.isEmpty()) {
                    rows.add(new Figures.Group(
                            of.code(), of.name(), dimension == Dimension.CATEGORY && closed.contains(of), sums));
                }
            });
            named.put(dimension, List.copyOf(rows));
        });
        return named;
    }
}
