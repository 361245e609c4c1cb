package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.Refusal;
import org.vigie.features.cql2.Cql2;
import org.vigie.features.cql2.Predicate;

/** Examples in the manner of OGC 21-065r2, by its requirement classes: text and JSON are one tree. */
class Cql2Test {

    record Example(String text, String json) {}

    static List<Example> examples() {
        return List.of(
                // Basic CQL2.
                new Example("city='Toronto'", "{\"op\":\"=\",\"args\":[{\"property\":\"city\"},\"Toronto\"]}"),
                new Example("floors>5", "{\"op\":\">\",\"args\":[{\"property\":\"floors\"},5]}"),
                new Example("taxes <= 500.00", "{\"op\":\"<=\",\"args\":[{\"property\":\"taxes\"},500]}"),
                new Example("avg_depth <> -150.5e-1", "{\"op\":\"<>\",\"args\":[{\"property\":\"avg_depth\"},-15.05]}"),
                new Example("eo:cloud_cover < 0.1", "{\"op\":\"<\",\"args\":[{\"property\":\"eo:cloud_cover\"},0.1]}"),
                new Example("swimming_pool = true", "{\"op\":\"=\",\"args\":[{\"property\":\"swimming_pool\"},true]}"),
                new Example(
                        "\"and\" = 'it''s' OR b = 'it\\'s'",
                        "{\"op\":\"or\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"and\"},\"it's\"]},"
                                + "{\"op\":\"=\",\"args\":[{\"property\":\"b\"},\"it's\"]}]}"),
                new Example(
                        "updated >= DATE('2012-08-10')",
                        "{\"op\":\">=\",\"args\":[{\"property\":\"updated\"},{\"date\":\"2012-08-10\"}]}"),
                new Example(
                        "updated = TIMESTAMP('2012-08-10T05:30:00Z')",
                        "{\"op\":\"=\",\"args\":[{\"property\":\"updated\"},{\"timestamp\":\"2012-08-10T05:30:00Z\"}]}"),
                new Example(
                        "swimming_pool=TRUE AND (floors>5 OR material LIKE 'brick%')",
                        "{\"op\":\"and\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"swimming_pool\"},true]},{\"op\":\"or\",\"args\":"
                                + "[{\"op\":\">\",\"args\":[{\"property\":\"floors\"},5]},{\"op\":\"like\",\"args\":[{\"property\":\"material\"},\"brick%\"]}]}]}"),
                new Example(
                        "NOT (floors<5) and not a=1",
                        "{\"op\":\"and\",\"args\":[{\"op\":\"not\",\"args\":[{\"op\":\"<\",\"args\":[{\"property\":\"floors\"},5]}]},"
                                + "{\"op\":\"not\",\"args\":[{\"op\":\"=\",\"args\":[{\"property\":\"a\"},1]}]}]}"),
                new Example("TRUE", "true"),
                new Example("geometry IS NULL", "{\"op\":\"isNull\",\"args\":[{\"property\":\"geometry\"}]}"),
                new Example(
                        "geometry is not null",
                        "{\"op\":\"not\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"geometry\"}]}]}"),
                // Advanced comparison operators.
                new Example("owner LIKE '%Mike%'", "{\"op\":\"like\",\"args\":[{\"property\":\"owner\"},\"%Mike%\"]}"),
                new Example(
                        "owner NOT LIKE '%Mike%'",
                        "{\"op\":\"not\",\"args\":[{\"op\":\"like\",\"args\":[{\"property\":\"owner\"},\"%Mike%\"]}]}"),
                new Example(
                        "depth BETWEEN 100.0 and 150.0",
                        "{\"op\":\"between\",\"args\":[{\"property\":\"depth\"},100.0,150.0]}"),
                new Example(
                        "depth NOT BETWEEN 100.0 and 150.0",
                        "{\"op\":\"not\",\"args\":[{\"op\":\"between\",\"args\":[{\"property\":\"depth\"},100,150]}]}"),
                new Example(
                        "cityName IN ('Toronto','Frankfurt','Tokyo','New York')",
                        "{\"op\":\"in\",\"args\":[{\"property\":\"cityName\"},[\"Toronto\",\"Frankfurt\",\"Tokyo\",\"New York\"]]}"),
                new Example(
                        "category NOT IN (1,2,3,4)",
                        "{\"op\":\"not\",\"args\":[{\"op\":\"in\",\"args\":[{\"property\":\"category\"},[1,2,3,4]]}]}"),
                // Case-insensitive comparison.
                new Example(
                        "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))",
                        "{\"op\":\"in\",\"args\":[{\"op\":\"casei\",\"args\":[{\"property\":\"road_class\"}]},"
                                + "[{\"op\":\"casei\",\"args\":[\"Οδος\"]},{\"op\":\"casei\",\"args\":[\"Straße\"]}]]}"),
                new Example(
                        "casei(owner) LIKE casei('Foo%')",
                        "{\"op\":\"like\",\"args\":[{\"op\":\"casei\",\"args\":[{\"property\":\"owner\"}]},{\"op\":\"casei\",\"args\":[\"Foo%\"]}]}"),
                // Spatial functions.
                new Example(
                        "S_INTERSECTS(geometry,POINT(36.319836 32.288087))",
                        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[36.319836,32.288087]}]}"),
                new Example(
                        "S_WITHIN(location,BBOX(-118,33.8,-117.9,34))",
                        "{\"op\":\"s_within\",\"args\":[{\"property\":\"location\"},{\"bbox\":[-118,33.8,-117.9,34]}]}"),
                new Example(
                        "S_CROSSES(LINESTRING(172.03086 1.5, 1.1 -90.0, -159.757695 0.99999),geometry)",
                        "{\"op\":\"s_crosses\",\"args\":[{\"type\":\"LineString\",\"coordinates\":[[172.03086,1.5],[1.1,-90],[-159.757695,0.99999]]},"
                                + "{\"property\":\"geometry\"}]}"),
                new Example(
                        "S_DISJOINT(geometry,POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 2,2 2,1 1)))",
                        "{\"op\":\"s_disjoint\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":"
                                + "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}]}"),
                new Example(
                        "S_TOUCHES(geometry,MULTIPOINT Z((7.02 49.92 1),(90 180 2)))",
                        "{\"op\":\"s_touches\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"MultiPoint\",\"coordinates\":[[7.02,49.92],[90,180,2]]}]}"),
                new Example(
                        "S_CONTAINS(geometry,MULTILINESTRING((1 2,3 4),(5 6,7 8)))",
                        "{\"op\":\"s_contains\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}]}"),
                new Example(
                        "S_OVERLAPS(geometry,MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5))))",
                        "{\"op\":\"s_overlaps\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"MultiPolygon\",\"coordinates\":"
                                + "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}]}"),
                new Example(
                        "S_EQUALS(geometry,GEOMETRYCOLLECTION(POINT(1.9 2.00001),LINESTRING(1 2,3 4)))",
                        "{\"op\":\"s_equals\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"GeometryCollection\",\"geometries\":"
                                + "[{\"type\":\"Point\",\"coordinates\":[1.9,2.00001]},{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]}]}"),
                // Temporal functions.
                new Example(
                        "T_AFTER(updated,DATE('2010-02-10'))",
                        "{\"op\":\"t_after\",\"args\":[{\"property\":\"updated\"},{\"date\":\"2010-02-10\"}]}"),
                new Example(
                        "T_BEFORE(updated,TIMESTAMP('2012-08-10T05:30:00.000Z'))",
                        "{\"op\":\"t_before\",\"args\":[{\"property\":\"updated\"},{\"timestamp\":\"2012-08-10T05:30:00Z\"}]}"),
                new Example(
                        "T_CONTAINS(INTERVAL('2000-01-01T00:00:00Z','2005-01-10T01:01:01.393216Z'),INTERVAL('2005-01-10','..'))",
                        "{\"op\":\"t_contains\",\"args\":[{\"interval\":[\"2000-01-01T00:00:00Z\",\"2005-01-10T01:01:01.393216Z\"]},"
                                + "{\"interval\":[\"2005-01-10\",\"..\"]}]}"),
                new Example(
                        "T_DURING(INTERVAL(starts_at,ends_at),INTERVAL('2005-01-10','2010-02-10'))",
                        "{\"op\":\"t_during\",\"args\":[{\"interval\":[{\"property\":\"starts_at\"},{\"property\":\"ends_at\"}]},"
                                + "{\"interval\":[\"2005-01-10\",\"2010-02-10\"]}]}"),
                new Example(
                        "T_FINISHEDBY(INTERVAL(a,b),INTERVAL('..','2010-02-10'))",
                        "{\"op\":\"t_finishedBy\",\"args\":[{\"interval\":[{\"property\":\"a\"},{\"property\":\"b\"}]},{\"interval\":[\"..\",\"2010-02-10\"]}]}"),
                // Property-property comparisons.
                new Example("a<b", "{\"op\":\"<\",\"args\":[{\"property\":\"a\"},{\"property\":\"b\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void textAndJsonOfAnExampleAreTheSameCondition(Example example) {
        Predicate fromText = Cql2.parseText(example.text());

        assertThat(fromText).isEqualTo(Cql2.parseJson(example.json()));
        assertThat(Cql2.parseText(Cql2Writer.text(fromText))).isEqualTo(fromText);
        assertThat(Cql2.parseJson(Cql2Writer.json(fromText))).isEqualTo(fromText);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Arithmetic, functions, arrays, accents: classes that are not kept.
                "balance-150.0 > 0",
                "vehicle_height > (bridge_clearance - 1)",
                "avg(windSpeed) < 4",
                "A_CONTAINS(values,('a','b'))",
                "ACCENTI(etat) = ACCENTI('débarqué')",
                "S_INTERSECTS(geometry,buffer(geometry,10))",
                "updated > DATE('2012-13-41')",
                "updated > TIMESTAMP('yesterday')",
                "T_AFTER(updated,INTERVAL('a','b'))"
            })
    void whatIsNotOfferedIsRefusedByItsName(String filter) {
        assertThat(problem(filter)).isIn("filter-unsupported", "filter-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "a",
                "a =",
                "a = 1 b = 2",
                "a = 'open",
                "(a = 1",
                "a = 1)",
                "a IN ()",
                "a IS 5",
                "a LIKE",
                "a BETWEEN 1",
                "NOT",
                "a = 1 AND",
                "AND = 1",
                "S_INTERSECTS(geometry)",
                "S_INTERSECTS(geometry,POINT(1))",
                "S_INTERSECTS(geometry,POLYGON((0 0,1 1,0 0)))",
                "S_INTERSECTS(geometry,POLYGON((0 0,1 1,2 2,3 3)))",
                "S_INTERSECTS(geometry,BBOX(1,2,3))",
                "S_INTERSECTS(geometry,LINESTRING(1 1))",
                "T_AFTER(a)",
                "a = 1; drop table request.request",
                "a = 1 -- comment",
                "a = 1 /* comment */",
                "a = $1",
                "a = ?",
                "a = 1 UNION SELECT 1",
                "a = E'\\x41'",
                "1 = 1 OR pg_sleep(5) IS NULL"
            })
    void whatMakesNoSenseIsRefusedWithASentence(String filter) {
        assertThat(problem(filter)).startsWith("filter-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{\"op\":\"=\"}",
                "{\"op\":\"=\",\"args\":[]}",
                "{\"op\":\"=\",\"args\":[1,2,3]}",
                "{\"op\":\"and\",\"args\":[true]}",
                "{\"op\":\"=\",\"args\":[1,2],\"more\":3}",
                "{\"op\":\"=\",\"op\":\"<\",\"args\":[1,2]}",
                "{\"op\":\"pg_sleep\",\"args\":[5]}",
                "{\"op\":\"=\",\"args\":[{\"property\":5},2]}",
                "{\"op\":\"=\",\"args\":[{\"op\":\"pg_sleep\",\"args\":[5]},2]}",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"g\"},{\"type\":\"Point\",\"coordinates\":\"x\"}]}",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"g\"},{\"type\":\"Polygon\",\"coordinates\":[]}]}",
                "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"g\"},{\"bbox\":[1,2,\"3\",4]}]}",
                "{\"op\":\"t_after\",\"args\":[{\"interval\":[1,2]},{\"date\":5}]}",
                "true false",
                "{\"op\":\"in\",\"args\":[1,[]]}"
            })
    void jsonThatIsNoConditionIsRefusedWithASentence(String filter) {
        assertThatThrownBy(() -> Cql2.parseJson(filter))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItCostsAnything() {
        problem("a = 1");
        List<String> huge = List.of(
                "a = '" + "x".repeat(1_000_000) + "'",
                "(".repeat(15_000) + "a = 1",
                "NOT ".repeat(3_900) + "a = 1",
                "a = 1" + " OR a = 1".repeat(1_700),
                "CASEI(".repeat(2_000) + "a",
                "S_INTERSECTS(geometry," + "GEOMETRYCOLLECTION(".repeat(800),
                "a IN (" + "1,".repeat(7_000) + "1)",
                "a = 1e999999999",
                "a = " + "9".repeat(15_000));
        for (String filter : huge) {
            long start = System.nanoTime();
            assertThat(problem(filter)).startsWith("filter-");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(filter.substring(0, 10))
                    .isLessThan(Duration.ofMillis(50));
        }
        for (String filter : List.of(
                "[".repeat(15_000),
                "{\"op\":\"not\",\"args\":[".repeat(700),
                "{\"op\":\"=\",\"args\":[1,\"" + "x".repeat(1_000_000) + "\"]}")) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> Cql2.parseJson(filter)).isInstanceOf(Refusal.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(50));
        }
    }

    private static String problem(String filter) {
        try {
            return "accepted: " + Cql2.parseText(filter);
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
            return refusal.name();
        }
    }
}
