package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The shifts of the jurisdiction that is open. */
@Repository
public class Shifts {

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<List<Shift>> snapshot;

    Shifts(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshot = snapshots.of("team", this::list);
    }

    /** As they stand, from memory. */
    public List<Shift> now() {
        return snapshot.get();
    }

    void forget() {
        snapshot.forget();
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Shift> list() {
        Map<UUID, List<Shift.Span>> spans = jdbc
                .sql("select shift_id, iso_weekday, starts, ends from team.shift_span order by iso_weekday, starts")
                .query((row, n) -> Map.entry(
                        row.getObject("shift_id", UUID.class),
                        new Shift.Span(
                                DayOfWeek.of(row.getInt("iso_weekday")),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return jdbc.sql("select shift_id, code, name from team.shift order by code collate \"C\"")
                .query((row, n) -> new Shift(
                        row.getObject("shift_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        spans.getOrDefault(row.getObject("shift_id", UUID.class), List.of())))
                .list();
    }
}
