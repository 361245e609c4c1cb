package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;

/** The abstract tests of OGC 18-058r1 (Part 2: CRS by reference), each under its name; PostGIS says where things are. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrsConformanceTest {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final List<Integer> PROJECTED =
            List.of(3857, 2154, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 26191);

    @Autowired
    FeatureCity city;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Jurisdiction town = new Jurisdiction(new java.util.UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeAll
    void build() {
        town = city.make();
    }

    @Test
    @DisplayName(
            "/conf/crs/crs-uri, fc-md-crs-list, fc-md-storageCrs and fc-md-crs-list-global: each collection lists its systems")
    void theSystemsAreListed() throws Exception {
        Answers collections = city.ask(town, "/collections");
        List<String> systems = collections.at("$.crs");

        assertThat(systems)
                .startsWith(CRS84, EPSG + "4326")
                .containsAll(PROJECTED.stream().map(code -> EPSG + code).toList())
                .hasSize(2 + PROJECTED.size());
        assertThat(collections.<List<List<String>>>at("$.collections[*].crs")).containsOnly(systems);
        assertThat(collections.<List<String>>at("$.collections[*].storageCrs")).containsOnly(CRS84);
    }

    @Test
    @DisplayName(
            "/conf/crs/crs-definition, crs-action and geojson: coordinates are in the system that is asked for, within 1 cm of PostGIS")
    void coordinatesAreInTheSystemThatIsAskedFor() throws Exception {
        for (int code : PROJECTED) {
            Answers items = city.ask(town, "/collections/request/items?limit=240&crs=" + EPSG + code);
            List<String> numbers = items.at("$.features[*].properties.number");
            List<List<Double>> places = items.at("$.features[*].geometry.coordinates");
            for (int i = 0; i < numbers.size(); i++) {
                double[] truth = inPostgis(numbers.get(i), code);
                assertThat(places.get(i).getFirst()).as("EPSG:" + code).isCloseTo(truth[0], within(0.01));
                assertThat(places.get(i).get(1)).as("EPSG:" + code).isCloseTo(truth[1], within(0.01));
            }
        }
    }

    @Test
    @DisplayName("/conf/crs/crs84: longitude first in CRS84, latitude first in EPSG:4326")
    void theAxesAreInTheOrderOfTheAuthority() throws Exception {
        String items = "/collections/request/items?limit=1";
        List<Double> unsaid = city.ask(town, items).at("$.features[0].geometry.coordinates");
        List<Double> crs84 = city.ask(town, items + "&crs=" + CRS84).at("$.features[0].geometry.coordinates");
        List<Double> epsg = city.ask(town, items + "&crs=" + EPSG + "4326").at("$.features[0].geometry.coordinates");

        assertThat(crs84).isEqualTo(unsaid);
        assertThat(unsaid.getFirst()).isBetween(2.0, 2.1);
        assertThat(epsg).containsExactly(unsaid.get(1), unsaid.getFirst());
    }

    @Test
    @DisplayName("/conf/crs/ogc-crs-header: Content-Crs says which system it is, of a page and of a feature alone")
    void theHeaderSaysWhichSystemItIs() throws Exception {
        for (String system : List.of(CRS84, EPSG + "4326", EPSG + "2154")) {
            Answers page = city.ask(town, "/collections/sector/items?limit=1&crs=" + system);
            assertThat(page.header("Content-Crs")).isEqualTo("<" + system + ">");
            String id = page.at("$.features[0].id");
            Answers alone = city.ask(town, "/collections/sector/items/" + id + "?crs=" + system);
            assertThat(alone.header("Content-Crs")).isEqualTo("<" + system + ">");
            assertThat(alone.<Object>at("$.geometry")).isEqualTo(page.<Object>at("$.features[0].geometry"));
        }
        assertThat(city.ask(town, "/collections/sector/items?limit=1").header("Content-Crs"))
                .isEqualTo("<" + CRS84 + ">");
    }

    @Test
    @DisplayName(
            "/conf/crs/fc-bbox-crs-definition and bbox-crs-action: a box is in the system that is said; an unknown one is 400")
    void theBoxIsInTheSystemThatIsSaid() throws Exception {
        int there = matched("bbox=2.005,47.005,2.055,47.055");
        assertThat(there).isPositive().isLessThan(FeatureCity.REQUESTS);
        assertThat(matched("bbox=47.005,2.005,47.055,2.055&bbox-crs=" + EPSG + "4326"))
                .isEqualTo(there);
        for (int code : PROJECTED) {
            double[] box = boxInPostgis(2.012, 47.012, 2.068, 47.058, code);
            String said = "bbox=%s,%s,%s,%s&bbox-crs=".formatted(box[0], box[1], box[2], box[3]) + EPSG + code;
            assertThat(matched(said))
                    .as("EPSG:" + code)
                    .isEqualTo(inBoxByPostgis(box, code))
                    .isPositive();
        }
        for (String parameter : List.of("crs", "bbox-crs", "filter-crs")) {
            for (String unknown :
                    List.of(EPSG + "1", "EPSG:2154", "http://www.opengis.net/def/crs/EPSG/9.9/2154", "x")) {
                Answers refused = city.ask(town, "/collections/request/items?" + parameter + "=" + unknown);
                assertThat(refused.status()).as(parameter + unknown).isEqualTo(400);
                assertThat(refused.problem()).isEqualTo("reference-system-unknown");
            }
        }
        assertThat(city.ask(town, "/collections/request/items?bbox=5,5,1,9&bbox-crs=" + EPSG + "2154")
                        .status())
                .isEqualTo(400);
        assertThat(city.ask(town, "/collections/request/items?bbox=-1e30,5,1e30,9&bbox-crs=" + EPSG + "2154")
                        .status())
                .isEqualTo(400);
    }

    private int matched(String query) throws Exception {
        return city.matched(town, "request", query);
    }

    private double[] inPostgis(String number, int code) {
        return here(() -> jdbc.sql(
                        "select st_x(p) as x, st_y(p) as y from (select st_transform(location, cast(:code as int)) as p "
                                + "from request.request where number = :number) r")
                .param("code", code)
                .param("number", number)
                .query((row, n) -> new double[] {row.getDouble("x"), row.getDouble("y")})
                .single());
    }

    private double[] boxInPostgis(double west, double south, double east, double north, int code) {
        return here(() -> jdbc.sql("select st_xmin(b) as a, st_ymin(b) as b, st_xmax(b) as c, st_ymax(b) as d from "
                        + "(select st_transform(st_makeenvelope(:w, :s, :e, :n, 4326), cast(:code as int)) as b) t")
                .param("w", west)
                .param("s", south)
                .param("e", east)
                .param("n", north)
                .param("code", code)
                .query((row, n) ->
                        new double[] {row.getDouble("a"), row.getDouble("b"), row.getDouble("c"), row.getDouble("d")})
                .single());
    }

    private int inBoxByPostgis(double[] box, int code) {
        return here(() -> jdbc.sql(
                        "select count(*) from request.request where st_intersects(st_transform(location, cast(:code as int)), "
                                + "st_makeenvelope(:a, :b, :c, :d, cast(:code as int)))")
                .param("code", code)
                .param("a", box[0])
                .param("b", box[1])
                .param("c", box[2])
                .param("d", box[3])
                .query(Integer.class)
                .single());
    }

    private <T> T here(java.util.function.Supplier<T> work) {
        return CurrentJurisdiction.inside(
                town, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
