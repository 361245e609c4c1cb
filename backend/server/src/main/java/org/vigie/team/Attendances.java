package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** When people are expected in the jurisdiction that is open, and whether they say that they are there; kept in memory. */
@Repository
public class Attendances {

    private final JdbcClient jdbc;
    private final CoverageReader coverage;
    private final JurisdictionSnapshot<Attendance> snapshot;

    Attendances(JdbcClient jdbc, CoverageReader coverage, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.coverage = coverage;
        this.snapshot = snapshots.of("team", this::readAll);
    }

    public Attendance read() {
        return snapshot.get();
    }

    /**
     * Keeps what somebody says of themselves.
     *
     * @param until when it holds no longer
     * @throws Refusal period-reversed when that is not after {@code since}
     */
    @Transactional
    public void say(UUID accountId, Attendance.State state, Instant since, Instant until) {
        if (!until.isAfter(since)) {
            throw Refusal.invalid("period-reversed");
        }
        jdbc.sql("""
                        insert into team.presence (jurisdiction_id, account_id, state, since, holds_until)
                        values (access.current_jurisdiction(), :account, :state, :since, :until)
                        on conflict (jurisdiction_id, account_id) do update
                        set state = excluded.state, since = excluded.since, holds_until = excluded.holds_until
                        """)
                .param("account", accountId)
                .param("state", state.name())
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until))
                .update();
        snapshot.forget();
    }

    /** Says that somebody works during a shift; each further one adds to their hours. */
    @Transactional
    public void expect(UUID accountId, UUID shiftId) {
        jdbc.sql("""
                        insert into team.account_shift (jurisdiction_id, account_id, shift_id)
                        values (access.current_jurisdiction(), :account, :shift) on conflict do nothing
                        """).param("account", accountId).param("shift", shiftId).update();
        snapshot.forget();
    }

    /** What it is read from was changed here. */
    void changed() {
        snapshot.forget();
    }

    private Attendance readAll() {
        Map<UUID, Shift> all = coverage.shifts();
        Map<UUID, List<Shift>> shifts = jdbc
                .sql("select account_id, shift_id from team.account_shift order by account_id, shift_id")
                .query((row, n) -> Map.entry(
                        row.getObject("account_id", UUID.class),
                        Objects.requireNonNull(all.get(row.getObject("shift_id", UUID.class)))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Map<UUID, Attendance.Said> said = jdbc
                .sql("select account_id, state, holds_until from team.presence")
                .query((row, n) -> Map.entry(
                        row.getObject("account_id", UUID.class),
                        new Attendance.Said(
                                Attendance.State.valueOf(row.getString("state")),
                                row.getTimestamp("holds_until").toInstant())))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Attendance(shifts, said, coverage.absences());
    }
}
