package org.vigie.citizen.watch;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.ExpiringPersonalData;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;
import org.vigie.geo.PolygonIndex;
import org.vigie.geo.Wgs84Point;

/** The areas that people watch in the jurisdiction that is open; the confirmed ones are kept in memory, indexed. */
@Repository
public class WatchedAreas implements ExpiringPersonalData {

    private static final int UNANSWERED_DAYS = 7;
    private static final int KEPT_MONTHS = 24;
    private static final String COLUMNS =
            "select watched_area_id, name, st_asewkb(ground) as ground, email, locale, confirmed_at from citizen.watched_area ";

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<PolygonIndex<UUID>> confirmed;

    WatchedAreas(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.confirmed = snapshots.of("watched areas", this::index);
    }

    private PolygonIndex<UUID> index() {
        PolygonIndex.Builder<UUID> index = new PolygonIndex.Builder<>();
        jdbc.sql(
                        "select watched_area_id, st_asewkb(ground) as ground from citizen.watched_area where confirmed_at is not null")
                .query((RowCallbackHandler) row ->
                        index.add(row.getObject("watched_area_id", UUID.class), Ewkb.read(row.getBytes("ground"))));
        return index.build();
    }

    /** The confirmed areas that cover a position, edges included. What was confirmed or ended counts after a second at most. */
    public List<UUID> covering(Wgs84Point point) {
        return confirmed.get().covering(point);
    }

    @Transactional(readOnly = true)
    public Optional<WatchedArea> find(UUID id) {
        return jdbc.sql(COLUMNS + "where watched_area_id = :id")
                .param("id", id)
                .query(WatchedAreas::read)
                .optional();
    }

    @Transactional(readOnly = true)
    List<WatchedArea> list(List<UUID> ids) {
        return jdbc.sql(COLUMNS + "where watched_area_id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(WatchedAreas::read)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(WatchedArea area, Instant since) {
        jdbc.sql("""
                        insert into citizen.watched_area (jurisdiction_id, watched_area_id, name, ground, email, locale, since, removal_on)
                        values (access.current_jurisdiction(), :id, :name, st_geomfromewkb(:ground), :email, :locale, :since, :removal)
                        """)
                .param("id", area.id())
                .param("name", area.name())
                .param("ground", Ewkb.write(area.ground()))
                .param("email", area.email())
                .param("locale", area.locale())
                .param("since", Timestamp.from(since))
                .param("removal", Date.valueOf(day(since).plusDays(UNANSWERED_DAYS)))
                .update();
    }

    /** Saying yes again keeps it for longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean confirm(UUID id, Instant at) {
        return jdbc.sql("""
                        update citizen.watched_area set confirmed_at = coalesce(confirmed_at, :at), removal_on = :removal
                        where watched_area_id = :id
                        """)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("removal", Date.valueOf(day(at).plusMonths(KEPT_MONTHS)))
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID id) {
        jdbc.sql("delete from citizen.watched_area where watched_area_id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public String description() {
        return "watched areas";
    }

    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        return jdbc.sql("delete from citizen.watched_area where removal_on < :today")
                .param("today", Date.valueOf(today))
                .update();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CurrentJurisdiction.get().zone());
    }

    private static WatchedArea read(ResultSet row, int rowNumber) throws SQLException {
        return new WatchedArea(
                row.getObject("watched_area_id", UUID.class),
                row.getString("name"),
                Geometries.asMultiPolygon(Ewkb.read(row.getBytes("ground"))),
                row.getString("email"),
                row.getString("locale"),
                row.getTimestamp("confirmed_at") != null);
    }
}
