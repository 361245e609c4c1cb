package org.vigie.catalogue;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** What an administrator sets up by place, and what people and staff then read. */
record WhereDesk(MockMvc http, TestCity.City city, SignedInAccount administrator) {

    Answers put(String path, int revision, String body) throws Exception {
        return send(HttpMethod.PUT, path, revision, body);
    }

    Answers delete(String path, int revision) throws Exception {
        return send(HttpMethod.DELETE, path, revision, "");
    }

    /** @param path below the desk */
    Answers get(String path) throws Exception {
        return Answers.to(http, to(HttpMethod.GET, "/desk/" + path).with(as(administrator)));
    }

    /** As everyone does. */
    Answers read(String path, String language) throws Exception {
        return Answers.to(http, to(HttpMethod.GET, path).header("Accept-Language", language));
    }

    private Answers send(HttpMethod method, String path, int revision, String body) throws Exception {
        return Answers.to(
                http,
                to(method, "/desk/" + path)
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private MockHttpServletRequestBuilder to(HttpMethod method, String path) {
        return request(method, "/" + city.jurisdiction().code() + "/api" + path);
    }
}
