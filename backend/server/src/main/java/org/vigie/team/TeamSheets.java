package org.vigie.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the jurisdiction that is open as they are set up, and what one leaves when it stops. */
@Repository
public class TeamSheets {

    private final JdbcClient jdbc;
    private final Teams teams;
    private final Coverages coverages;

    TeamSheets(JdbcClient jdbc, Teams teams, Coverages coverages) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.coverages = coverages;
    }

    /** With those that have stopped, by code. */
    @Transactional(readOnly = true)
    public List<TeamSheet> list() {
        Map<UUID, List<UUID>> members = jdbc
                .sql("select team_id, account_id from team.member order by account_id")
                .query((row, n) ->
                        Map.entry(row.getObject("team_id", UUID.class), row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        Set<UUID> active = jdbc.sql("select team_id from team.team where active")
                .query((row, n) -> row.getObject("team_id", UUID.class))
                .set();
        return teams.listEver().stream()
                .map(team ->
                        new TeamSheet(team, active.contains(team.id()), members.getOrDefault(team.id(), List.of())))
                .toList();
    }

    /** Reads one to change it: until this transaction ends nobody gives it anything, see {@code V0200}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<TeamSheet> lock(UUID teamId) {
        jdbc.sql("select team_id from team.team where team_id = :id for update")
                .param("id", teamId)
                .query((row, n) -> row.getObject("team_id", UUID.class))
                .optional();
        return list().stream().filter(sheet -> sheet.team().id().equals(teamId)).findFirst();
    }

    /** Adds it, or writes over what may change: not its code, and not whether it is the last resort. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(TeamSheet sheet) {
        Team team = sheet.team();
        jdbc.sql("""
                        insert into team.team (jurisdiction_id, team_id, code, name, service_id, kind, daily_capacity, active)
                        values (access.current_jurisdiction(), :id, :code, :name, :service, :kind, :capacity, :active)
                        on conflict (jurisdiction_id, team_id) do update
                        set name = excluded.name, service_id = excluded.service_id, kind = excluded.kind,
                            daily_capacity = excluded.daily_capacity, active = excluded.active
                        """)
                .param("id", team.id())
                .param("code", team.code())
                .param("name", team.name())
                .param("service", team.serviceId().orElse(null))
                .param("kind", team.kind().name())
                .param("capacity", team.dailyCapacity())
                .param("active", sheet.active())
                .update();
        writeMembers(sheet);
        coverages.changed();
    }

    private void writeMembers(TeamSheet sheet) {
        UUID[] members = sheet.members().toArray(UUID[]::new);
        jdbc.sql("delete from team.member where team_id = :team and account_id <> all (:members)")
                .param("team", sheet.team().id())
                .param("members", members)
                .update();
        jdbc.sql("""
                        insert into team.member (jurisdiction_id, team_id, account_id)
                        select access.current_jurisdiction(), :team, m.account_id from unnest(cast(:members as uuid[])) as m (account_id)
                        on conflict do nothing
                        """).param("team", sheet.team().id()).param("members", members).update();
    }

    /** Names of members who are to leave and whom the rota still names. */
    @Transactional(readOnly = true)
    public List<String> onCallBesides(TeamSheet sheet) {
        return jdbc.sql("""
                        select distinct a.display_name
                        from team.on_call d join access.account a using (jurisdiction_id, account_id)
                        where d.team_id = :team and d.account_id <> all (:members)
                        order by a.display_name
                        """)
                .param("team", sheet.team().id())
                .param("members", sheet.members().toArray(UUID[]::new))
                .query((row, n) -> row.getString("display_name"))
                .list();
    }

    /** Names of the sectors whose default team it is; a sector that is drawn no more goes by its code. */
    @Transactional(readOnly = true)
    public List<String> sectorsOf(UUID teamId) {
        return jdbc.sql("""
                        select coalesce((
                            select p.name
                            from territory.sector_shape p join territory.sector_version v using (jurisdiction_id, sector_version_id)
                            where p.jurisdiction_id = s.jurisdiction_id and p.sector_id = s.sector_id
                            order by v.version desc limit 1), s.code) as name
                        from team.sector_default d join territory.sector s using (jurisdiction_id, sector_id)
                        where d.team_id = :team
                        order by s.code collate "C"
                        """)
                .param("team", teamId)
                .query((row, n) -> row.getString("name"))
                .list();
    }

    /** Another team covers what it covered, and is the default where it was. @return how many cells and sectors */
    @Transactional(propagation = Propagation.MANDATORY)
    public int giveGround(UUID from, UUID to) {
        int moved = 0;
        for (String table : List.of("team.coverage", "team.sector_default")) {
            moved += jdbc.sql("update " + table + " set team_id = :to where team_id = :from")
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
        coverages.changed();
        return moved;
    }

    /** It covers nothing any more: the rules go on to the next. @return how many cells */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endCoverage(UUID teamId) {
        int ended = jdbc.sql("delete from team.coverage where team_id = :team")
                .param("team", teamId)
                .update();
        coverages.changed();
        return ended;
    }

    /** It is on call no more, from that day on. @return how many periods end or will not be */
    @Transactional(propagation = Propagation.MANDATORY)
    public int endDuties(UUID teamId, LocalDate from) {
        int ahead = jdbc.sql("delete from team.on_call where team_id = :team and first_day >= :from")
                .param("team", teamId)
                .param("from", from)
                .update();
        int running = jdbc.sql("""
                        update team.on_call set last_day = cast(:from as date) - 1
                        where team_id = :team and (last_day is null or last_day >= :from)
                        """).param("team", teamId).param("from", from).update();
        coverages.changed();
        return ahead + running;
    }
}
