package org.vigie.features;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;

/**
 * Where and since when a layer has features: exactly, without reading what lies inside the town's own box. Every client asks, so it is kept
 * for a minute.
 */
@Repository
public class LayerExtents {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 2_000;

    /** In metres or degrees: nothing is farther. */
    private static final double BEYOND_ALL = 1e9;

    /**
     * @param bounds around the jurisdiction and whatever lies outside of it
     * @param earliest absent when features have no time, or there are none
     */
    public record Extent(Bounds bounds, Optional<Instant> earliest) {}

    private static final String TOWN = "select geom from map.jurisdiction";

    /** The service reads no published views. */
    private static final String TOWN_OF_STAFF =
            "select boundary as geom from territory.jurisdiction where jurisdiction_id = access.current_jurisdiction()";

    private record Key(UUID jurisdiction, PublishedLayer layer) {}

    private final LayerDatabase database;
    private final LoadingCache<Key, Extent> kept;

    LayerExtents(LayerDatabase database) {
        this.database = database;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .build(key -> read(key.layer()));
    }

    public Extent of(PublishedLayer layer) {
        return Objects.requireNonNull(kept.get(new Key(CurrentJurisdiction.get().id(), layer)));
    }

    private Extent read(PublishedLayer layer) {
        return Objects.requireNonNull(database.read(layer, jdbc -> {
            Box town = town(jdbc, layer);
            return new Extent(whole(town, beyond(jdbc, layer, town)), earliest(jdbc, layer));
        }));
    }

    /** In the system of the layer's index of places, and in degrees. */
    private record Box(Edges indexed, Edges degrees) {}

    private record Edges(double west, double south, double east, double north) {
        static Edges read(ResultSet row, String suffix) throws SQLException {
            return new Edges(
                    row.getDouble("west" + suffix),
                    row.getDouble("south" + suffix),
                    row.getDouble("east" + suffix),
                    row.getDouble("north" + suffix));
        }
    }

    private static Box town(JdbcClient jdbc, PublishedLayer layer) {
        return jdbc.sql("""
                        select st_xmin(d.box) as west, st_ymin(d.box) as south, st_xmax(d.box) as east, st_ymax(d.box) as north,
                            st_xmin(i.box) as west_indexed, st_ymin(i.box) as south_indexed, st_xmax(i.box) as east_indexed, st_ymax(i.box) as north_indexed
                        from (select st_setsrid(st_extent(geom)::geometry, 4326) as box from (%s) t) d, lateral (select %s as box) i
                        """.formatted(
                                layer.isForStaff() ? TOWN_OF_STAFF : TOWN,
                                layer.source().mercator().isPresent() ? "st_transform(d.box, 3857)" : "d.box"))
                .query((row, n) -> new Box(Edges.read(row, "_indexed"), Edges.read(row, "")))
                .single();
    }

    /** What reaches beyond an edge of the town's box: four strips that the index knows, so that nothing else of the layer is read. */
    private static Optional<Edges> beyond(JdbcClient jdbc, PublishedLayer layer, Box town) {
        String places = layer.source().mercator().orElse("geom");
        int epsg = layer.source().mercator().isPresent() ? 3857 : 4326;
        String strip = "select geom from %s where %s && st_makeenvelope(%%s, %d)"
                .formatted(layer.source().view(), places, epsg);
        String strips = Stream.of(
                        ":least, :least, :west, :most",
                        ":east, :least, :most, :most",
                        ":least, :least, :most, :south",
                        ":least, :north, :most, :most")
                .map(strip::formatted)
                .collect(Collectors.joining(" union all "));
        return jdbc.sql("""
                        select st_xmin(e.box) as west, st_ymin(e.box) as south, st_xmax(e.box) as east, st_ymax(e.box) as north
                        from (select st_extent(b.geom) as box from (%s) b) e where e.box is not null
                        """.formatted(strips))
                .param("least", -BEYOND_ALL)
                .param("most", BEYOND_ALL)
                .param("west", town.indexed().west())
                .param("south", town.indexed().south())
                .param("east", town.indexed().east())
                .param("north", town.indexed().north())
                .query((row, n) -> Edges.read(row, ""))
                .optional();
    }

    private static Bounds whole(Box town, Optional<Edges> beyond) {
        Edges in = town.degrees();
        Edges out = beyond.orElse(in);
        return new Bounds(
                new Wgs84Point(Math.min(in.west(), out.west()), Math.min(in.south(), out.south())),
                new Wgs84Point(Math.max(in.east(), out.east()), Math.max(in.north(), out.north())));
    }

    private static Optional<Instant> earliest(JdbcClient jdbc, PublishedLayer layer) {
        return layer.source()
                .time()
                .flatMap(time -> jdbc.sql("select %1$s from %2$s where %1$s is not null order by %1$s limit 1"
                                .formatted(time, layer.source().view()))
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant));
    }
}
