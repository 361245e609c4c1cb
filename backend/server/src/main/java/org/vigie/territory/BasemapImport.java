package org.vigie.territory;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.CopyRows;
import org.vigie.geo.Ewkb;
import org.vigie.geo.GeoJsonFeature;

/** Brings in what the offline base map of the open jurisdiction is drawn from: OpenStreetMap as .osm.pbf or GeoJSON. */
@Component
public class BasemapImport {

    private static final double MARGIN_METRES = 1_000;
    private static final double METRES_A_DEGREE = 111_195;

    private final Jurisdictions jurisdictions;
    private final StagedBasemap staged;

    BasemapImport(Jurisdictions jurisdictions, StagedBasemap staged) {
        this.jurisdictions = jurisdictions;
        this.staged = staged;
    }

    /**
     * One transaction. Keeps what touches the jurisdiction's box and a kilometre around it. Features that are not drawn count as
     * rejected and are told by their tags, one line a sort; {@code outside} ones are not kept.
     */
    @Transactional
    public void run(Path path, ImportReport report) {
        Envelope within = around(jurisdictions.profile().boundary().getEnvelopeInternal());
        Map<String, Long> notDrawn = new TreeMap<>();
        try (CopyRows rows = staged.open()) {
            Sieve sieve = new Sieve(within, rows, notDrawn, report);
            if (path.toString().toLowerCase(Locale.ROOT).endsWith(".pbf")) {
                new SourceFile(path).refuseMissing();
                new OsmExtract(path).eachFeature(within, sieve::take);
            } else {
                new SourceFile(path).eachFeature(feature -> sieve.take("", feature));
            }
        }
        notDrawn.forEach((tags, count) -> report.remark("not drawn: " + tags, Map.of("count", count)));
        report.step("storing");
        staged.merge(report);
    }

    private static Envelope around(Envelope box) {
        double latitude = MARGIN_METRES / METRES_A_DEGREE;
        double longitude = latitude / Math.cos(Math.toRadians(box.centre().y));
        Envelope around = new Envelope(box);
        around.expandBy(longitude, latitude);
        return around;
    }

    /** Lets through what is near and drawn. */
    private record Sieve(Envelope within, CopyRows rows, Map<String, Long> notDrawn, ImportReport report) {

        void take(String layer, GeoJsonFeature feature) {
            report.read(1);
            if (feature.fault().isPresent()
                    || feature.geometry().isEmpty()
                    || feature.geometry().get().isEmpty()) {
                report.note(feature.number(), layer + " " + feature.fault().orElse("the feature has no geometry"));
                report.rejected(1);
                return;
            }
            Geometry shape = feature.geometry().get();
            if (!within.intersects(shape.getEnvelopeInternal())) {
                report.outside(1);
                report.rejected(1);
                notDrawn.merge("more than 1 km outside", 1L, Long::sum);
                return;
            }
            keep(layer, feature, shape);
        }

        private void keep(String layer, GeoJsonFeature feature, Geometry shape) {
            Map<String, String> tags = feature.properties();
            String id = identity(layer, feature, shape);
            Optional<OsmTags.Drawn> drawn = drawn(tags, shape);
            Optional<OsmTags.Drawn> landmark = shape.getDimension() == 2 ? OsmTags.landmark(tags) : Optional.empty();
            drawn.ifPresent(how -> row(feature, id, how, shape));
            if (landmark.isPresent()) {
                row(feature, id + "#landmark", landmark.get(), shape.getInteriorPoint());
                // One feature read, two drawn.
                report.read(drawn.isPresent() ? 1 : 0);
            }
            if (drawn.isEmpty() && landmark.isEmpty()) {
                report.rejected(1);
                notDrawn.merge(sort(tags), 1L, Long::sum);
            }
        }

        private void row(GeoJsonFeature feature, String id, OsmTags.Drawn how, Geometry shape) {
            rows.row(
                    feature.number(),
                    id,
                    how.kind(),
                    how.className(),
                    feature.properties().getOrDefault("name", ""),
                    shape);
        }

        private static Optional<OsmTags.Drawn> drawn(Map<String, String> tags, Geometry shape) {
            return switch (shape.getDimension()) {
                case 0 -> OsmTags.point(tags);
                case 1 -> OsmTags.line(tags);
                default -> OsmTags.area(tags);
            };
        }

        private static String sort(Map<String, String> tags) {
            for (String key :
                    new String[] {"highway", "railway", "waterway", "natural", "landuse", "leisure", "place", "amenity"
                    }) {
                if (tags.containsKey(key)) {
                    return key + "=" + tags.get(key);
                }
            }
            return "no tag that is drawn";
        }

        /** OpenStreetMap's own identity; without one, the geometry itself, so that the same file stays the same rows. */
        private static String identity(String layer, GeoJsonFeature feature, Geometry shape) {
            Map<String, String> tags = feature.properties();
            if (tags.containsKey("osm_way_id")) {
                return "way/" + tags.get("osm_way_id");
            }
            if (tags.containsKey("osm_id")) {
                String type = layer.equals("points") ? "node/" : layer.equals("multipolygons") ? "relation/" : "way/";
                return type + tags.get("osm_id");
            }
            String id = tags.getOrDefault("@id", feature.id().orElse(""));
            return id.isEmpty() ? "shape/" + UUID.nameUUIDFromBytes(Ewkb.write(shape)) : id;
        }
    }
}
