package org.vigie.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.geo.Ewkb;

/** The named pieces of ground of the jurisdiction that is open, and the sectors that may become one. */
@Repository
public class NamedGrounds {

    /** The sectors of every set, as they hold now. */
    private static final String HOLDING = """
            with holding as (
                select st.jurisdiction_id, st.name as set_name, st.code as set_code, st.serves, s.sector_id, s.code, p.name, p.shape
                from territory.sector_set st
                join lateral (
                    select v.sector_version_id from territory.sector_version v
                    where v.jurisdiction_id = st.jurisdiction_id and v.sector_set_id = st.sector_set_id and v.holds_from <= :now
                    order by v.holds_from desc, v.version desc limit 1) v on true
                join territory.sector_shape p on p.jurisdiction_id = st.jurisdiction_id and p.sector_version_id = v.sector_version_id
                join territory.sector s on s.jurisdiction_id = p.jurisdiction_id and s.sector_id = p.sector_id)
            """;

    private static final String SELECT = HOLDING + """
            select g.ground_id, g.code, g.name, g.sector_id, g.width_metres, g.line is not null as is_road,
                st_asewkb(coalesce(g.polygon, g.line, h.shape)) as shape,
                (select count(*) from catalogue.competence u where u.jurisdiction_id = g.jurisdiction_id and u.ground_id = g.ground_id) as competences,
                (select count(*) from catalogue.activation u where u.jurisdiction_id = g.jurisdiction_id and u.ground_id = g.ground_id) as offers,
                (select count(*) from catalogue.stop_message u where u.jurisdiction_id = g.jurisdiction_id and u.ground_id = g.ground_id) as stops
            from catalogue.ground g left join holding h using (jurisdiction_id, sector_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    NamedGrounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<NamedGround> list() {
        return jdbc.sql(SELECT + "order by g.name, g.code")
                .param("now", Timestamp.from(clock.instant()))
                .query(NamedGrounds::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<NamedGround> find(UUID id) {
        return jdbc.sql(SELECT + "where g.ground_id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(NamedGrounds::read)
                .optional();
    }

    /** The sectors of every set that hold now, those by which teams are assigned first. */
    @Transactional(readOnly = true)
    public List<NamedGround.Sector> listSectors() {
        return jdbc.sql(HOLDING + """
                        select * from holding order by serves desc, set_code, code collate "C"
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new NamedGround.Sector(
                        row.getObject("sector_id", UUID.class),
                        row.getString("set_name"),
                        row.getBoolean("serves"),
                        row.getString("code"),
                        row.getString("name")))
                .list();
    }

    /** A sector or an area, to be looked at as a whole. */
    record Patch(String name, Geometry shape) {}

    /** Every sector of every set as it holds now, and every area. */
    @Transactional(readOnly = true)
    List<Patch> listPatches() {
        return jdbc.sql(HOLDING + """
                        select name, st_asewkb(shape) as shape from holding
                        union all
                        select name, st_asewkb(polygon) from catalogue.ground where polygon is not null
                        order by 1
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Patch(row.getString("name"), Ewkb.read(row.getBytes("shape"))))
                .list();
    }

    private static NamedGround read(ResultSet row, int rowNumber) throws SQLException {
        Optional<UUID> sector = Optional.ofNullable(row.getObject("sector_id", UUID.class));
        double width = row.getDouble("width_metres");
        Optional<Double> widthMetres = row.wasNull() ? Optional.empty() : Optional.of(width);
        Optional<Geometry> shape = Optional.ofNullable(row.getBytes("shape")).map(Ewkb::read);
        return new NamedGround(
                row.getObject("ground_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                sector.isPresent()
                        ? NamedGround.Kind.SECTOR
                        : row.getBoolean("is_road") ? NamedGround.Kind.ROAD : NamedGround.Kind.AREA,
                sector,
                shape,
                widthMetres,
                new NamedGround.Uses(row.getInt("competences"), row.getInt("offers"), row.getInt("stops")));
    }
}
