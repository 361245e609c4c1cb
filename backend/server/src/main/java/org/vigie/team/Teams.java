package org.vigie.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.AccountTeams;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;

/** The teams of the jurisdiction that is open. */
@Repository
public class Teams implements AccountTeams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(UUID id) {
        return jdbc.sql("select * from team.team where team_id = :id")
                .param("id", id)
                .query(Teams::read)
                .optional();
    }

    /** Empty for one that has stopped, too: nothing new may be given to it. */
    @Transactional(readOnly = true)
    public Optional<Team> findActive(UUID id) {
        return jdbc.sql("select * from team.team where team_id = :id and active")
                .param("id", id)
                .query(Teams::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(String code) {
        return jdbc.sql("select * from team.team where code = :code")
                .param("code", code)
                .query(Teams::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Team get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no team " + id));
    }

    /** Those that work, by code. */
    @Transactional(readOnly = true)
    public List<Team> list() {
        return jdbc.sql("select * from team.team where active order by code")
                .query(Teams::read)
                .list();
    }

    /** With those that have stopped, by code. */
    @Transactional(readOnly = true)
    public List<Team> listEver() {
        return jdbc.sql("select * from team.team order by code")
                .query(Teams::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeamName> of(UUID accountId) {
        return jdbc.sql(
                        "select t.team_id, t.code, t.name from team.team t join team.member m using (jurisdiction_id, team_id) "
                                + "where m.account_id = :account and t.active order by t.code")
                .param("account", accountId)
                .query((row, n) -> new TeamName(
                        row.getObject("team_id", UUID.class), row.getString("code"), row.getString("name")))
                .list();
    }

    @Transactional
    public void add(Team team) {
        jdbc.sql("""
                        insert into team.team (jurisdiction_id, team_id, code, name, service_id, kind, is_last_resort, daily_capacity)
                        values (access.current_jurisdiction(), :id, :code, :name, :service, :kind, :lastResort, :capacity)
                        """)
                .param("id", team.id())
                .param("code", team.code())
                .param("name", team.name())
                .param("service", team.serviceId().orElse(null))
                .param("kind", team.kind().name())
                .param("lastResort", team.isLastResort())
                .param("capacity", team.dailyCapacity())
                .update();
    }

    @Transactional
    public void addMember(UUID teamId, UUID accountId) {
        jdbc.sql(
                        "insert into team.member (jurisdiction_id, team_id, account_id) values (access.current_jurisdiction(), :team, :account)")
                .param("team", teamId)
                .param("account", accountId)
                .update();
    }

    /** Where the team is now; only the last position is kept. */
    @Transactional
    public void seen(UUID teamId, Wgs84Point at, @Nullable Double headingDegrees, Instant when) {
        jdbc.sql("""
                        insert into team.position (jurisdiction_id, team_id, location, heading_degrees, seen_at)
                        values (access.current_jurisdiction(), :team, st_geomfromewkb(:location), :heading, :when)
                        on conflict (jurisdiction_id, team_id) do update
                        set location = excluded.location, heading_degrees = excluded.heading_degrees, seen_at = excluded.seen_at
                        """)
                .param("team", teamId)
                .param("location", Ewkb.write(at))
                .param("heading", headingDegrees)
                .param("when", Timestamp.from(when))
                .update();
    }

    /** Last known positions, none older than a day. */
    @Transactional(readOnly = true)
    public List<TeamPosition> positions() {
        return jdbc.sql("""
                        select team_id, st_x(location) as longitude, st_y(location) as latitude, heading_degrees, seen_at
                        from team.position where seen_at > (select access.now()) - interval '24 hours'
                        """)
                .query((row, n) -> new TeamPosition(
                        row.getObject("team_id", UUID.class),
                        new Wgs84Point(row.getDouble("longitude"), row.getDouble("latitude")),
                        Optional.ofNullable(row.getObject("heading_degrees", Float.class)),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    private static Team read(ResultSet row, int rowNumber) throws SQLException {
        return new Team(
                row.getObject("team_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("service_id", UUID.class)),
                Team.Kind.valueOf(row.getString("kind")),
                row.getBoolean("is_last_resort"),
                row.getInt("daily_capacity"));
    }
}
