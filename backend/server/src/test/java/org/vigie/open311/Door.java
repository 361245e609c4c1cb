package org.vigie.open311;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.ApiKey;
import org.vigie.access.Ids;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** The door of one city, and a client that holds a key to it. */
record Door(MockMvc http, TestCity.City city, UUID clientId, String key) {

    static final Clients.Terms USUAL = new Clients.Terms(100_000, "fixmystreet_id");

    static Door of(MockMvc http, TestCity cities, Clients clients, TestCity.City city) {
        return of(http, cities, clients, city, USUAL);
    }

    static Door of(MockMvc http, TestCity cities, Clients clients, TestCity.City city, Clients.Terms terms) {
        ApiKey key = ApiKey.make();
        UUID id = Ids.next();
        cities.inside(city.jurisdiction(), () -> {
            clients.add(id, "FixMyStreet", terms, key);
            return true;
        });
        return new Door(http, city, id, key.text());
    }

    String path(String below) {
        return "/" + city.jurisdiction().code() + "/open311/v2/" + below;
    }

    /** @param below with its query, ready for a URI */
    Answers read(String below) throws Exception {
        return Answers.sent(http, get(java.net.URI.create(path(below))));
    }

    /** Posts a form, with the key. */
    Answers send(String below, String... namesAndValues) throws Exception {
        return sendForm(below, form(namesAndValues) + "&api_key=" + key);
    }

    Answers sendForm(String below, String form) throws Exception {
        return Answers.sent(
                http,
                post(path(below))
                        .contentType(MediaType.parseMediaType("application/x-www-form-urlencoded; charset=utf-8"))
                        .content(form));
    }

    /** Reports a pothole in the west of the city. */
    Answers report(String... namesAndValues) throws Exception {
        String place = form("service_code", "nid-de-poule", "lat", "47.05", "long", "2.02");
        String more = form(namesAndValues);
        return sendForm("requests.json", place + (more.isEmpty() ? "" : "&" + more) + "&api_key=" + key);
    }

    static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
