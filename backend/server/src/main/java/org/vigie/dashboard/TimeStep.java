package org.vigie.dashboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How finely a period is told: each step is named by its first day of the jurisdiction's calendar, and weeks begin on Mondays. */
public enum TimeStep {
    DAY,
    WEEK,
    MONTH,
    /** The period is one step. */
    WHOLE;

    /** The first day of the step that this day is in. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY, WHOLE -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** Every step that a period touches, in order; the first and the last may reach beyond it and are counted within it only. */
    public List<LocalDate> of(Period period) {
        List<LocalDate> steps = new ArrayList<>();
        for (LocalDate day = first(period.first()); !day.isAfter(period.last()); day = next(day)) {
            steps.add(day);
            if (this == WHOLE) {
                break;
            }
        }
        return steps;
    }

    private LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY, WHOLE -> day.plusDays(1);
            case WEEK -> day.plusWeeks(1);
            case MONTH -> day.plusMonths(1);
        };
    }

    /** Its first day of {@code received_at}. */
    String sql() {
        return switch (this) {
            case DAY -> truncated("day");
            case WEEK -> truncated("week");
            case MONTH -> truncated("month");
            case WHOLE -> "cast(:first as date)";
        };
    }

    private static String truncated(String unit) {
        return "cast(date_trunc('" + unit + "', received_at at time zone :zone) as date)";
    }
}
