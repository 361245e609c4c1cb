package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** The abstract tests of OGC 19-079r2 (queryables, filter, features-filter) and of OGC 21-065r2, each under its name. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterConformanceTest {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    private static final int LARGEST_HEADERS = 8_192;

    @Autowired
    FeatureCity city;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
    }

    @Test
    @DisplayName(
            "/conf/queryables/get-conformance, queryables-link and queryables-response: a JSON Schema of what a filter may speak of")
    void theQueryablesAreASchema() throws Exception {
        for (PublishedLayer layer : PublishedLayers.list()) {
            List<String> links = city.ask(town, "/collections/" + layer.name())
                    .at("$.links[?(@.rel=='http://www.opengis.net/def/rel/ogc/1.0/queryables')].href");
            assertThat(links).hasSize(1);
            Answers schema = city.at(links.getFirst());
            assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
            assertThat(schema.<String>at("$['$schema']")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.<String>at("$['$id']")).isEqualTo(links.getFirst());
            assertThat(schema.<String>at("$.type")).isEqualTo("object");
            assertThat(schema.<Map<String, Object>>at("$.properties").keySet())
                    .containsExactlyElementsOf(layer.queryables());
            assertThat(schema.<Boolean>at("$.additionalProperties")).isFalse();
            assertThat(schema.<String>at("$.properties.geometry.format")).startsWith("geometry-");
        }
        Answers request = city.ask(town, "/collections/request/queryables");
        assertThat(request.<String>at("$.properties.received_at.format")).isEqualTo("date-time");
        assertThat(request.<List<String>>at("$.properties.state.enum"))
                .contains("RECEIVED")
                .doesNotContain("REJECTED");
    }

    @Test
    @DisplayName("/conf/queryables-query-parameters/parameters: each queryable with one value is a parameter too")
    void queryablesAreParameters() throws Exception {
        List<String> names = city.ask(town, "/api").at("$.paths['/collections/request/items'].get.parameters[*].name");
        assertThat(names)
                .containsExactlyElementsOf(PublishedLayers.find("request").orElseThrow().properties().stream()
                        .map(PublishedLayer.Property::name)
                        .toList());
    }

    @Test
    @DisplayName(
            "/conf/filter/filter-param, filter-lang-param and /conf/features-filter/filter-lang-default: CQL2 text unless JSON is said")
    void aFilterIsTextUnlessJsonIsSaid() throws Exception {
        assertThat(matched("state = 'RESOLVED'")).isEqualTo(48);
        String json = "{\"op\":\"=\",\"args\":[{\"property\":\"state\"},\"RESOLVED\"]}";
        assertThat(count("filter-lang=cql2-json&filter=" + FeatureCity.encoded(json)))
                .isEqualTo(48);
        assertThat(count("filter-lang=cql2-text&filter=" + FeatureCity.encoded("state = 'RESOLVED'")))
                .isEqualTo(48);
        assertThat(ask("filter-lang=ecql&filter=TRUE").status()).isEqualTo(400);
        assertThat(ask("filter-lang=cql2-json&filter=TRUE").status()).isEqualTo(400);
        assertThat(ask("filter=").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("/conf/filter/mixing-expressions: filter, bbox, datetime and properties must all hold")
    void whatIsAskedInSeveralWaysMustAllHold() throws Exception {
        int both = count("filter=" + FeatureCity.encoded("state='RESOLVED'")
                + "&category=lampadaire&bbox=2,47,2.05,47.1&datetime=2026-01-01/2026-02-01");
        assertThat(both)
                .isEqualTo(matched(
                        "state='RESOLVED' AND category='lampadaire' AND S_INTERSECTS(geometry,BBOX(2,47,2.05,47.1))"
                                + " AND T_INTERSECTS(received_at,INTERVAL('2026-01-01','2026-02-01'))"))
                .isPositive();
    }

    @Test
    @DisplayName(
            "/conf/filter/filter-crs-param: the places of a filter are in the system that is said, in its order of axes")
    void thePlacesOfAFilterAreInTheSystemThatIsSaid() throws Exception {
        int there = matched("S_INTERSECTS(geometry,BBOX(2.0,47.0,2.035,47.055))");
        assertThat(there).isPositive().isLessThan(FeatureCity.REQUESTS);
        assertThat(count("filter-crs=" + EPSG + "4326&filter="
                        + FeatureCity.encoded("S_INTERSECTS(geometry,BBOX(47.0,2.0,47.055,2.035))")))
                .isEqualTo(there);
        assertThat(count("filter-crs=" + EPSG + "4326&filter="
                        + FeatureCity.encoded(
                                "S_INTERSECTS(geometry,POLYGON((47 2,47.055 2,47.055 2.035,47 2.035,47 2)))")))
                .isEqualTo(there);
        assertThat(ask("filter-crs=" + EPSG + "27572&filter=TRUE").problem()).isEqualTo("reference-system-unknown");
    }

    @Test
    @DisplayName(
            "/conf/features-filter/error and /conf/filter/expression-construction: what is not declared or not comparable is 400")
    void whatIsNotDeclaredOrNotComparableIsRefused() throws Exception {
        for (String filter : List.of(
                "colour='red'",
                "geom IS NULL",
                "jurisdiction_id IS NULL",
                "location3857 IS NOT NULL",
                "request_id='x'",
                "\"r.description\"='x'",
                "l.state='x'",
                "state::text='x'",
                "state=:v0",
                "\"state\"\"\"='x'")) {
            assertThat(refusal(filter)).as(filter).isIn("filter-property-unknown", "filter-malformed");
        }
        for (String filter : List.of(
                "state=5",
                "received_at='2026-01-01'",
                "is_open='true'",
                "is_open<true",
                "geometry='x'",
                "geometry=geometry",
                "state BETWEEN 'A' AND 'B'",
                "S_INTERSECTS(state,POINT(1 1))",
                "T_AFTER(state,DATE('2026-01-01'))",
                "CASEI(is_open)='x'",
                "state LIKE 5",
                "state LIKE description",
                "state LIKE 'x\\\\\\'",
                "state IN ('a',5)",
                "T_AFTER(received_at,INTERVAL(state,'..'))",
                "CASEI(received_at)=CASEI('x')")) {
            assertThat(refusal(filter)).as(filter).isIn("filter-types-differ", "filter-malformed");
        }
        for (String filter : List.of(
                "S_INTERSECTS(geometry,POLYGON((0 0,1 1,1 0,0 1,0 0)))",
                "S_INTERSECTS(geometry,POINT(181 0))",
                "S_WITHIN(geometry,GEOMETRYCOLLECTION(POINT(1 1)))",
                "S_INTERSECTS(geometry,BBOX(0,5,1,4))")) {
            assertThat(refusal(filter)).as(filter).isEqualTo("filter-geometry-malformed");
        }
    }

    @Test
    @DisplayName("/conf/basic-cql2/basic-test and logical: comparisons, null, and, or, not")
    void basicConditionsFindWhatTheySay() throws Exception {
        assertThat(matched("number='2026-000017'")).isEqualTo(1);
        assertThat(matched("number<>'2026-000017'")).isEqualTo(239);
        assertThat(matched("number<'2026-000017'")).isEqualTo(16);
        assertThat(matched("number<='2026-000017'")).isEqualTo(17);
        assertThat(matched("number>'2026-000017'")).isEqualTo(223);
        assertThat(matched("number>='2026-000017'")).isEqualTo(224);
        assertThat(matched("is_open=true")).isEqualTo(144);
        assertThat(matched("resolved_at IS NULL")).isEqualTo(144);
        assertThat(matched("resolved_at IS NOT NULL")).isEqualTo(96);
        assertThat(matched("geometry IS NOT NULL")).isEqualTo(240);
        assertThat(matched("received_at<DATE('2026-01-02')")).isEqualTo(3);
        assertThat(matched("received_at>=TIMESTAMP('2026-01-01T23:00:00Z')")).isEqualTo(237);
        assertThat(matched("state='RESOLVED' AND category='lampadaire'")).isEqualTo(24);
        assertThat(matched("state='RESOLVED' OR category='lampadaire'")).isEqualTo(144);
        assertThat(matched("NOT state='RESOLVED'")).isEqualTo(192);
        assertThat(matched("NOT (state='RESOLVED' OR category='lampadaire')")).isEqualTo(96);
        assertThat(matched("state='RESOLVED' OR category='lampadaire' AND FALSE"))
                .isEqualTo(48);
        assertThat(matched("TRUE")).isEqualTo(240);
        assertThat(matched("FALSE")).isZero();
        assertThat(matched("resolved_at>DATE('1999-01-01') OR NOT resolved_at>DATE('1999-01-01')"))
                .isEqualTo(96);
        assertThat(ofLayer("sector", "version=1")).isEqualTo(2);
        assertThat(ofLayer("sector", "version>1.5")).isZero();
    }

    @Test
    @DisplayName("/conf/cql2-text/escaping: quotes in texts are doubled or escaped")
    void quotesAreEscaped() throws Exception {
        assertThat(matched("description='Trou devant l''école'")).isEqualTo(30);
        assertThat(matched("description='Trou devant l\\'école'")).isEqualTo(30);
        assertThat(matched("\"description\"='a_b\\c'")).isEqualTo(30);
    }

    @Test
    @DisplayName("/conf/advanced-comparison-operators: like, between, in")
    void advancedComparisonsFindWhatTheySay() throws Exception {
        assertThat(matched("description LIKE '%école'")).isEqualTo(30);
        assertThat(matched("description NOT LIKE '%école'")).isEqualTo(210);
        assertThat(matched("description LIKE 'a_b_c'")).isEqualTo(30);
        assertThat(matched("description LIKE 'a\\_b%'")).isEqualTo(30);
        assertThat(matched("description LIKE '%\\%%'")).isEqualTo(30);
        assertThat(matched("number LIKE '2026-00001_'")).isEqualTo(10);
        assertThat(matched("state IN ('RESOLVED','CLOSED')")).isEqualTo(96);
        assertThat(matched("state NOT IN ('RESOLVED','CLOSED')")).isEqualTo(144);
        assertThat(ofLayer("sector", "version BETWEEN 0 AND 1")).isEqualTo(2);
        assertThat(ofLayer("sector", "version NOT BETWEEN 0 AND 1")).isZero();
        assertThat(matched("received_at BETWEEN DATE('2026-01-02') AND DATE('2026-01-03')"))
                .isEqualTo(8);
    }

    @Test
    @DisplayName("/conf/case-insensitive-comparison/test: case does not matter, in any script")
    void caseDoesNotMatterWhereItIsSaid() throws Exception {
        assertThat(matched("CASEI(description)=CASEI('lampadaire éteint')")).isEqualTo(60);
        assertThat(matched("CASEI(description)=CASEI('STRASSE')")).isEqualTo(30);
        assertThat(matched("CASEI(description) LIKE CASEI('straße%')")).isEqualTo(60);
        assertThat(matched("CASEI(description) LIKE CASEI('οδος%')")).isEqualTo(30);
        assertThat(matched("CASEI(description) IN (CASEI('ÉTÉ 🙂 ŒUVRE'),CASEI('x'))"))
                .isEqualTo(30);
        assertThat(matched("description='lampadaire éteint'")).isZero();
    }

    @Test
    @DisplayName(
            "/conf/basic-spatial-functions, -plus and /conf/spatial-functions: the eight relations with every kind of geometry")
    void spatialFunctionsFindWhatTheySay() throws Exception {
        String square = "POLYGON((2.02 47.02,2.04 47.02,2.04 47.04,2.02 47.04,2.02 47.02))";
        int inside = matched("S_WITHIN(geometry," + square + ")");
        int border = matched("S_TOUCHES(geometry," + square + ")");
        int both = matched("S_INTERSECTS(geometry," + square + ")");
        assertThat(inside).isPositive();
        assertThat(border).isPositive();
        assertThat(inside + border).isEqualTo(both);
        assertThat(matched("S_DISJOINT(geometry," + square + ")")).isEqualTo(FeatureCity.REQUESTS - both);
        assertThat(matched("S_CONTAINS(" + square + ",geometry)")).isEqualTo(inside);
        assertThat(matched("S_INTERSECTS(geometry,BBOX(2.02,47.02,2.04,47.04))"))
                .isEqualTo(both);
        int at = matched("S_EQUALS(geometry,POINT(2.03 47.03))");
        assertThat(at).isPositive();
        assertThat(matched("S_INTERSECTS(geometry,MULTIPOINT((2.03 47.03),(3 3)))"))
                .isEqualTo(at);
        assertThat(matched("S_INTERSECTS(geometry,GEOMETRYCOLLECTION(POINT(2.03 47.03),POINT(3 3)))"))
                .isEqualTo(at);
        assertThat(matched("S_INTERSECTS(geometry,LINESTRING(2.03 47.03,2.035 47.03))"))
                .isEqualTo(at);
        assertThat(matched("S_INTERSECTS(geometry,MULTILINESTRING((2.03 47.03,2.035 47.03),(3 3,4 4)))"))
                .isEqualTo(at);
        assertThat(matched("S_INTERSECTS(geometry,MULTIPOLYGON(((2.03 47.03,2.035 47.03,2.03 47.035,2.03 47.03))))"))
                .isEqualTo(at);
        assertThat(ofLayer("basemap", "S_CROSSES(geometry,LINESTRING(2 47.05,2.2 47.05)) AND kind='STREET'"))
                .isPositive();
        assertThat(ofLayer("basemap", "S_OVERLAPS(geometry,BBOX(2.035,47.035,2.2,47.2)) AND name='Anneau'"))
                .isEqualTo(1);
        assertThat(ofLayer("basemap", "S_CONTAINS(geometry,POINT(2.05 47.05)) AND name='Anneau'"))
                .isZero();
        assertThat(ofLayer("sector", "S_CONTAINS(geometry,POINT(2.02 47.05))")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "/conf/temporal-functions: the fifteen relations over moments and intervals, also such as two properties make")
    void temporalFunctionsFindWhatTheySay() throws Exception {
        String interval = "INTERVAL('2026-01-10','2026-01-20')";
        int before = matched("T_BEFORE(received_at," + interval + ")");
        int during = matched("T_INTERSECTS(received_at," + interval + ")");
        int after = matched("T_AFTER(received_at," + interval + ")");
        assertThat(before).isEqualTo(35);
        assertThat(during).isEqualTo(44);
        assertThat(before + during + after).isEqualTo(FeatureCity.REQUESTS);
        assertThat(matched("T_DISJOINT(received_at," + interval + ")")).isEqualTo(before + after);
        assertThat(matched("T_EQUALS(received_at,TIMESTAMP('2026-01-01T05:00:00Z'))"))
                .isEqualTo(1);
        String promise = "INTERVAL(next_starts_at,next_due_at)";
        String month = "INTERVAL('2026-01-10T00:00:00Z','2026-02-10T00:00:00Z')";
        int sum = 0;
        // Exactly one of Allen's relations holds between two intervals.
        for (String relation : List.of(
                "BEFORE",
                "AFTER",
                "MEETS",
                "METBY",
                "OVERLAPS",
                "OVERLAPPEDBY",
                "STARTS",
                "STARTEDBY",
                "DURING",
                "CONTAINS",
                "FINISHES",
                "FINISHEDBY",
                "EQUALS")) {
            int one = matched("T_" + relation + "(" + promise + "," + month + ")");
            sum += one;
            if (List.of("AFTER", "OVERLAPS", "DURING", "OVERLAPPEDBY").contains(relation)) {
                assertThat(one).as(relation).isPositive();
            }
        }
        assertThat(sum).isEqualTo(144);
        assertThat(matched("T_DURING(" + promise + ",INTERVAL('..','..'))")).isEqualTo(144);
        assertThat(matched("T_AFTER(received_at,INTERVAL('..','2026-01-20'))")).isEqualTo(after);
    }

    @Test
    @DisplayName("/conf/property-property/test: two properties are compared with each other")
    void propertiesAreComparedWithEachOther() throws Exception {
        assertThat(matched("next_due_at>next_starts_at")).isEqualTo(144);
        assertThat(matched("category=category_name")).isZero();
        assertThat(matched("state=state")).isEqualTo(240);
        assertThat(matched("'RESOLVED'=state")).isEqualTo(48);
    }

    @Test
    void whatIsInjectedIsRefusedQuickly() throws Exception {
        matched("TRUE");
        List<String> attempts = List.of(
                "state='x' OR 1=1--",
                "state='x'; drop schema map cascade",
                "state='x' UNION SELECT description FROM request.request",
                "state=(SELECT 'x')",
                "state='x' OR EXISTS(SELECT 1)",
                "state=$$x$$",
                "state=pg_sleep(10)",
                "state='x'::text",
                "state='x' COLLATE \"C\"",
                "request.request.is_private=true",
                "\"state' OR '1'='1\"='x'",
                "S_INTERSECTS(geometry,ST_Buffer(geometry,1))",
                "a".repeat(1_000_000),
                "state='" + "'".repeat(1_000_001) + "'",
                "(".repeat(1_000_000));
        for (String attempt : attempts) {
            String query = "filter=" + FeatureCity.encoded(attempt);
            Answers answer = ask(query);
            Duration took = quickest(query);
            String shown = attempt.substring(0, Math.min(60, attempt.length()));
            assertThat(answer.status()).as(shown).isEqualTo(400);
            assertThat(answer.problem()).as(shown).startsWith("filter-");
            // What is larger never gets past the server's limit of headers; Cql2Test measures what reading it would
            // cost.
            if (attempt.length() < LARGEST_HEADERS) {
                assertThat(took).as(shown).isLessThan(Duration.ofMillis(50));
            }
        }
        // A text that looks like SQL is a text.
        assertThat(matched("state='x'' OR ''1''=''1'")).isZero();
        assertThat(matched("description LIKE '%:v0%' OR description='?' OR description=':v1'"))
                .isZero();
    }

    /** Of a few, since other work shares the machine. */
    private Duration quickest(String query) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            ask(query);
            least = Math.min(least, System.nanoTime() - start);
        }
        return Duration.ofNanos(least);
    }

    private Answers ask(String query) throws Exception {
        return city.ask(town, "/collections/request/items?limit=1&" + query);
    }

    private int count(String query) throws Exception {
        return city.matched(town, "request", query);
    }

    private int matched(String filter) throws Exception {
        return count("filter=" + FeatureCity.encoded(filter));
    }

    private int ofLayer(String layer, String filter) throws Exception {
        return city.matched(town, layer, "filter=" + FeatureCity.encoded(filter));
    }

    private String refusal(String filter) throws Exception {
        Answers answer = ask("filter=" + FeatureCity.encoded(filter));
        assertThat(answer.status()).as(filter).isEqualTo(400);
        return answer.problem();
    }
}
