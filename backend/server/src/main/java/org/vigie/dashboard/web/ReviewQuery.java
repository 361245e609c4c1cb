package org.vigie.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.vigie.access.Refusal;
import org.vigie.catalogue.RequestKind;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.request.Channel;

/**
 * What is asked for: days of the jurisdiction's calendar, each included.
 *
 * @param from absent: of the last whole month
 * @param compareFrom absent: the same days of the year before
 */
record ReviewQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate compareFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate compareTo,

        @Nullable List<String> category,
        @Nullable List<String> domain,
        @Nullable List<String> sector,
        @Nullable List<String> team,
        @Nullable List<String> service,
        @Nullable List<Channel> channel,
        @Nullable List<RequestKind> kind) {

    Period period(LocalDate today) {
        if (from == null && to == null) {
            LocalDate first = today.withDayOfMonth(1).minusMonths(1);
            return new Period(first, first.plusMonths(1).minusDays(1));
        }
        return of(from, to);
    }

    Period comparison(Period period) {
        return compareFrom == null && compareTo == null ? period.yearBefore() : of(compareFrom, compareTo);
    }

    private static Period of(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            throw Refusal.invalid("period-incomplete");
        }
        return new Period(first, last);
    }

    FigureFilter filter() {
        return new FigureFilter(
                all(category), all(domain), all(sector), all(team), all(service), all(channel), all(kind));
    }

    private static <T> List<T> all(@Nullable List<T> wanted) {
        return Objects.requireNonNullElse(wanted, List.of());
    }
}
