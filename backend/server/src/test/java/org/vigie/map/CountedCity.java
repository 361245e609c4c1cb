package org.vigie.map;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.cells.Cells;
import org.vigie.testing.TestJurisdictions;

/** A town in which everything is that a map must show, count or keep quiet about, and what happens in one. */
@TestComponent
class CountedCity {

    private final TestJurisdictions jurisdictions;
    private final PublishedCity city;
    private final Cells cells;

    CountedCity(TestJurisdictions jurisdictions, PublishedCity city, Cells cells) {
        this.jurisdictions = jurisdictions;
        this.city = city;
        this.cells = cells;
    }

    /** Half of the requests lie around three places. */
    Jurisdiction make(int requests) {
        Jurisdiction town = jurisdictions.square();
        city.catalogue(town);
        city.manyRequests(town, requests);
        city.write(town, """
                update request.request
                set location = st_setsrid(st_makepoint(2.02 + 0.03 * (right(number, 6)::int % 3) + (random() + random() + random() - 1.5) * 0.003,
                    47.05 + (random() + random() + random() - 1.5) * 0.002), 4326)
                where right(number, 6)::int % 2 = 0;
                update request.request set is_private = true where right(number, 6)::int % 23 = 0;
                update request.request set state = 'REJECTED' where right(number, 6)::int % 29 = 0;
                update request.request set state = 'DUPLICATE' where right(number, 6)::int % 31 = 0;
                update request.request set state = 'FORWARDED' where state = 'RECEIVED' and right(number, 6)::int % 7 = 0;
                update request.request set state = 'REOPENED' where state = 'ASSIGNED' and right(number, 6)::int % 7 = 0;
                update request.request set kind = 'COMPLAINT' where right(number, 6)::int % 11 = 0;
                update request.request set next_paused_at = now() - interval '1 hour' where next_due_at is not null and right(number, 6)::int % 13 = 0;
                update request.request set resolved_at = now() - random() * interval '40 days'
                    where resolved_at is not null and right(number, 6)::int % 3 = 0;
                update request.request set category_id = (select category_id from catalogue.category where code = 'complaint')
                    where right(number, 6)::int % 19 = 0;
                update request.request set location = null, location_source = 'NONE', placement_rule = 'TO_BE_LOCATED'
                    where right(number, 6)::int % 37 = 0;
                """);
        awaitCounted(town);
        return town;
    }

    void awaitCounted(Jurisdiction town) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> CurrentJurisdiction.inside(town, cells::areCounted));
    }

    /** Whatever may happen to requests, to some of them. */
    void change(Jurisdiction town) {
        city.write(town, """
                update request.request set state = 'RESOLVED', resolved_at = now(), next_commitment = null, next_starts_at = null, next_due_at = null, next_paused_at = null
                    where random() < 0.1 and state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS');
                update request.request set state = 'REOPENED', next_commitment = 'RESOLVE', next_starts_at = now(), next_due_at = now() + (random() - 0.3) * interval '1 hour'
                    where random() < 0.05 and state in ('RESOLVED', 'CLOSED');
                update request.request set location = st_setsrid(st_makepoint(2.0 + 0.1 * random(), 47.0 + 0.1 * random()), 4326),
                        location_source = 'PIN', placement_rule = 'NO_SECTORS'
                    where random() < 0.1;
                update request.request set is_private = not is_private where random() < 0.05;
                update request.request set state = 'REJECTED' where random() < 0.02;
                update request.request set state = 'RECEIVED' where random() < 0.5 and state = 'REJECTED';
                update request.request set category_id = (select category_id from catalogue.category order by random() limit 1) where random() < 0.05;
                update request.request set received_at = received_at - interval '35 days' where random() < 0.02;
                update request.request set kind = case kind when 'INCIDENT' then 'COMPLAINT' else 'INCIDENT' end where random() < 0.05;
                update request.request set next_due_at = next_due_at - interval '2 days' where random() < 0.1;
                delete from request.request where random() < 0.01;
                """);
    }
}
