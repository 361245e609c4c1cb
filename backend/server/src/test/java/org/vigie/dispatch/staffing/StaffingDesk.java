package org.vigie.dispatch.staffing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** An administrator at the page of the teams. */
final class StaffingDesk {

    final TestCity.City city;
    final SignedInAccount administrator;
    private final MockMvc http;

    StaffingDesk(MockMvc http, TestCity cities, TestCity.City city) {
        this.http = http;
        this.city = city;
        this.administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    Answers read(String path) throws Exception {
        return Answers.to(http, get(at(path)).with(as(administrator)));
    }

    Answers put(String path, int revision, String body) throws Exception {
        return send(HttpMethod.PUT, path, revision, body);
    }

    Answers delete(String path, int revision) throws Exception {
        return send(HttpMethod.DELETE, path, revision, "{}");
    }

    private Answers send(HttpMethod method, String path, int revision, String body) throws Exception {
        return Answers.to(
                http,
                request(method, at(path))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private String at(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk/staffing" + path;
    }
}
