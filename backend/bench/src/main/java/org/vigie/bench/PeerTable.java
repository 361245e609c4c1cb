package org.vigie.bench;

/**
 * What peers read: a table with the columns that our published view shows, a number for a key and both places indexed. They are spared
 * our joins and our rules of who may see what.
 */
final class PeerTable {

    private PeerTable() {}

    static void make(City city) {
        String name = city.name();
        if (!city.database()
                .text(name, "select coalesce(to_regclass('bench.peer')::text, '')")
                .isEmpty()) {
            return;
        }
        System.out.println("  a table for peers is made");
        city.database()
                .execute(
                        name,
                        "select set_config('vigie.jurisdiction', '" + city.jurisdictionId() + "', false)",
                        """
                create table bench.peer_making as
                    select row_number() over (order by request_id)::int as id, number, kind, state, is_open, category, category_name, domain, domain_name,
                        description, address, sector, sector_name, service, channel, received_at, changed_at, resolved_at, settled_at,
                        next_commitment, next_starts_at, next_due_at, geom::geometry(Point, 4326) as place,
                        location3857::geometry(Point, 3857) as place3857
                    from map.request""",
                        "alter table bench.peer_making add primary key (id)",
                        "create index on bench.peer_making using gist (place)",
                        "create index on bench.peer_making using gist (place3857)",
                        "grant select on bench.peer_making to public",
                        "analyze bench.peer_making",
                        "alter table bench.peer_making rename to peer");
    }
}
