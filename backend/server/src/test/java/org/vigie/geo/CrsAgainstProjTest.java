package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.testing.ServiceTest;

/** GeoTools against PROJ, by way of PostGIS, over the area in which each system is used. */
@ServiceTest
class CrsAgainstProjTest {

    private static final int POINTS = 200;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "2154, -4, 9, 42, 51",
        "3942, -1, 7, 41.3, 43",
        "3943, -1, 7, 42.3, 44",
        "3944, -1, 7, 43.3, 45",
        "3945, -1, 7, 44.3, 46",
        "3946, -1, 7, 45.3, 47",
        "3947, -2, 7, 46.3, 48",
        "3948, -4, 8, 47.3, 49",
        "3949, -4, 8, 48.3, 50",
        "3950, 0, 7, 49.3, 51",
        "26191, -7.7, -1.2, 33, 35.9",
        "26192, -9.8, -4, 30, 33",
        "32628, -18, -12, 20, 60",
        "32629, -12, -6, 20, 60",
        "32630, -6, 0, 20, 60",
        "32631, 0, 6, 20, 60",
        "3857, -180, 180, -80, 80"
    })
    void agreesToACentimetre(int epsgCode, double west, double east, double south, double north) {
        Random random = new Random(epsgCode);
        Coordinate[] places = new Coordinate[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = new Coordinate(
                    west + random.nextDouble() * (east - west), south + random.nextDouble() * (north - south));
        }
        Geometry projected = projectedByProj(Geometries.FACTORY.createLineString(places), epsgCode);

        Coordinate[] back = Crs.toWgs84(projected, epsgCode).getCoordinates();

        for (int i = 0; i < POINTS; i++) {
            assertThat(Distances.metres(places[i].x, places[i].y, back[i].x, back[i].y))
                    .as("%s in EPSG:%d", places[i], epsgCode)
                    .isLessThan(0.01);
        }
    }

    private Geometry projectedByProj(LineString line, int epsgCode) {
        return Ewkb.read(java.util.Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                        "select st_asewkb(st_setsrid(st_transform(st_geomfromewkb(:line), cast(:code as int)), 4326))")
                .param("line", Ewkb.write(line))
                .param("code", epsgCode)
                .query(byte[].class)
                .single())));
    }
}
