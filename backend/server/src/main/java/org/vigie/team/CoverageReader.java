package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who covers what. */
@Repository
class CoverageReader {

    private record Row(Coverage.Cell cell, Coverage.Covering covering) {}

    private record Pair(UUID one, UUID other) {}

    private final JdbcClient jdbc;
    private final Teams teams;
    private final Shifts shifts;

    CoverageReader(JdbcClient jdbc, Teams teams, Shifts shifts) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.shifts = shifts;
    }

    Coverage read() {
        List<Team> all = teams.list();
        Map<UUID, Team> byId = all.stream().collect(toMap(Team::id, Function.identity()));
        Map<UUID, Shift> shifts = shifts();
        Absences absences = absences();
        return new Coverage(new Coverage.Data(
                List.copyOf(all),
                cells(byId, shifts),
                pairs("select sector_id as one, team_id as other from team.sector_default").stream()
                        .collect(toMap(Pair::one, pair -> team(byId, pair.other()))),
                duties(byId, shifts),
                skills(),
                absences,
                new Referents(referents(), absences)));
    }

    private Map<UUID, List<Referents.Referent>> referents() {
        return jdbc
                .sql("select * from catalogue.referent order by account_id, referent_id")
                .query((row, n) -> Map.entry(
                        row.getObject("service_id", UUID.class),
                        new Referents.Referent(
                                row.getObject("account_id", UUID.class),
                                row.getObject("category_id", UUID.class),
                                row.getObject("sector_id", UUID.class),
                                row.getObject("deputy_account_id", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Team team(Map<UUID, Team> byId, UUID id) {
        return Objects.requireNonNull(byId.get(id));
    }

    Map<UUID, Shift> shifts() {
        return shifts.list().stream().collect(toMap(Shift::id, Function.identity()));
    }

    private Map<Coverage.Cell, List<Coverage.Covering>> cells(Map<UUID, Team> byId, Map<UUID, Shift> shifts) {
        return jdbc
                .sql("""
                        select c.sector_id, c.category_id, c.team_id, c.shift_id
                        from team.coverage c
                        join team.team t using (jurisdiction_id, team_id)
                        left join team.shift s using (jurisdiction_id, shift_id)
                        where t.active
                        order by s.code collate "C" nulls last
                        """)
                .query((row, n) -> new Row(
                        new Coverage.Cell(
                                row.getObject("sector_id", UUID.class), row.getObject("category_id", UUID.class)),
                        new Coverage.Covering(
                                team(byId, row.getObject("team_id", UUID.class)),
                                Optional.ofNullable(shift(shifts, row.getObject("shift_id", UUID.class))))))
                .list()
                .stream()
                .collect(groupingBy(Row::cell, mapping(Row::covering, toList())));
    }

    private static @Nullable Shift shift(Map<UUID, Shift> shifts, @Nullable UUID id) {
        return id == null ? null : shifts.get(id);
    }

    private List<Coverage.Duty> duties(Map<UUID, Team> byId, Map<UUID, Shift> shifts) {
        return jdbc.sql("""
                        select d.team_id, d.shift_id, d.account_id, d.first_day, d.last_day
                        from team.on_call d join team.team t using (jurisdiction_id, team_id)
                        where t.active
                        order by t.code collate "C", d.first_day desc, d.on_call_id
                        """)
                .query((row, n) -> new Coverage.Duty(
                        team(byId, row.getObject("team_id", UUID.class)),
                        Objects.requireNonNull(shifts.get(row.getObject("shift_id", UUID.class))),
                        Optional.ofNullable(row.getObject("account_id", UUID.class)),
                        row.getObject("first_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class))))
                .list();
    }

    private Skills skills() {
        return new Skills(
                jdbc
                        .sql("select skill_id, name from team.skill")
                        .query((row, n) -> Map.entry(row.getObject("skill_id", UUID.class), row.getString("name")))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                sets("select category_id as one, skill_id as other from team.category_skill"),
                sets("select team_id as one, skill_id as other from team.team_skill"));
    }

    private Map<UUID, Set<UUID>> sets(String sql) {
        return pairs(sql).stream().collect(groupingBy(Pair::one, mapping(Pair::other, toSet())));
    }

    Absences absences() {
        Map<UUID, List<Absences.Absence>> byAccount = jdbc
                .sql(
                        "select account_id, deputy_account_id, first_day, last_day from team.absence order by first_day, absence_id")
                .query((row, n) -> new Absences.Absence(
                        row.getObject("account_id", UUID.class),
                        row.getObject("deputy_account_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Absences.Absence::accountId));
        Map<UUID, String> names = jdbc
                .sql("select account_id, display_name from access.account")
                .query((row, n) -> Map.entry(row.getObject("account_id", UUID.class), row.getString("display_name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Absences(byAccount, names);
    }

    private List<Pair> pairs(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> new Pair(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                .list();
    }
}
