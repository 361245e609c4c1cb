package org.vigie.territory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.territory.topology.Piece;

/** Reads a file of sectors; features that cannot be one are counted as rejected and named in the report. */
public final class SectorReading {

    /** About a gigabyte in memory, and four times the communes of France. */
    private static final long MOST_CORNERS = 10_000_000;

    private final Fields fields;
    private final ImportReport report;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Long> numberByCode = new HashMap<>();
    private final Map<String, Integer> inhabitants = new HashMap<>();
    private long corners;

    private SectorReading(Fields fields, ImportReport report) {
        this.fields = fields;
        this.report = report;
    }

    /**
     * Fields of the file.
     *
     * @param code holds a sector's code
     * @param name holds its name; where it is missing, the code is the name
     * @param priority holds a whole number: which sector of a coverage goes first; 0 without
     * @param inhabitants holds how many people live there; where it is empty or missing, nobody knows
     */
    public record Fields(String code, String name, Optional<String> priority, Optional<String> inhabitants) {

        public Fields(String code, String name, Optional<String> priority) {
            this(code, name, priority, Optional.empty());
        }
    }

    /** @param inhabitants by code, of those where the file tells it */
    record Content(List<Piece> pieces, Map<String, Integer> inhabitants) {}

    /** @throws Refusal as {@link SourceFile} does, and sectors-too-detailed */
    public static List<Piece> read(SourceFile file, Fields fields, ImportReport report) {
        return readWhole(file, fields, report).pieces();
    }

    static Content readWhole(SourceFile file, Fields fields, ImportReport report) {
        SectorReading reading = new SectorReading(fields, report);
        file.eachFeature(reading::take);
        return new Content(reading.pieces, reading.inhabitants);
    }

    private void take(GeoJsonFeature feature) {
        report.read(1);
        Optional<String> code = code(feature);
        Optional<MultiPolygon> shape = Polygons.of(feature, report);
        Optional<Integer> priority = priority(feature);
        if (code.isEmpty() || shape.isEmpty() || priority.isEmpty() || !takeInhabitants(feature, code.get())) {
            report.rejected(1);
            return;
        }
        corners += shape.get().getNumPoints();
        if (corners > MOST_CORNERS) {
            throw Refusal.invalid("sectors-too-detailed", MOST_CORNERS);
        }
        pieces.add(new Piece(feature.number(), code.get(), name(feature, code.get()), priority.get(), shape.get()));
    }

    private Optional<String> code(GeoJsonFeature feature) {
        String code = feature.properties().getOrDefault(fields.code(), "").strip();
        if (code.isEmpty()) {
            report.note(
                    feature.number(),
                    "no code: field \"%s\" is empty or missing; there are %s"
                            .formatted(fields.code(), feature.properties().keySet()));
            return Optional.empty();
        }
        Long first = numberByCode.putIfAbsent(code, feature.number());
        if (first != null) {
            report.note(feature.number(), "code \"%s\" is already that of feature %d".formatted(code, first));
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Optional<Integer> priority(GeoJsonFeature feature) {
        String written = fields.priority()
                .map(field -> feature.properties().getOrDefault(field, "").strip())
                .orElse("");
        try {
            return Optional.of(written.isEmpty() ? 0 : Integer.parseInt(written));
        } catch (NumberFormatException e) {
            report.note(feature.number(), "the priority \"%s\" is not a whole number".formatted(written));
            return Optional.empty();
        }
    }

    /** Statistical offices tell them with decimals. */
    private boolean takeInhabitants(GeoJsonFeature feature, String code) {
        String written = fields.inhabitants()
                .map(field -> feature.properties().getOrDefault(field, "").strip())
                .orElse("");
        if (written.isEmpty()) {
            return true;
        }
        try {
            int people =
                    new BigDecimal(written).setScale(0, RoundingMode.HALF_UP).intValueExact();
            if (people >= 0) {
                inhabitants.put(code, people);
                return true;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // told below, as a negative number is
        }
        report.note(feature.number(), "\"%s\" is not a number of inhabitants".formatted(written));
        return false;
    }

    private String name(GeoJsonFeature feature, String otherwise) {
        String name = feature.properties().getOrDefault(fields.name(), "").strip();
        return name.isEmpty() ? otherwise : name;
    }
}
