package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A town's open data may be drawn on anybody's page; nothing else may be read from one. */
@ServiceTest
class OtherOriginsTest {

    private static final String ELSEWHERE = "https://quartier.example.org";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @ParameterizedTest
    @ValueSource(strings = {"/tiles/requests/12/2072/1418.mvt", "/ogc/collections?f=json", "/open311/v2/services.json"})
    void aPageOfAnotherOriginReadsWhatIsOpenData(String address) throws Exception {
        Answers answer = read(HttpMethod.GET, address);

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(answer.headers(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session", "/api/desk/requests", "/api/requests", "/"})
    void itIsNotTold(String address) throws Exception {
        assertThat(read(HttpMethod.GET, address).headers(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                .isEmpty();
    }

    @Test
    void askedBeforehandItMayReadAndMayNotWrite() throws Exception {
        assertThat(askedFor("GET").header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                .isEqualTo("*");
        assertThat(askedFor("POST").headers(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
                .isEmpty();
    }

    private Answers askedFor(String method) throws Exception {
        return Answers.sent(
                http,
                from(HttpMethod.OPTIONS, "/open311/v2/requests.json")
                        .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method));
    }

    private Answers read(HttpMethod method, String address) throws Exception {
        return Answers.sent(http, from(method, address));
    }

    private MockHttpServletRequestBuilder from(HttpMethod method, String address) {
        return request(method, "/" + cities.make().jurisdiction().code() + address)
                .header(HttpHeaders.ORIGIN, ELSEWHERE);
    }
}
