package org.vigie.testing;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.FrenchSpaces;

/** Reads what the service answers to a test. */
public final class Answers {

    private final MockHttpServletResponse response;

    private Answers(MockHttpServletResponse response) {
        this.response = response;
    }

    /** Sends a request; a body is JSON. */
    public static Answers to(MockMvc http, MockHttpServletRequestBuilder request) throws Exception {
        return sent(http, request.contentType(MediaType.APPLICATION_JSON));
    }

    /** Sends a request as it is. */
    public static Answers sent(MockMvc http, MockHttpServletRequestBuilder request) throws Exception {
        return new Answers(http.perform(request).andReturn().getResponse());
    }

    public int status() {
        return response.getStatus();
    }

    public String header(String name) {
        return String.valueOf(response.getHeader(name));
    }

    /** Every value of a header that may be given several times. */
    public List<String> headers(String name) {
        return response.getHeaders(name);
    }

    /** With the spaces of French as plain ones: {@code FrenchSpacesTest} holds them. */
    public String text() {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8).replace(FrenchSpaces.NARROW, " ");
    }

    /** What a JSON path finds. */
    public <T> T at(String path) {
        return JsonPath.read(text(), path);
    }

    /** The last segment of the problem's type. */
    public String problem() {
        return this.<String>at("$.type").replace("/problems/", "");
    }
}
