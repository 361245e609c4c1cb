package org.vigie.territory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.CopyRows;
import org.vigie.geo.GeoJsonFeature;

/**
 * A sector file on its way in: in a table of the transaction's own, where PostGIS can use an index (row-level security would keep
 * it from one) and memory does not grow with the file.
 */
@Component
class StagedSectors {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagedSectors(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Fields of the file that hold a sector's code and its name. */
    record Fields(String code, String name) {}

    /** Reads the file; features that cannot be a sector are counted as rejected and named in the report. */
    void fill(SourceFile file, Fields fields, ImportReport report) {
        jdbc.sql("""
                        create temp table staged_sector (number bigint primary key, code text not null, name text not null,
                            shape geometry(MultiPolygon, 4326) not null) on commit drop
                        """).update();
        Map<String, Long> numberByCode = new HashMap<>();
        try (CopyRows rows = new CopyRows(dataSource, "staged_sector")) {
            file.eachFeature(feature -> {
                report.read(1);
                Optional<String> code = code(feature, fields, numberByCode, report);
                Optional<MultiPolygon> shape = Polygons.of(feature, report);
                if (code.isPresent() && shape.isPresent()) {
                    rows.row(feature.number(), code.get(), name(feature, fields, code.get()), shape.get());
                } else {
                    report.rejected(1);
                }
            });
        }
        jdbc.sql("create index on staged_sector using gist (shape)").update();
        jdbc.sql("analyze staged_sector").update();
    }

    private static Optional<String> code(
            GeoJsonFeature feature, Fields fields, Map<String, Long> numberByCode, ImportReport report) {
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

    private static String name(GeoJsonFeature feature, Fields fields, String otherwise) {
        String name = feature.properties().getOrDefault(fields.name(), "").strip();
        return name.isEmpty() ? otherwise : name;
    }
}
