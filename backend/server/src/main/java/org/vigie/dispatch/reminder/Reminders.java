package org.vigie.dispatch.reminder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which requests have been reminded of when, and which are due to be: found and marked by one statement. */
@Repository
class Reminders {

    /** A request that nobody has touched since then. */
    record Idle(UUID requestId, Instant since) {}

    /** Somebody who is to do something about a request. */
    record Responsible(UUID requestId, String name, String email) {}

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks as reminded of, at most so many, those that have been idle for a period and were not reminded of during one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Idle> claim(Instant now, int limit) {
        return jdbc.sql("""
                        with rule as (
                            select c.jurisdiction_id, c.category_id,
                                case when own.dormancy_id is null then general.days else own.days end as days
                            from catalogue.category c
                            left join dispatch.dormancy own on own.jurisdiction_id = c.jurisdiction_id and own.category_id = c.category_id
                            left join dispatch.dormancy general on general.jurisdiction_id = c.jurisdiction_id and general.category_id is null
                            where c.jurisdiction_id = access.current_jurisdiction())
                        insert into dispatch.reminder (jurisdiction_id, request_id, idle_since, reminded_at)
                        select r.jurisdiction_id, r.request_id, r.changed_at, cast(:now as timestamptz)
                        from team.team t
                        join request.request r using (jurisdiction_id, team_id)
                        join rule using (jurisdiction_id, category_id)
                        where r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                            and r.changed_at <= cast(:now as timestamptz) - (select min(days) from rule) * interval '1 day'
                            and r.changed_at <= cast(:now as timestamptz) - rule.days * interval '1 day'
                            and not exists (
                                select from dispatch.reminder m
                                where m.jurisdiction_id = r.jurisdiction_id and m.request_id = r.request_id
                                    and m.reminded_at > cast(:now as timestamptz) - rule.days * interval '1 day')
                        order by r.changed_at limit :limit
                        returning request_id, idle_since
                        """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> new Idle(
                        row.getObject("request_id", UUID.class),
                        row.getTimestamp("idle_since").toInstant()))
                .list();
    }

    /** The members of its team and its owner, each once a request. */
    @Transactional(readOnly = true)
    public List<Responsible> listResponsible(List<UUID> requestIds) {
        return jdbc.sql("""
                        select distinct r.request_id, a.display_name, a.email
                        from request.request r
                        join access.account a on a.jurisdiction_id = r.jurisdiction_id and a.active and (
                            a.account_id = r.owner_account_id or exists (
                                select from team.member m
                                where m.jurisdiction_id = r.jurisdiction_id and m.team_id = r.team_id and m.account_id = a.account_id))
                        where r.request_id in (:ids) order by r.request_id, a.display_name
                        """)
                .param("ids", requestIds)
                .query((row, n) -> new Responsible(
                        row.getObject("request_id", UUID.class), row.getString("display_name"), row.getString("email")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void told(UUID requestId, Instant at, int people) {
        jdbc.sql("update dispatch.reminder set told = :told where request_id = :id and reminded_at = :at")
                .param("told", people)
                .param("id", requestId)
                .param("at", Timestamp.from(at))
                .update();
    }
}
