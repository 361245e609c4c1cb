package org.vigie.catalogue.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.catalogue.CalendarDraft;
import org.vigie.catalogue.Calendars;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.OpeningState;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;

/** The calendars on which promises are counted, and the days that the town closes or opens by hand. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk")
class CalendarController {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DAYS_AHEAD = 366;

    record ListBody(List<CalendarBody> items) {}

    /** @param days of the coming year that are not like their weekday: holidays, closures, other hours */
    record CalendarBody(
            String code,
            String name,
            String zone,
            HolidayRule holidays,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            List<WeekdayBody> week,
            List<DayBody> days) {}

    record WeekdayBody(int weekday, List<HoursBody> hours) {}

    record DayBody(LocalDate day, String name, List<HoursBody> hours) {}

    /** @param closes 24:00 is midnight at the end */
    record HoursBody(@NotNull String opens, @NotNull String closes) {}

    /** @param hours none: closed */
    record SpecialDayBody(
            @NotBlank @Size(max = 200) String name, @NotNull List<@Valid HoursBody> hours) {}

    record HolidayBody(
            boolean holiday, @NotBlank @Size(max = 200) String name) {}

    private final Calendars calendars;
    private final CalendarDraft draft;
    private final Clock clock;

    CalendarController(Calendars calendars, CalendarDraft draft, Clock clock) {
        this.calendars = calendars;
        this.draft = draft;
        this.clock = clock;
    }

    @GetMapping("/calendars")
    ListBody list() {
        Instant now = clock.instant();
        return new ListBody(calendars.list().entrySet().stream()
                .map(entry -> body(entry.getKey(), entry.getValue(), now))
                .toList());
    }

    /** What runs on the calendar is counted anew, and its history says why. */
    @PutMapping("/calendars/{code}/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void day(@PathVariable String code, @PathVariable LocalDate day, @Valid @RequestBody SpecialDayBody body) {
        draft.day(code, day, special(body));
    }

    @DeleteMapping("/calendars/{code}/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void usualDay(@PathVariable String code, @PathVariable LocalDate day) {
        draft.usualDay(code, day);
    }

    /** Announces a holiday, or that an expected one is none, to all calendars that know holidays. */
    @PutMapping("/holidays/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void holiday(@PathVariable LocalDate day, @Valid @RequestBody HolidayBody body) {
        draft.holiday(day, body.holiday(), body.name().strip());
    }

    private static SpecialDay special(SpecialDayBody body) {
        try {
            return new SpecialDay(
                    body.name().strip(),
                    body.hours().stream()
                            .map(hours -> new Hours(LocalTime.parse(hours.opens()), closing(hours.closes())))
                            .toList());
        } catch (IllegalArgumentException | java.time.DateTimeException notUnderstood) {
            throw Refusal.invalid("calendar-hours-overlap", body.name());
        }
    }

    private static LocalTime closing(String closes) {
        return closes.equals("24:00") ? LocalTime.MAX : LocalTime.parse(closes);
    }

    private static CalendarBody body(String code, WorkCalendar calendar, Instant now) {
        OpeningState state = calendar.at(now);
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        return new CalendarBody(
                code,
                calendar.name(),
                calendar.zone().getId(),
                calendar.holidays(),
                state.open(),
                state.opensAt(),
                state.closesAt(),
                calendar.week().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                        .map(day -> new WeekdayBody(day.getKey().getValue(), hours(day.getValue())))
                        .toList(),
                IntStream.range(0, DAYS_AHEAD)
                        .mapToObj(today::plusDays)
                        .flatMap(day -> special(calendar, day).stream())
                        .toList());
    }

    private static Optional<DayBody> special(WorkCalendar calendar, LocalDate day) {
        return Optional.ofNullable(calendar.days().get(day))
                .map(SpecialDay::name)
                .or(() -> calendar.holidays().on(day))
                .map(name -> new DayBody(day, name, hours(calendar.hoursOn(day))));
    }

    private static List<HoursBody> hours(List<Hours> hours) {
        return hours.stream()
                .map(open -> new HoursBody(
                        HOUR.format(open.opens()),
                        open.closes().equals(LocalTime.MAX) ? "24:00" : HOUR.format(open.closes())))
                .toList();
    }
}
