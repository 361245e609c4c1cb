package org.vigie.overlay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The overlays of the jurisdiction that is open. */
@Repository
public class Overlays {

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<List<Overlay>> all;

    Overlays(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.all = snapshots.of("overlays", this::readAll);
    }

    /** What a page shows, from below; answers come from memory. */
    public List<Overlay> shown(boolean forStaff) {
        return all.get().stream()
                .filter(overlay -> forStaff || overlay.audience() == Overlay.Audience.PUBLIC)
                .toList();
    }

    /** All, from below. */
    @Transactional(readOnly = true)
    public List<Overlay> list() {
        return readAll();
    }

    @Transactional(readOnly = true)
    public Optional<Overlay> find(UUID id) {
        return jdbc.sql("select * from overlay.overlay where overlay_id = :id")
                .param("id", id)
                .query(Overlays::read)
                .optional();
    }

    private List<Overlay> readAll() {
        return jdbc.sql("select * from overlay.overlay order by position, overlay_id")
                .query(Overlays::read)
                .list();
    }

    /** Adds it, or changes the one of that id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Overlay overlay) {
        Overlay.Source source = overlay.source();
        jdbc.sql("""
                        insert into overlay.overlay (jurisdiction_id, overlay_id, kind, title_fr, title_en, address, layers, style, format,
                            version, info_format, legend_address, attribution, audience, min_zoom, max_zoom, opacity_percent, position)
                        values (access.current_jurisdiction(), :id, :kind, :fr, :en, :address, :layers, :style, :format,
                            :version, :info, :legend, :attribution, :audience, :minZoom, :maxZoom, :opacity, :position)
                        on conflict (jurisdiction_id, overlay_id) do update
                        set kind = excluded.kind, title_fr = excluded.title_fr, title_en = excluded.title_en, address = excluded.address,
                            layers = excluded.layers, style = excluded.style, format = excluded.format, version = excluded.version,
                            info_format = excluded.info_format, legend_address = excluded.legend_address,
                            attribution = excluded.attribution, audience = excluded.audience, min_zoom = excluded.min_zoom,
                            max_zoom = excluded.max_zoom, opacity_percent = excluded.opacity_percent, position = excluded.position
                        """)
                .param("id", overlay.id())
                .param("kind", overlay.kind().name())
                .param("fr", overlay.title().fr())
                .param("en", overlay.title().en())
                .param("address", source.address())
                .param("layers", source.layers())
                .param("style", source.style())
                .param("format", source.format())
                .param("version", source.version())
                .param("legend", source.legend().orElse(null))
                .param("info", source.infoFormat())
                .param("attribution", overlay.attribution())
                .param("audience", overlay.audience().name())
                .param("minZoom", overlay.display().minZoom())
                .param("maxZoom", overlay.display().maxZoom())
                .param("opacity", overlay.display().opacityPercent())
                .param("position", overlay.position())
                .update();
        all.forget();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID id) {
        jdbc.sql("delete from overlay.overlay where overlay_id = :id")
                .param("id", id)
                .update();
        all.forget();
    }

    private static Overlay read(ResultSet row, int rowNumber) throws SQLException {
        return new Overlay(
                row.getObject("overlay_id", UUID.class),
                Overlay.Kind.valueOf(row.getString("kind")),
                new Overlay.Title(row.getString("title_fr"), row.getString("title_en")),
                new Overlay.Source(
                        row.getString("address"),
                        row.getString("layers"),
                        row.getString("style"),
                        row.getString("format"),
                        row.getString("version"),
                        row.getString("info_format"),
                        Optional.ofNullable(row.getString("legend_address"))),
                new Overlay.Display(row.getInt("min_zoom"), row.getInt("max_zoom"), row.getInt("opacity_percent")),
                row.getString("attribution"),
                Overlay.Audience.valueOf(row.getString("audience")),
                row.getInt("position"));
    }
}
