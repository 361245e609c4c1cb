package org.vigie.demo;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.Accounts;
import org.vigie.access.Role;
import org.vigie.team.Attendances;
import org.vigie.team.Shift;
import org.vigie.team.TeamDraft;

/** How Aubrelle's front office works: its hours, whom it sends what to, what it wants to hear from the field, and what people say of it. */
@Component
class FrontOffice {

    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    private final TeamDraft teams;
    private final Attendances attendances;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    FrontOffice(TeamDraft teams, Attendances attendances, Accounts accounts, JdbcClient jdbc) {
        this.teams = teams;
        this.attendances = attendances;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    void open() {
        List<Shift.Span> office = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                .map(day -> new Shift.Span(day, OPENS, CLOSES))
                .toList();
        UUID shift = teams.shift("ACCUEIL", "heures d’accueil", office);
        accounts.list(Role.FRONT_OFFICE).forEach(agent -> attendances.expect(agent, shift));
        specialiseReferents();
    }

    /** Of each service two answer for everything; the others for one category each, every third of them in one sector only. */
    private void specialiseReferents() {
        jdbc.sql("""
                        with named as (
                            select r.referent_id, r.service_id, row_number() over (partition by r.service_id order by r.account_id) - 3 as place,
                                first_value(r.account_id) over (partition by r.service_id order by r.account_id) as deputy
                            from catalogue.referent r
                        ), kind as (
                            select c.category_id, c.service_id, row_number() over (partition by c.service_id order by c.position) - 1 as place,
                                count(*) over (partition by c.service_id) as n
                            from catalogue.category c
                        ), area as (
                            select s.sector_id, row_number() over (order by s.code) - 1 as place, count(*) over () as n
                            from territory.sector s join territory.sector_set t using (jurisdiction_id, sector_set_id) where t.serves
                        )
                        update catalogue.referent r
                        set category_id = kind.category_id, deputy_account_id = named.deputy,
                            sector_id = case when named.place % 3 = 2 then area.sector_id end
                        from named
                        join kind on kind.service_id = named.service_id and named.place >= 0 and kind.place = named.place % kind.n
                        join area on area.place = named.place % area.n
                        where r.referent_id = named.referent_id
                        """).update();
    }

    /** A third of those who left an e-mail address have said how they were served; late work pleases less. */
    void ask(Instant now) {
        jdbc.sql("""
                        insert into citizen.satisfaction (jurisdiction_id, request_id, score, words, given_at, removal_on)
                        select r.jurisdiction_id, r.request_id,
                            greatest(1, least(5, 5 - said.draw % 3 - case when exists (
                                select from request.deadline d
                                where d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.met_at > d.due_at)
                                then 2 else 0 end)),
                            '', r.resolved_at + interval '1 day', (r.resolved_at + interval '24 months')::date
                        from request.request r
                        join request.requester q using (jurisdiction_id, request_id)
                        cross join lateral (select abs(hashtext(r.request_id::text)) / 3 as draw, abs(hashtext(r.request_id::text)) % 3 as third) said
                        where r.state in ('RESOLVED', 'CLOSED') and q.email is not null and said.third = 0
                            and r.resolved_at < cast(:now as timestamptz) - interval '1 day'
                        """).param("now", Timestamp.from(now)).update();
    }
}
