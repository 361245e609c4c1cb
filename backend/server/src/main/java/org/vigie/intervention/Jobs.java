package org.vigie.intervention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.dispatch.RunningJobs;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;
import org.vigie.request.RequestArriving;
import org.vigie.request.RequestsPlacedAnew;

/** The jobs of the jurisdiction that is open. */
@Repository
class Jobs implements RunningJobs {

    private static final String RUNNING = "step in ('OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SITE')";

    /** As many again are read, and so many more: they are nearly in order. */
    private static final int SPARE = 10;

    /** The bounds change nothing but the plan, which would otherwise look for one after the other. */
    private static final String HAND_OVER = """
            with changed as (
                update intervention.job j
                set team_id = case when j.step = 'OFFERED' then m.team_id else j.team_id end,
                    offered_at = case when j.step = 'OFFERED' then :at else j.offered_at end,
                    ended_at = case when j.step = 'OFFERED' then j.ended_at else :at end,
                    step = case when j.step = 'OFFERED' then j.step else 'WITHDRAWN' end
                from unnest(:requests, :teams) m (request_id, team_id)
                where j.jurisdiction_id = access.current_jurisdiction() and j.request_id = m.request_id and j.%s
                    and j.request_id >= (select id from unnest(:requests) id order by id limit 1)
                    and j.request_id <= (select id from unnest(:requests) id order by id desc limit 1)
                returning j.request_id, j.step, m.team_id
            )
            insert into intervention.job (jurisdiction_id, job_id, request_id, team_id, offered_at)
            select access.current_jurisdiction(), gen_random_uuid(), request_id, team_id, :at from changed where step = 'WITHDRAWN'
            """.formatted(RUNNING);

