package org.vigie.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;

/**
 * Writes the calendars of the jurisdiction that is open. Each change of a day tells {@link ClockworkChanged} inside its transaction: what
 * runs on the calendar is counted anew.
 */
@Repository
public class CalendarDraft {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    CalendarDraft(JdbcClient jdbc, Calendars calendars, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.events = events;
    }

    /** @param answersHotline at most one of a jurisdiction does */
    public record NewCalendar(
            String code,
            String name,
            ZoneId zone,
            HolidayRule holidays,
            Map<DayOfWeek, List<Hours>> week,
            boolean answersHotline) {}

    /**
     * Adds a calendar.
     *
     * @throws Refusal calendar-never-opens when it has no hours; calendar-hours-overlap
     */
    @Transactional
    public WorkCalendar add(NewCalendar added) {
        checked(added);
        UUID id = Ids.next();
        if (added.answersHotline()) {
            passHotlineTo(id);
        }
        jdbc.sql("""
                        insert into catalogue.calendar (jurisdiction_id, calendar_id, code, name, zone, holiday_rule, answers_hotline)
                        values (access.current_jurisdiction(), :id, :code, :name, :zone, :rule, :hotline)
                        """)
                .param("id", id)
                .param("code", added.code())
                .param("name", added.name())
                .param("zone", added.zone().getId())
                .param("rule", added.holidays().name())
                .param("hotline", added.answersHotline())
                .update();
        week(id, added.week());
        calendars.forget();
        return calendars.get(id);
    }

    /**
     * Gives the calendar of that code another name, other hours and holidays, and says whether the hotline is answered by it; its zone and
     * its special days stay.
     *
     * @throws Refusal not-found, calendar-never-opens, calendar-hours-overlap
     */
    @Transactional
    public void replace(NewCalendar changed, String reason) {
        checked(changed);
        UUID id = idOf(changed.code());
        if (changed.answersHotline()) {
            passHotlineTo(id);
        }
        jdbc.sql("""
                        update catalogue.calendar set name = :name, holiday_rule = :rule, answers_hotline = :hotline where calendar_id = :id
                        """)
                .param("id", id)
                .param("name", changed.name())
                .param("rule", changed.holidays().name())
                .param("hotline", changed.answersHotline())
                .update();
        jdbc.sql("delete from catalogue.calendar_hours where calendar_id = :id")
                .param("id", id)
                .update();
        week(id, changed.week());
        calendars.forget();
        events.publishEvent(new ClockworkChanged(Optional.of(id), reason));
    }

    private void passHotlineTo(UUID id) {
        jdbc.sql("update catalogue.calendar set answers_hotline = false where answers_hotline and calendar_id <> :id")
                .param("id", id)
                .update();
    }

    private void week(UUID id, Map<DayOfWeek, List<Hours>> week) {
        week.forEach((weekday, hours) -> hours.forEach(open -> jdbc.sql("""
                        insert into catalogue.calendar_hours (jurisdiction_id, calendar_id, iso_weekday, opens, closes)
                        values (access.current_jurisdiction(), :id, :weekday, cast(:opens as time), cast(:closes as time))
                        """)
                .param("id", id)
                .param("weekday", weekday.getValue())
                .param("opens", open.opens().toString())
                .param("closes", told(open.closes()))
                .update()));
    }

    private static void checked(NewCalendar added) {
        if (added.week().values().stream().allMatch(List::isEmpty)) {
            throw Refusal.invalid("calendar-never-opens", added.name());
        }
        try {
            new WorkCalendar(Optional.empty(), added.name(), added.zone(), added.week(), added.holidays(), Map.of());
        } catch (IllegalArgumentException overlap) {
            throw Refusal.invalid("calendar-hours-overlap", added.name());
        }
    }

    /**
     * Closes a day without hours, or opens it at others than usual.
     *
     * @throws Refusal not-found when there is no calendar of that code
     */
    @Transactional
    public void day(String code, LocalDate day, SpecialDay special) {
        UUID id = idOf(code);
        remove(id, day);
        jdbc.sql("""
                        insert into catalogue.calendar_day (jurisdiction_id, calendar_id, day, name)
                        values (access.current_jurisdiction(), :id, :day, :name)
                        """)
                .param("id", id)
                .param("day", day)
                .param("name", special.name())
                .update();
        special.hours()
                .forEach(open -> jdbc.sql("""
                        insert into catalogue.calendar_day_hours (jurisdiction_id, calendar_id, day, opens, closes)
                        values (access.current_jurisdiction(), :id, :day, cast(:opens as time), cast(:closes as time))
                        """)
                        .param("id", id)
                        .param("day", day)
                        .param("opens", open.opens().toString())
                        .param("closes", told(open.closes()))
                        .update());
        changed(Optional.of(id), day, special.name());
    }

    /** The day is like its weekday again. */
    @Transactional
    public void usualDay(String code, LocalDate day) {
        UUID id = idOf(code);
        if (remove(id, day) > 0) {
            changed(Optional.of(id), day, "");
        }
    }

    /** Announces a holiday, or that an expected one is none, to all calendars that know holidays. */
    @Transactional
    public void holiday(LocalDate day, boolean isHoliday, String name) {
        jdbc.sql("""
                        insert into catalogue.holiday_override (jurisdiction_id, day, is_holiday, name)
                        values (access.current_jurisdiction(), :day, :holiday, :name)
                        on conflict (jurisdiction_id, day) do update set is_holiday = excluded.is_holiday, name = excluded.name
                        """)
                .param("day", day)
                .param("holiday", isHoliday)
                .param("name", name)
                .update();
        changed(Optional.empty(), day, name);
    }

    private int remove(UUID id, LocalDate day) {
        return jdbc.sql("delete from catalogue.calendar_day where calendar_id = :id and day = :day")
                .param("id", id)
                .param("day", day)
                .update();
    }

    private void changed(Optional<UUID> id, LocalDate day, String name) {
        calendars.forget();
        events.publishEvent(new ClockworkChanged(id, (day + " " + name).strip()));
    }

    private UUID idOf(String code) {
        return calendars.find(code).flatMap(WorkCalendar::id).orElseThrow(() -> Refusal.notFound("calendar"));
    }

    private static String told(LocalTime closes) {
        return closes.equals(LocalTime.MAX) ? "24:00" : closes.toString();
    }
}
