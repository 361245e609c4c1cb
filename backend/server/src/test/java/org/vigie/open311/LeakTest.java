package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;

/** A private request that a client sent, with a word that is nowhere else: no door finds it, with the client's key or without. */
@ServiceTest
class LeakTest {

    private static final String MARKER = "xylographe";
    private static final String LATITUDE = "47.0631377";
    private static final String LONGITUDE = "2.0137731";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    private Door door;
    private String number;
    private String id;
    private String photo;

    @BeforeEach
    void plant() throws Exception {
        door = Door.of(http, cities, clients, cities.make());
        Answers posted = door.send(
                "requests.json",
                "service_code",
                "habitat-indigne",
                "lat",
                LATITUDE,
                "long",
                LONGITUDE,
                "address_string",
                MARKER + " rue",
                "description",
                MARKER + " privé",
                "first_name",
                MARKER,
                "email",
                MARKER + "@example.org",
                "media_url",
                "http://example.org/" + MARKER,
                "media",
                Base64.getEncoder().encodeToString(TestImages.image("png", 40, 40)),
                "attribute[fixmystreet_id]",
                MARKER);
        assertThat(posted.status()).as(posted.text()).isEqualTo(200);
        String token = posted.at("$[0].token");
        number = door.read("tokens/" + token + ".json").at("$[0].service_request_id");
        id = single("select request_id::text from request.request");
        photo = single("select photo_id::text from intake.photo");
        door.send(
                "servicerequestupdates.json", "service_request_id", number, "update_id", MARKER, "description", MARKER);
    }

    private String single(String sql) {
        return cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql(sql).query(String.class).single());
    }

    private Answers visit(String path) throws Exception {
        return Answers.sent(
                http, get(java.net.URI.create("/" + door.city().jurisdiction().code() + path)));
    }

    @Test
    void noDoorFindsIt() throws Exception {
        String key = "api_key=" + door.key();
        List<String> doors = List.of(
                "/open311/v2/discovery.xml",
                "/open311/v2/services.xml",
                "/open311/v2/services/habitat-indigne.xml",
                "/open311/v2/requests.json?extensions=true",
                "/open311/v2/requests.json?" + key,
                "/open311/v2/requests.json?service_code=habitat-indigne",
                "/open311/v2/requests.json?service_request_id=" + number + "," + id,
                "/open311/v2/requests.json?lat=" + LATITUDE + "&long=" + LONGITUDE + "&radius=10",
                "/open311/v2/requests.csv",
                "/open311/v2/requests.csv?service_request_id=" + number,
                "/open311/v2/servicerequestupdates.xml",
                "/api/requests?limit=200",
                "/api/requests?q=" + MARKER,
                "/api/requests/counts",
                "/api/requests/nearby?lon=" + LONGITUDE + "&lat=" + LATITUDE,
                "/api/requests/nearest?lon=" + LONGITUDE + "&lat=" + LATITUDE,
                "/api/addresses?q=" + MARKER,
                "/tiles/requests/14/8283/5730.mvt",
                "/photos/" + photo + ".jpg",
                "/photos/" + photo + "-thumbnail.jpg");
        for (String each : doors) {
            Answers answer = visit(each);
            assertThat(answer.status()).as(each).isIn(200, 204, 404);
            assertThat(answer.text()).as(each).doesNotContain(MARKER, LATITUDE, LONGITUDE, number, id, "40x40");
        }
    }

    @Test
    void itsNumberAndItsIdAnswerAsThoseOfNoRequest() throws Exception {
        String nobodys = visit("/open311/v2/requests/2026-999999.json").text();
        for (String name : List.of(number, id)) {
            for (String query : List.of("", "?extensions=true", "?api_key=" + door.key())) {
                Answers answer = visit("/open311/v2/requests/" + name + ".json" + query);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).isEqualTo(nobodys);
            }
        }
    }

    @Test
    void itsPlaceCannotBeFoundByHalvingABox() throws Exception {
        for (String box :
                List.of("2,47,2.1,47.1", "2,47,2.05,47.1", "2.01,47.06,2.02,47.07", "2.0137,47.0631,2.0138,47.0632")) {
            assertThat(visit("/open311/v2/requests.json?bbox=" + box).text())
                    .as(box)
                    .isEqualTo("[]");
        }
    }

    @Test
    void itsClientHearsItsStateAloneAndNobodyElseHearsAnything() throws Exception {
        String feed = visit("/open311/v2/servicerequestupdates.xml?api_key=" + door.key())
                .text();
        assertThat(feed).doesNotContain(MARKER, LATITUDE, LONGITUDE);
        Door other = Door.of(http, cities, clients, door.city());
        assertThat(visit("/open311/v2/servicerequestupdates.xml?api_key=" + other.key())
                        .text())
                .doesNotContain(number);
    }
}
