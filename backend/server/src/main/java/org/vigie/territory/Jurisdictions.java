package org.vigie.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;

/** The communes that run Vigie here. */
@Repository
public class Jurisdictions implements JurisdictionDirectory {

    /** As long as an address of its pages is remembered. */
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final int MOST_REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Cache<UUID, Jurisdiction> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    Jurisdictions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Jurisdiction> find(String code) {
        return jdbc.sql("select * from territory.jurisdiction where code = :code")
                .param("code", code)
                .query(Jurisdictions::read)
                .optional();
    }

    /** Each task asks for its own: what was read is remembered for some seconds. */
    @Override
    public Optional<Jurisdiction> find(UUID id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return read(id);
        }
        return Optional.ofNullable(remembered.getIfPresent(id)).or(() -> {
            Optional<Jurisdiction> read = read(id);
            read.ifPresent(jurisdiction -> remembered.put(id, jurisdiction));
            return read;
        });
    }

    private Optional<Jurisdiction> read(UUID id) {
        return jdbc.sql("select * from territory.jurisdiction where jurisdiction_id = :id")
                .param("id", id)
                .query(Jurisdictions::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Jurisdiction> list() {
        return jdbc.sql("select * from territory.jurisdiction order by name")
                .query(Jurisdictions::read)
                .list();
    }

    /** The profile of the jurisdiction that is open. */
    @Transactional(readOnly = true)
    public JurisdictionProfile profile() {
        return jdbc.sql("""
                        select st_asewkb(boundary) as boundary, fictional, hotline_number, hotline_cost_note
                        from territory.jurisdiction where jurisdiction_id = access.current_jurisdiction()
                        """)
                .query((row, n) -> new JurisdictionProfile(
                        CurrentJurisdiction.get(),
                        (MultiPolygon) Ewkb.read(row.getBytes("boundary")),
                        row.getBoolean("fictional"),
                        Optional.ofNullable(row.getString("hotline_number")),
                        Optional.ofNullable(row.getString("hotline_cost_note"))))
                .single();
    }

    /** Adds the jurisdiction that is open, which must be new; {@link JurisdictionAdded} is heard in the same transaction. */
    @Transactional
    public void add(MultiPolygon boundary, boolean fictional) {
        Jurisdiction open = CurrentJurisdiction.get();
        jdbc.sql("""
                        insert into territory.jurisdiction (jurisdiction_id, code, name, locale, zone, boundary, fictional)
                        values (:id, :code, :name, :locale, :zone, st_geomfromewkb(:boundary), :fictional)
                        """)
                .param("id", open.id())
                .param("code", open.code())
                .param("name", open.name())
                .param("locale", open.locale())
                .param("zone", open.zone().getId())
                .param("boundary", Ewkb.write(Geometries.FACTORY.createGeometry(boundary)))
                .param("fictional", fictional)
                .update();
        events.publishEvent(new JurisdictionAdded(open));
    }

    /** Changes name, locale, zone and boundary of the jurisdiction that is open. */
    @Transactional
    public void change(Jurisdiction to, MultiPolygon boundary) {
        jdbc.sql("""
                        update territory.jurisdiction
                        set name = :name, locale = :locale, zone = :zone, boundary = st_geomfromewkb(:boundary)
                        where jurisdiction_id = access.current_jurisdiction()
                        """)
                .param("name", to.name())
                .param("locale", to.locale())
                .param("zone", to.zone().getId())
                .param("boundary", Ewkb.write(Geometries.FACTORY.createGeometry(boundary)))
                .update();
        forgetAfterCommit(CurrentJurisdiction.get().id());
    }

    private void forgetAfterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.invalidate(id);
            }
        });
    }

    private static Jurisdiction read(ResultSet row, int rowNumber) throws SQLException {
        return new Jurisdiction(
                row.getObject("jurisdiction_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("locale"),
                ZoneId.of(row.getString("zone")));
    }
}
