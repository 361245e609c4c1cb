package org.vigie.request.rules;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what rules may speak of in the jurisdiction that is open, as it stands. */
@Repository
public class Vocabularies {

    private static final Map<Reference.Kind, String> QUERIES = queries();

    private final JdbcClient jdbc;
    private final Clock clock;

    Vocabularies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Vocabulary read() {
        Map<Reference.Kind, Map<String, Vocabulary.Entry>> entries = new EnumMap<>(Reference.Kind.class);
        QUERIES.forEach((kind, sql) -> entries.put(kind, read(sql)));
        return new Vocabulary(entries);
    }

    private Map<String, Vocabulary.Entry> read(String sql) {
        Map<String, Vocabulary.Entry> byCode = new LinkedHashMap<>();
        jdbc.sql(sql).param("now", Timestamp.from(clock.instant())).query(row -> {
            String code = row.getString("code");
            byCode.put(
                    code,
                    new Vocabulary.Entry(
                            row.getObject("id", UUID.class), code, row.getString("name"), row.getBoolean("open")));
        });
        return byCode;
    }

    private static Map<Reference.Kind, String> queries() {
        Map<Reference.Kind, String> queries = new EnumMap<>(Reference.Kind.class);
        queries.put(Reference.Kind.CATEGORY, """
                select c.category_id as id, c.code, c.name, c.active as open
                from catalogue.category c join catalogue.domain d using (jurisdiction_id, domain_id)
                order by d.position, c.position
                """);
        queries.put(Reference.Kind.DOMAIN, plain("catalogue.domain", "domain_id", "position"));
        queries.put(Reference.Kind.PLACE_CLASS, plain("request.place_class", "place_class_id", "name"));
        queries.put(Reference.Kind.SECTOR, """
                with holding as (
                    select v.jurisdiction_id, v.sector_version_id, v.sector_set_id
                    from territory.sector_version v join territory.sector_set s using (jurisdiction_id, sector_set_id)
                    where s.serves and v.holds_from <= :now order by v.holds_from desc, v.version desc limit 1
                )
                select s.sector_id as id, s.code, coalesce(p.name, s.code) as name, p.name is not null as open
                from holding h
                join territory.sector s using (jurisdiction_id, sector_set_id)
                left join territory.sector_shape p on p.jurisdiction_id = s.jurisdiction_id
                    and p.sector_version_id = h.sector_version_id and p.sector_id = s.sector_id
                order by s.code collate "C"
                """);
        queries.put(Reference.Kind.AREA, plain("catalogue.ground", "ground_id", "name"));
        queries.put(Reference.Kind.SHIFT, plain("team.shift", "shift_id", "name"));
        queries.put(Reference.Kind.CALENDAR, plain("catalogue.calendar", "calendar_id", "name"));
        queries.put(
                Reference.Kind.TEAM,
                "select team_id as id, code, name, active as open from team.team order by code collate \"C\"");
        queries.put(Reference.Kind.ORGANISATION, """
                select organisation_id as id, organisation_id::text as code, name, not works_here as open
                from catalogue.organisation order by name
                """);
        return queries;
    }

    private static String plain(String table, String id, String order) {
        return "select %s as id, code, name, true as open from %s order by %s".formatted(id, table, order);
    }
}
