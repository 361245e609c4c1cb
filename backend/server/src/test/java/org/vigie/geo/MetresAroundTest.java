package org.vigie.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.testing.ServiceTest;

/** The box in which an index looks for what lies within so many metres. */
@ServiceTest
class MetresAroundTest {

    /** Points on the edge of circles of a metre to 50 km anywhere between 80° south and north, by geodesics. */
    private static final String EDGES = """
            with circle as materialized (
                select st_setsrid(st_makepoint(random() * 300 - 150, random() * 160 - 80), 4326) as place, 10 ^ (random() * 4.7) as metres
                from generate_series(1, 2000), setseed(0.1)
            ), edge as materialized (
                select c.*, st_project(place::geography, metres * 0.9999, radians(a * 15))::geometry as point
                from circle c, generate_series(0, 23) a
            )
            select count(*) filter (where not st_transform(point, 3857) && geo.box_around(place, metres)) as outside,
                max(sqrt(st_area(geo.box_around(place, metres))) * cos(radians(least(85, abs(st_y(place)))) ) / (2 * metres)) as widest
            from edge where st_dwithin(place::geography, point::geography, metres)
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private record Found(long outside, double widest) {}

    @Test
    void nothingOfTheCircleLiesOutsideTheBoxAndTheBoxIsLittleWider() {
        Found found =
                transaction.execute(status -> jdbc.sql(EDGES).query(Found.class).single());
        assertThat(found.outside()).isZero();
        assertThat(found.widest()).isLessThan(1.1);
    }
}
