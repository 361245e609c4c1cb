package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.map.PublishedCity;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** Whoever halves a box again and again towards a private request counts at every door what is published there, and nothing more. */
@ServiceTest
@Import(PublishedCity.class)
class HalvedBoxesTest {

    private static final double LONGITUDE = 2.0137731;
    private static final double LATITUDE = 47.0631377;

    private static final List<Door> DOORS = List.of(
            new Door("/api/requests?limit=200&bbox=", answer -> number(answer, "$.total")),
            new Door("/api/requests/counts?bbox=", answer -> number(answer, "$.total")),
            new Door("/open311/v2/requests.json?bbox=", answer -> number(answer, "$.length()")),
            new Door("/ogc/collections/request/items?bbox=", answer -> number(answer, "$.numberMatched")),
            new Door(
                    "/open-data/requests.csv?bbox=",
                    answer -> answer.text().lines().count() - 1),
            new Door("/open-data/requests.geojson?bbox=", answer -> number(answer, "$.features.length()")),
            new Door("/open-data/new.atom?bbox=", answer -> answer.text().split("<entry>", -1).length - 1));

    /** @param told how many an answer holds */
    private record Door(String address, ToLongFunction<Answers> told) {}

    @Autowired
    MockMvc http;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    private Jurisdiction town = new Jurisdiction(new UUID(0, 0), "", "", "fr", java.time.ZoneOffset.UTC);

    @BeforeEach
    void plant() {
        town = jurisdictions.square();
        published.catalogue(town);
        published.request(town, "pothole", 2.05, 47.05);
        String hidden = published.request(town, "pothole", LONGITUDE, LATITUDE).toString();
        published.request(town, "complaint", LONGITUDE, LATITUDE);
        published.write(town, "update request.request set is_private = true where request_id = '" + hidden + "'");
    }

    @Test
    void everyDoorCountsInEveryBoxWhatIsPublishedThere() throws Exception {
        double west = 2.0;
        double south = 47.0;
        double size = 0.1;
        for (int step = 0; step < 16; step++) {
            String box = "%s,%s,%s,%s".formatted(west, south, west + size, south + size);
            long visible = west <= 2.05 && 2.05 <= west + size && south <= 47.05 && 47.05 <= south + size ? 1 : 0;
            for (Door door : DOORS) {
                String address = "/" + town.code() + door.address() + box;
                Answers answer = Answers.sent(http, get(URI.create(address)));
                assertThat(answer.status()).as(address + answer.text()).isEqualTo(200);
                assertThat(door.told().applyAsLong(answer)).as(address).isEqualTo(visible);
            }
            size /= 2;
            west = LONGITUDE >= west + size ? west + size : west;
            south = LATITUDE >= south + size ? south + size : south;
        }
    }

    private static long number(Answers answer, String path) {
        return ((Number) JsonPath.read(answer.text(), path)).longValue();
    }
}
