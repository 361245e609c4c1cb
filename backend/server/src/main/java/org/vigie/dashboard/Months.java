package org.vigie.dashboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;

/**
 * What came in month by month, beside what was to be expected: a plain seasonal mean, of the same month in the years before. It knows no
 * trend, and says of how many years it is.
 */
@Repository
class Months {

    private final JdbcClient jdbc;

    Months(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the period touches and that had begun, whole, praise left out. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<Figures.Month> list(Period period, Instant asOf, FigureFilter filter) {
        ZoneId zone = CurrentJurisdiction.get().zone();
        Map<YearMonth, Integer> counts = counts(asOf, filter, zone);
        Optional<YearMonth> first = firstWhole(zone);
        List<Figures.Month> months = new ArrayList<>();
        YearMonth last = YearMonth.from(period.last());
        for (YearMonth month = YearMonth.from(period.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            if (start(month, zone).isBefore(asOf)) {
                months.add(month(
                        month, counts, first, !start(month.plusMonths(1), zone).isAfter(asOf)));
            }
        }
        return months;
    }

    private static Figures.Month month(
            YearMonth month, Map<YearMonth, Integer> counts, Optional<YearMonth> first, boolean isOver) {
        int sum = 0;
        int years = 0;
        YearMonth before = month.minusYears(1);
        while (first.isPresent() && !before.isBefore(first.get())) {
            sum += counts.getOrDefault(before, 0);
            years++;
            before = before.minusYears(1);
        }
        @Nullable Double expected = years == 0 ? null : Double.valueOf((double) sum / years);
        return new Figures.Month(month, counts.getOrDefault(month, 0), expected, years, isOver);
    }

    private Map<YearMonth, Integer> counts(Instant asOf, FigureFilter filter, ZoneId zone) {
        Map<String, Object> values = new HashMap<>();
        values.put("asOf", Timestamp.from(asOf));
        values.put("zone", zone.getId());
        String wanted = filter.and(values);
        Map<YearMonth, Integer> counts = new HashMap<>();
        jdbc.sql("select cast(date_trunc('month', r.received_at at time zone :zone) as date) as month, count(*) as n "
                        + Lives.FILED + " and r.kind <> 'PRAISE' " + wanted + " group by 1")
                .params(values)
                .query((RowCallbackHandler)
                        row -> counts.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("n")));
        return counts;
    }

    /** The first month that began after the first request had come in: of one before it nobody knows the whole. */
    private Optional<YearMonth> firstWhole(ZoneId zone) {
        return jdbc.sql("select min(received_at) as first from request.request")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp("first")))
                .single()
                .map(first -> YearMonth.from(first.toInstant().atZone(zone)).plusMonths(1));
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
