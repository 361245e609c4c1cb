package org.vigie.dispatch.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;

/**
 * Ten years of a town: the demo city's three, lived through again three, six and nine years earlier, 60,000 requests in all, with their
 * histories and promises. Every one still has its requester, and more are open than any town of that size would have.
 */
final class TenYears {

    private static final int REQUESTS = 60_000;
    private static final int OPEN = 1_500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Jurisdiction town;

    TenYears(JdbcClient jdbc, TransactionTemplate transaction, Jurisdiction town) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.town = town;
    }

    void fill() {
        for (int round = 1; round <= 3; round++) {
            int copy = round;
            inside(() -> copy(copy));
        }
        inside(this::people);
        inside(this::open);
    }

    private void copy(int round) {
        long room = REQUESTS - count("select count(*) from request.request");
        jdbc.sql("""
                        create temp table copied on commit drop as
                        select r.request_id as old_id, cast(md5(r.request_id::text || :round) as uuid) as new_id,
                            make_interval(years => 3 * :round) as earlier,
                            row_number() over (partition by extract(year from r.received_at) order by r.received_at) + 100000 * :round as n
                        from request.request r where r.number < '2100' and split_part(r.number, '-', 2)::int < 100000
                        order by r.received_at desc limit :room
                        """).param("round", round).param("room", room).update();
        jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel,
                            priority, is_private, location, location_source, address, sector_id, sector_version_id, placement_rule,
                            metres_to_edge, service_id, team_id, assignment_rule, received_at, changed_at, resolved_at, closed_at)
                        select r.jurisdiction_id, c.new_id, extract(year from r.received_at - c.earlier) || '-' || lpad(c.n::text, 6, '0'),
                            r.kind, 'CLOSED', r.category_id, r.description, r.channel, r.priority, r.is_private, r.location,
                            r.location_source, r.address, r.sector_id, r.sector_version_id, r.placement_rule, r.metres_to_edge,
                            r.service_id, r.team_id, r.assignment_rule, r.received_at - c.earlier, r.changed_at - c.earlier,
                            r.resolved_at - c.earlier, coalesce(r.closed_at, r.changed_at) - c.earlier
                        from copied c join request.request r on r.request_id = c.old_id
                        """).update();
        jdbc.sql("""
                        insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, from_state, to_state,
                            public_text, staff_text, actor_account_id, actor_label)
                        select h.jurisdiction_id, c.new_id, cast(md5(h.entry_id::text || :round) as uuid), h.happened_at - c.earlier, h.entry,
                            h.from_state, h.to_state, h.public_text, h.staff_text, h.actor_account_id, h.actor_label
                        from copied c join request.history h on h.request_id = c.old_id
                        """).param("round", round).update();
        jdbc.sql("""
                        insert into request.deadline (jurisdiction_id, request_id, commitment, starts_at, due_at, met_at, amount, unit,
                            calendar_id, paused_micros)
                        select d.jurisdiction_id, c.new_id, d.commitment, d.starts_at - c.earlier, d.due_at - c.earlier,
                            coalesce(d.met_at, d.due_at) - c.earlier, d.amount, d.unit, d.calendar_id, 0
                        from copied c join request.deadline d on d.request_id = c.old_id
                        """).update();
        jdbc.sql("""
                        insert into request.number_sequence as s (jurisdiction_id, year, last_number)
                        select distinct access.current_jurisdiction(), extract(year from r.received_at - c.earlier)::int, 500000
                        from copied c join request.request r on r.request_id = c.old_id
                        on conflict (jurisdiction_id, year) do update set last_number = greatest(s.last_number, 500000)
                        """).update();
    }

    /** Whoever has none gets one: names and numbers of the demo city, each in its own spelling of the telephone. */
    private void people() {
        jdbc.sql("""
                        insert into request.requester (jurisdiction_id, request_id, name, email, phone, removal_on)
                        select r.jurisdiction_id, r.request_id, q.name, 'personne' || q.n || '@example.org',
                            '06 ' || to_char(10000000 + (q.n * 7919) % 90000000, 'FM99 99 99 99'), '2100-01-01'
                        from (select request_id, jurisdiction_id, row_number() over (order by received_at, request_id) as n
                            from request.request r
                            where not exists (select from request.requester q where q.request_id = r.request_id)) r
                        join (select name, row_number() over (order by request_id) as place, count(*) over () as names
                            from request.requester where name <> '') known on known.place = 1 + (r.n * 31) % known.names
                        cross join lateral (select known.name, r.n) q
                        """).update();
    }

    private void open() {
        jdbc.sql("""
                        update request.deadline set met_at = null where commitment <> 'ACKNOWLEDGE' and request_id in (
                            select request_id from request.request order by received_at desc limit :open)
                        """).param("open", OPEN).update();
        jdbc.sql("""
                        update request.request r set state = 'ASSIGNED', resolved_at = null, closed_at = null,
                            next_commitment = d.commitment, next_starts_at = d.starts_at, next_due_at = d.due_at
                        from (select distinct on (request_id) * from request.deadline where met_at is null order by request_id, due_at) d
                        where d.request_id = r.request_id and d.jurisdiction_id = r.jurisdiction_id
                        """).update();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    void inside(Runnable work) {
        CurrentJurisdiction.inside(town, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
