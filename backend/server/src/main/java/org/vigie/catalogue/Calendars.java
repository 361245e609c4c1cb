package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.catalogue.calendar.HolidayOverride;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;

/** The calendars of the jurisdiction that is open. Answers come from memory. */
@Repository
public class Calendars {

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<Map<String, WorkCalendar>> snapshot;

    Calendars(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshot = snapshots.of("catalogue", this::read);
    }

    /** By code, in their order. */
    public Map<String, WorkCalendar> list() {
        return snapshot.get();
    }

    public Optional<WorkCalendar> find(String code) {
        return Optional.ofNullable(list().get(code));
    }

    /** The code of the calendar by which the hotline is answered. */
    @Transactional(readOnly = true)
    public Optional<String> hotline() {
        return jdbc.sql("select code from catalogue.calendar where answers_hotline")
                .query(String.class)
                .optional();
    }

    /**
     * That of a promise: round the clock without an id.
     *
     * @throws IllegalStateException when there is none of that id, which a foreign key forbids
     */
    public WorkCalendar get(@Nullable UUID id) {
        if (id == null) {
            return WorkCalendar.roundTheClock(CurrentJurisdiction.get().zone());
        }
        return list().values().stream()
                .filter(calendar -> calendar.id().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no calendar " + id));
    }

    void forget() {
        snapshot.forget();
    }

    private Map<String, WorkCalendar> read() {
        Map<UUID, Map<DayOfWeek, List<Hours>>> weeks = weeks();
        Map<UUID, Map<LocalDate, List<Hours>>> dayHours = dayHours();
        Map<LocalDate, HolidayOverride> overrides = overrides();
        Map<UUID, Map<LocalDate, SpecialDay>> days = new HashMap<>();
        jdbc.sql("select calendar_id, day, name from catalogue.calendar_day").query(row -> {
            UUID id = row.getObject("calendar_id", UUID.class);
            LocalDate day = row.getObject("day", LocalDate.class);
            List<Hours> hours = dayHours.getOrDefault(id, Map.of()).getOrDefault(day, List.of());
            days.computeIfAbsent(id, any -> new HashMap<>()).put(day, new SpecialDay(row.getString("name"), hours));
        });
        Map<String, WorkCalendar> calendars = new LinkedHashMap<>();
        jdbc.sql("select * from catalogue.calendar order by code collate \"C\"").query(row -> {
            UUID id = row.getObject("calendar_id", UUID.class);
            Map<DayOfWeek, List<Hours>> week = weeks.getOrDefault(id, Map.of());
            calendars.put(
                    row.getString("code"),
                    calendar(row, week, days.getOrDefault(id, Map.of())).overridden(overrides));
        });
        return Collections.unmodifiableMap(calendars);
    }

    private static WorkCalendar calendar(
            ResultSet row, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, SpecialDay> days) throws SQLException {
        return new WorkCalendar(
                Optional.of(row.getObject("calendar_id", UUID.class)),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                week,
                HolidayRule.valueOf(row.getString("holiday_rule")),
                days);
    }

    private Map<UUID, Map<DayOfWeek, List<Hours>>> weeks() {
        Map<UUID, Map<DayOfWeek, List<Hours>>> weeks = new HashMap<>();
        jdbc.sql("select calendar_id, iso_weekday, opens, closes from catalogue.calendar_hours")
                .query(row -> {
                    weeks.computeIfAbsent(
                                    row.getObject("calendar_id", UUID.class), id -> new EnumMap<>(DayOfWeek.class))
                            .computeIfAbsent(DayOfWeek.of(row.getInt("iso_weekday")), day -> new ArrayList<>())
                            .add(hours(row));
                });
        return weeks;
    }

    private Map<UUID, Map<LocalDate, List<Hours>>> dayHours() {
        Map<UUID, Map<LocalDate, List<Hours>>> hours = new HashMap<>();
        jdbc.sql("select calendar_id, day, opens, closes from catalogue.calendar_day_hours")
                .query(row -> {
                    hours.computeIfAbsent(row.getObject("calendar_id", UUID.class), id -> new HashMap<>())
                            .computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                            .add(hours(row));
                });
        return hours;
    }

    private static Hours hours(ResultSet row) throws SQLException {
        return new Hours(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class));
    }

    private Map<LocalDate, HolidayOverride> overrides() {
        Map<LocalDate, HolidayOverride> overrides = new HashMap<>();
        jdbc.sql("select day, is_holiday, name from catalogue.holiday_override").query(row -> {
            overrides.put(
                    row.getObject("day", LocalDate.class),
                    new HolidayOverride(row.getBoolean("is_holiday"), row.getString("name")));
        });
        return overrides;
    }
}
