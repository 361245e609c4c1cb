package org.vigie.map;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.catalogue.calendar.HolidayOverride;
import org.vigie.catalogue.calendar.HolidayRule;
import org.vigie.catalogue.calendar.Hours;
import org.vigie.catalogue.calendar.SpecialDay;
import org.vigie.catalogue.calendar.WorkCalendar;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** What everybody may know of the open jurisdiction: where it is, how to reach it and when. */
@Repository
public class PublishedJurisdiction {

    /** @param boundary as seen from afar: a five-hundredth of its length may be missing anywhere */
    public record Profile(
            boolean fictional,
            Bounds bounds,
            Wgs84Point center,
            Geometry boundary,
            Optional<String> hotline,
            String hotlineCostNote) {}

    /** When the hotline is answered. */
    public record Hotline(WorkCalendar calendar, List<Weekday> hours) {}

    /** @param closes {@link LocalTime#MAX} means midnight */
    public record Weekday(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    PublishedJurisdiction(
            @Qualifier("mapReader") JdbcClient jdbc, @Qualifier("mapReader") TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    public Profile profile() {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql("""
                        select fictional, hotline_number, coalesce(hotline_cost_note, '') as hotline_cost_note, st_xmin(geom) as west,
                            st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north,
                            st_x(st_centroid(geom)) as lon, st_y(st_centroid(geom)) as lat,
                            st_asewkb(st_multi(st_snaptogrid(st_simplifypreservetopology(geom,
                                greatest(st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom)) / 500), 0.00001))) as boundary
                        from map.jurisdiction
                        """)
                .query((row, n) -> new Profile(
                        row.getBoolean("fictional"),
                        new Bounds(
                                new Wgs84Point(row.getDouble("west"), row.getDouble("south")),
                                new Wgs84Point(row.getDouble("east"), row.getDouble("north"))),
                        new Wgs84Point(row.getDouble("lon"), row.getDouble("lat")),
                        Ewkb.read(row.getBytes("boundary")),
                        Optional.ofNullable(row.getString("hotline_number")),
                        row.getString("hotline_cost_note")))
                .single()));
    }

    /** Within which a request of that category is taken for the same; empty when there is no such category. */
    public Optional<Integer> duplicateRadiusMetres(String category) {
        return Objects.requireNonNull(reading.execute(
                status -> jdbc.sql("select duplicate_radius_metres from map.category where code = :code")
                        .param("code", category)
                        .query(Integer.class)
                        .optional()));
    }

    /** Never open without a calendar that answers it. */
    public Hotline hotline() {
        return Objects.requireNonNull(reading.execute(status -> {
            List<Weekday> hours = jdbc.sql(
                            "select iso_weekday, opens, closes from map.hotline_hours order by iso_weekday, opens")
                    .query((row, n) -> new Weekday(
                            DayOfWeek.of(row.getInt("iso_weekday")),
                            row.getObject("opens", LocalTime.class),
                            row.getObject("closes", LocalTime.class)))
                    .list();
            Map<DayOfWeek, List<Hours>> week = hours.stream()
                    .collect(groupingBy(
                            Weekday::weekday, mapping(day -> new Hours(day.opens(), day.closes()), toList())));
            WorkCalendar calendar = jdbc.sql("select name, zone, holiday_rule from map.hotline")
                    .query((row, n) -> new WorkCalendar(
                                    Optional.empty(),
                                    row.getString("name"),
                                    ZoneId.of(row.getString("zone")),
                                    week,
                                    HolidayRule.valueOf(row.getString("holiday_rule")),
                                    specialDays())
                            .overridden(overrides()))
                    .optional()
                    .orElseGet(() -> new WorkCalendar(
                            Optional.empty(), "", ZoneOffset.UTC, Map.of(), HolidayRule.NONE, Map.of()));
            return new Hotline(calendar, hours);
        }));
    }

    private Map<LocalDate, SpecialDay> specialDays() {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        jdbc.sql("select day, name, opens, closes from map.hotline_day").query(row -> {
            List<Hours> hours = row.getObject("opens") == null
                    ? List.of()
                    : List.of(new Hours(
                            row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
            days.merge(
                    row.getObject("day", LocalDate.class),
                    new SpecialDay(row.getString("name"), hours),
                    (one, other) -> new SpecialDay(
                            one.name(),
                            Stream.of(one, other)
                                    .flatMap(day -> day.hours().stream())
                                    .toList()));
        });
        return days;
    }

    private Map<LocalDate, HolidayOverride> overrides() {
        Map<LocalDate, HolidayOverride> overrides = new HashMap<>();
        jdbc.sql("select day, is_holiday, name from map.holiday_override").query(row -> {
            overrides.put(
                    row.getObject("day", LocalDate.class),
                    new HolidayOverride(row.getBoolean("is_holiday"), row.getString("name")));
        });
        return overrides;
    }
}
