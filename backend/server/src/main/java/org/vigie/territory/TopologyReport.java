package org.vigie.territory;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where staged sectors overlap, leave ground of the jurisdiction uncovered or reach beyond it, in square metres. */
@Component
class TopologyReport {

    /** Below this, neighbours differ by rounding: told in one line together. */
    private static final double LEAST_SQUARE_METRES = 1;

    private final JdbcClient jdbc;

    TopologyReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many sectors have no ground in common with the jurisdiction; they are counted as outside */
    long write(ImportReport report) {
        overlaps(report);
        gaps(report);
        return outside(report);
    }

    private void overlaps(ImportReport report) {
        Tally rest = new Tally();
        jdbc.sql("""
                        select a.number, a.code, b.code as other, st_area(common::geography) as square_metres,
                            st_x(st_pointonsurface(common)) as longitude, st_y(st_pointonsurface(common)) as latitude
                        from staged_sector a
                        join staged_sector b on a.number < b.number and a.shape && b.shape and st_relate(a.shape, b.shape, '2********'),
                        lateral (select st_collectionextract(st_intersection(a.shape, b.shape), 3) as common) c
                        where not st_isempty(common)
                        order by square_metres desc
                        """).query(row -> {
            double squareMetres = row.getDouble("square_metres");
            if (rest.takes(squareMetres)) {
                return;
            }
            report.note(
                    row.getLong("number"),
                    "sector %s overlaps sector %s".formatted(row.getString("code"), row.getString("other")),
                    where(squareMetres, row.getDouble("longitude"), row.getDouble("latitude")));
        });
        rest.tell("overlaps below 1 m²", report);
    }

    private void gaps(ImportReport report) {
        Tally rest = new Tally();
        jdbc.sql("""
                        select st_area(gap::geography) as square_metres, st_x(inner_point) as longitude, st_y(inner_point) as latitude
                        from territory.jurisdiction j,
                        lateral (select st_union(shape) as covered from staged_sector) s,
                        lateral (select (st_dump(st_collectionextract(st_difference(j.boundary, s.covered), 3))).geom as gap) g,
                        lateral (select st_pointonsurface(gap) as inner_point) p
                        where j.jurisdiction_id = access.current_jurisdiction()
                        order by square_metres desc
                        """).query(row -> {
            double squareMetres = row.getDouble("square_metres");
            if (!rest.takes(squareMetres)) {
                report.remark(
                        "ground of the jurisdiction in no sector",
                        where(squareMetres, row.getDouble("longitude"), row.getDouble("latitude")));
            }
        });
        rest.tell("gaps below 1 m²", report);
    }

    private long outside(ImportReport report) {
        long[] wholly = {0};
        jdbc.sql("""
                        select s.number, s.code, s.inside, st_area(beyond::geography) as square_metres
                        from (
                            select s.*, st_relate(s.shape, j.boundary, '2********') as inside,
                                st_collectionextract(st_difference(s.shape, j.boundary), 3) as beyond
                            from staged_sector s, territory.jurisdiction j
                            where j.jurisdiction_id = access.current_jurisdiction()
                        ) s where not st_isempty(beyond) order by number
                        """).query(row -> {
            boolean inside = row.getBoolean("inside");
            double squareMetres = row.getDouble("square_metres");
            wholly[0] += inside ? 0 : 1;
            if (!inside || squareMetres >= LEAST_SQUARE_METRES) {
                report.note(
                        row.getLong("number"),
                        "sector %s lies %s outside the jurisdiction"
                                .formatted(row.getString("code"), inside ? "partly" : "wholly"),
                        Map.of("squareMetres", Math.round(squareMetres)));
            }
        });
        report.outside(wholly[0]);
        return wholly[0];
    }

    private static Map<String, Object> where(double squareMetres, double longitude, double latitude) {
        return Map.of(
                "squareMetres", Math.round(squareMetres),
                "longitude", Math.round(longitude * 1e6) / 1e6,
                "latitude", Math.round(latitude * 1e6) / 1e6);
    }

    private static final class Tally {
        private long count;
        private double squareMetres;

        boolean takes(double area) {
            if (area >= LEAST_SQUARE_METRES) {
                return false;
            }
            count++;
            squareMetres += area;
            return true;
        }

        void tell(String what, ImportReport report) {
            if (count > 0) {
                report.remark(what, Map.of("count", count, "squareMetres", Math.round(squareMetres * 1e4) / 1e4));
            }
        }
    }
}
