package org.vigie.bench;

/** What pgbench writes for each report. */
final class IntakeSql {

    private static final String PLACE = """
            \\set longitude random(2220100, 2469900) / 1000000.0
            \\set latitude random(48810100, 48909900) / 1000000.0
            """;

    private IntakeSql() {}

    /** One row in the table with all its indexes, past triggers and foreign keys; private, so that no map has to know of it. */
    static String bare(City city) {
        return PLACE + insert(city, "null::uuid", "null::uuid", "'NO_SECTORS'", "true", "") + ";\n";
    }

    /** Lookup, row with all that follows it by triggers, history and outbox, in one statement and one commit. */
    static String wholeStatement(City city) {
        return PLACE
                + ("with placed as (select sector_id, sector_version_id from territory.sector_shape"
                                + " where st_covers(shape, st_setsrid(st_makepoint(:longitude, :latitude), 4326)) limit 1), added as (%s"
                                + " returning jurisdiction_id, request_id, team_id, received_at), told as (insert into request.history (jurisdiction_id,"
                                + " request_id, entry_id, happened_at, entry, to_state) select jurisdiction_id, request_id, gen_random_uuid(), received_at,"
                                + " 'RECEIVED', 'RECEIVED' from added) insert into dispatch.change_outbox (jurisdiction_id, request_id, change, team_id,"
                                + " happened_at, visibility) select jurisdiction_id, request_id, 'RECEIVED', team_id, received_at, 'PUBLISHED' from added;\n")
                        .formatted(
                                insert(city, "p.sector_id", "p.sector_version_id", "'INSIDE'", "false", ", placed p"))
                        .replace('\n', ' ')
                        .strip()
                + "\n";
    }

    private static String insert(City city, String sector, String version, String rule, String isPrivate, String from) {
        String[] ids = city.database()
                .rows(
                        city.name(),
                        "select c.category_id, c.service_id, t.team_id from catalogue.category c, team.team t limit 1")
                .getFirst();
        return ("insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,"
                        + " location_source, address, sector_id, sector_version_id, placement_rule, service_id, team_id, assignment_rule,"
                        + " next_commitment, next_starts_at, next_due_at, received_at, changed_at, is_private)"
                        + " select '%s', i.id, 'B-' || i.id, 'INCIDENT', 'RECEIVED', '%s', 'Un grand trou devant la boulangerie, il faut slalomer',"
                        + " 'WEB', st_setsrid(st_makepoint(:longitude, :latitude), 4326), 'PIN', '12 rue des Tanneurs', %s, %s, %s, '%s', '%s',"
                        + " 'SECTOR', 'RESOLVE', now(), now() + interval '5 days', now(), now(), %s"
                        + " from (select gen_random_uuid() as id) i%s")
                .formatted(city.jurisdictionId(), ids[0], sector, version, rule, ids[1], ids[2], isPrivate, from);
    }
}
