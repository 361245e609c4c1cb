package org.vigie.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.geo.Wgs84Point;

/** What everybody may know of the open jurisdiction: where it is, how to reach it, what one may report. */
@Repository
public class PublishedJurisdiction {

    public record Profile(
            boolean fictional, Bounds bounds, Wgs84Point center, Optional<String> hotline, String hotlineCostNote) {}

    /** What one may report, and what is promised for it, in minutes. */
    public record Category(
            String domain,
            String domainName,
            String domainGlyph,
            String code,
            String name,
            String glyph,
            String kind,
            List<String> keywords,
            boolean urgent,
            boolean isPrivate,
            String service,
            int duplicateRadiusMetres,
            Promises promises) {}

    public record Promises(
            int acknowledgeMinutes,
            @Nullable Integer onSiteMinutes,
            @Nullable Integer resolveMinutes,
            int replyMinutes) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    PublishedJurisdiction(
            @Qualifier("mapReader") JdbcClient jdbc, @Qualifier("mapReader") TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    public Profile profile() {
        return Objects.requireNonNull(reading.execute(status -> jdbc.sql("""
                        select fictional, hotline_number, coalesce(hotline_cost_note, '') as hotline_cost_note, st_xmin(geom) as west,
                            st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north,
                            st_x(st_centroid(geom)) as lon, st_y(st_centroid(geom)) as lat
                        from map.jurisdiction
                        """)
                .query((row, n) -> new Profile(
                        row.getBoolean("fictional"),
                        new Bounds(
                                new Wgs84Point(row.getDouble("west"), row.getDouble("south")),
                                new Wgs84Point(row.getDouble("east"), row.getDouble("north"))),
                        new Wgs84Point(row.getDouble("lon"), row.getDouble("lat")),
                        Optional.ofNullable(row.getString("hotline_number")),
                        row.getString("hotline_cost_note")))
                .single()));
    }

    public OpeningHours openingHours() {
        return new OpeningHours(Objects.requireNonNull(reading.execute(status -> jdbc.sql(
                        "select iso_weekday, opens, closes from map.opening_hours order by iso_weekday, opens")
                .query((row, n) -> new OpeningHours.Span(
                        DayOfWeek.of(row.getInt("iso_weekday")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list())));
    }

    public Optional<Category> category(String code) {
        return Objects.requireNonNull(
                reading.execute(status -> jdbc.sql("select * from map.category where code = :code")
                        .param("code", code)
                        .query(PublishedJurisdiction::category)
                        .optional()));
    }

    private static Category category(ResultSet row, int rowNumber) throws SQLException {
        return new Category(
                row.getString("domain"),
                row.getString("domain_name"),
                row.getString("domain_glyph"),
                row.getString("code"),
                row.getString("name"),
                row.getString("glyph"),
                row.getString("kind"),
                List.of(row.getString("keywords").strip().split("\\s+")),
                row.getBoolean("is_urgent"),
                row.getBoolean("is_private"),
                row.getString("service"),
                row.getInt("duplicate_radius_metres"),
                new Promises(
                        row.getInt("acknowledge_minutes"),
                        row.getObject("on_site_minutes", Integer.class),
                        row.getObject("resolve_minutes", Integer.class),
                        row.getInt("reply_minutes")));
    }
}