    private static final String OFFER_FIRST = """
            insert into intervention.job (jurisdiction_id, job_id, request_id, team_id, offered_at)
            select r.jurisdiction_id, :id, r.request_id, r.team_id, cast(:at as timestamptz)
            from request.request r where r.jurisdiction_id = access.current_jurisdiction() and r.request_id = :request
            """;

    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void offer(UUID requestId, UUID teamId, Instant at) {
        jdbc.sql("""
                        insert into intervention.job (jurisdiction_id, job_id, request_id, team_id, offered_at)
                        values (access.current_jurisdiction(), :id, :request, :team, :at)
                        """)
                .param("id", Ids.next())
                .param("request", requestId)
                .param("team", teamId)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of a request that is about to be stored: to the team that it is stored with. */
    void offerFirst(RequestArriving arriving) {
        arriving.exchange()
                .add(
                        OFFER_FIRST,
                        Map.of(
                                "id",
                                Ids.next(),
                                "request",
                                arriving.request().id(),
                                "at",
                                Timestamp.from(arriving.entry().at())));
    }

    /** Ends the running job of a request without the team's doing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(UUID requestId, Instant at) {
        jdbc.sql("update intervention.job set step = 'WITHDRAWN', ended_at = :at where request_id = :request and "
                        + RUNNING)
                .param("at", Timestamp.from(at))
                .param("request", requestId)
                .update();
    }

    /** Offers running jobs to the teams that are responsible now: what nobody has accepted yet goes on to them, the rest is taken back. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(List<RequestsPlacedAnew.Moved> moved, Instant at) {
        if (moved.isEmpty()) {
            return;
        }
        UUID[] requests =
                moved.stream().map(RequestsPlacedAnew.Moved::requestId).toArray(UUID[]::new);
        UUID[] teams = moved.stream().map(RequestsPlacedAnew.Moved::teamId).toArray(UUID[]::new);
        jdbc.sql(HAND_OVER)
                .param("at", Timestamp.from(at))
                .param("requests", requests)
                .param("teams", teams)
                .update();
    }

    /** What was found and used. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID jobId, WorkReport work) {
        jdbc.sql(
                        "update intervention.job set cause = :cause, quantity = :quantity, quantity_unit = :unit where job_id = :id")
                .param("cause", work.cause())
                .param("quantity", work.quantity().orElse(null))
                .param("unit", work.quantityUnit())
                .param("id", jobId)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Job> findRunning(UUID requestId) {
        return jdbc.sql("select * from intervention.job where request_id = :request and " + RUNNING)
                .param("request", requestId)
                .query(Jobs::read)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Job lock(UUID jobId) {
        return jdbc.sql("select * from intervention.job where job_id = :id for update")
                .param("id", jobId)
                .query(Jobs::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("job"));
    }

    @Transactional(readOnly = true)
    Job get(UUID jobId) {
        return jdbc.sql("select * from intervention.job where job_id = :id")
                .param("id", jobId)
                .query(Jobs::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("job"));
    }

    /** Running jobs of these teams, and those ended since {@code endedSince} when it is given. */
    @Transactional(readOnly = true)
    List<Job> list(Collection<UUID> teamIds, Optional<Instant> endedSince) {
        if (teamIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from intervention.job where team_id in (:teams) and (" + RUNNING
                        + " or (step in ('DONE', 'IMPOSSIBLE') and ended_at >= :since)) order by offered_at")
                .param("teams", teamIds)
                .param("since", Timestamp.from(endedSince.orElse(Instant.parse("9999-01-01T00:00:00Z"))))
                .query(Jobs::read)
                .list();
    }

    /**
     * Running jobs of these teams that are nearest to a place, by metres on the ellipsoid. The index has them by units of web maps, whose length
     * changes with latitude, so that ties of a hundredth may be the wrong way round: more are read and put in order. Those that have no place
     * are not among them.
     */
    @Transactional(readOnly = true)
    List<Job> nearest(Collection<UUID> teamIds, Wgs84Point place, int most) {
        if (teamIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select n.*
                        from (
                            select j.*, r.location
                            from request.request r
                            join intervention.job j using (jurisdiction_id, request_id)
                            where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') and r.location is not null
                              and j.team_id in (:teams) and j.%s
                            order by r.location3857 <-> st_transform(st_geomfromewkb(:place), 3857) limit :read) n
                        order by st_distance(n.location::geography, st_geomfromewkb(:place)::geography) limit :most
                        """.formatted(RUNNING))
                .param("teams", teamIds)
                .param("place", Ewkb.write(place))
                .param("read", 2 * most + SPARE)
                .param("most", most)
                .query(Jobs::read)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(Job job) {
        jdbc.sql("""
                        update intervention.job set step = :step, accepted_at = :accepted, en_route_at = :enRoute, on_site_at = :onSite,
                            ended_at = :ended, note = :note
                        where job_id = :id
                        """)
                .param("id", job.id())
                .param("step", job.step().name())
                .param("accepted", job.acceptedAt().map(Timestamp::from).orElse(null))
                .param("enRoute", job.enRouteAt().map(Timestamp::from).orElse(null))
                .param("onSite", job.onSiteAt().map(Timestamp::from).orElse(null))
                .param("ended", job.endedAt().map(Timestamp::from).orElse(null))
                .param("note", job.note())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<JobStatus> find(UUID requestId) {
        return jdbc.sql("select * from intervention.job where request_id = :request and step <> 'WITHDRAWN' "
                        + "order by ended_at desc nulls first, offered_at desc limit 1")
                .param("request", requestId)
                .query(Jobs::read)
                .optional()
                .map(job -> new JobStatus(
                        job.id(),
                        job.teamId(),
                        job.step().name(),
                        job.offeredAt(),
                        job.acceptedAt().orElse(null),
                        job.enRouteAt().orElse(null),
                        job.onSiteAt().orElse(null),
                        job.endedAt().orElse(null),
                        job.note()));
    }

    private static Job read(ResultSet row, int rowNumber) throws SQLException {
        return new Job(
                row.getObject("job_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("team_id", UUID.class),
                Job.Step.valueOf(row.getString("step")),
                row.getTimestamp("offered_at").toInstant(),
                instant(row, "accepted_at"),
                instant(row, "en_route_at"),
                instant(row, "on_site_at"),
                instant(row, "ended_at"),
                row.getString("note"),
                row.getInt("visit_number"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
