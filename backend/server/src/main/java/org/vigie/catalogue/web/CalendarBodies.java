package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.OpeningState;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;

/** Calendars as they are read and sent. */
final class CalendarBodies {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DAYS_AHEAD = 366;

    /** @param rules the holidays that a calendar may know */
    record ListBody(List<CalendarBody> items, List<HolidayRule> rules) {}

    /** @param days of the coming year that are not like their weekday: holidays, closures, other hours */
    record CalendarBody(
            String code,
            String name,
            String zone,
            HolidayRule holidays,
            boolean hotline,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<WeekdayBody> week,
            List<DayBody> days,
            SettingBody setting) {}

    record WeekdayBody(
            @Min(1) @Max(7) int weekday,
            @NotNull @Size(max = 20) List<@Valid HoursBody> hours) {}

    /** @param holiday told by law or announced; else somebody has entered it for this calendar */
    record DayBody(LocalDate day, String name, List<HoursBody> hours, boolean holiday) {}

    /** @param closes 24:00 is midnight at the end */
    record HoursBody(@NotNull String opens, @NotNull String closes) {}

    /** @param hours none: closed */
    record SpecialDayBody(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 20) List<@Valid HoursBody> hours) {}

    record HolidayBody(
            boolean holiday, @NotBlank @Size(max = 200) String name) {}

    record NewBody(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,40}")
            String code,

            @NotBlank @Size(max = 200) String name,
            @NotNull HolidayRule holidays,
            boolean hotline,
            @NotNull @Size(max = 7) List<@Valid WeekdayBody> week) {}

    /** @param reason kept with the change and in the history of every request that it moves */
    record ChangeBody(
            @NotBlank @Size(max = 200) String name,
            @NotNull HolidayRule holidays,
            boolean hotline,
            @NotNull @Size(max = 7) List<@Valid WeekdayBody> week,
            @NotBlank @Size(max = 500) String reason) {}

    private CalendarBodies() {}

    static CalendarDraft.NewCalendar added(NewBody body) {
        return draft(body.code(), body.name(), body.holidays(), body.hotline(), body.week());
    }

    static CalendarDraft.NewCalendar changed(String code, ChangeBody body) {
        return draft(code, body.name(), body.holidays(), body.hotline(), body.week());
    }

    private static CalendarDraft.NewCalendar draft(
            String code, String name, HolidayRule holidays, boolean hotline, List<WeekdayBody> week) {
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach(day -> hours.put(DayOfWeek.of(day.weekday()), hours(day.hours(), name)));
        return new CalendarDraft.NewCalendar(
                code, name.strip(), CurrentJurisdiction.get().zone(), holidays, hours, hotline);
    }

    static SpecialDay special(SpecialDayBody body) {
        try {
            return new SpecialDay(body.name().strip(), hours(body.hours(), body.name()));
        } catch (IllegalArgumentException overlap) {
            throw Refusal.invalid("calendar-hours-overlap", body.name());
        }
    }

    private static List<Hours> hours(List<HoursBody> bodies, String name) {
        try {
            return bodies.stream()
                    .map(hours -> new Hours(LocalTime.parse(hours.opens()), closing(hours.closes())))
                    .toList();
        } catch (IllegalArgumentException | DateTimeException notUnderstood) {
            throw Refusal.invalid("calendar-hours-overlap", name);
        }
    }

    private static LocalTime closing(String closes) {
        return closes.equals("24:00") ? LocalTime.MAX : LocalTime.parse(closes);
    }

    static CalendarBody of(Map.Entry<String, WorkCalendar> entry, boolean hotline, SettingBody setting, Instant now) {
        WorkCalendar calendar = entry.getValue();
        OpeningState state = calendar.at(now);
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        return new CalendarBody(
                entry.getKey(),
                calendar.name(),
                calendar.zone().getId(),
                calendar.holidays(),
                hotline,
                state.open(),
                state.opensAt(),
                state.closesAt(),
                calendar.week().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                        .map(day -> new WeekdayBody(day.getKey().getValue(), bodies(day.getValue())))
                        .toList(),
                IntStream.range(0, DAYS_AHEAD)
                        .mapToObj(today::plusDays)
                        .flatMap(day -> special(calendar, day).stream())
                        .toList(),
                setting);
    }

    private static Optional<DayBody> special(WorkCalendar calendar, LocalDate day) {
        return Optional.ofNullable(calendar.days().get(day))
                .map(special -> new DayBody(day, special.name(), bodies(calendar.hoursOn(day)), false))
                .or(() -> calendar.holidays()
                        .on(day)
                        .map(name -> new DayBody(day, name, bodies(calendar.hoursOn(day)), true)));
    }

    private static List<HoursBody> bodies(List<Hours> hours) {
        return hours.stream()
                .map(open -> new HoursBody(
                        HOUR.format(open.opens()),
                        open.closes().equals(LocalTime.MAX) ? "24:00" : HOUR.format(open.closes())))
                .toList();
    }
}
