package org.vigie.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.TestCity;

/** An administrator at the settings of webhooks. */
record WebhookDesk(MockMvc http, TestCity.City city, SignedInAccount administrator) {

    /** A hook and the secret that was shown when it was made. */
    record Made(UUID id, String secret) {}

    static WebhookDesk of(MockMvc http, TestCity cities, TestCity.City city) {
        return new WebhookDesk(http, city, cities.account(city, Role.ADMINISTRATOR));
    }

    String path(String below) {
        return "/" + city.jurisdiction().code() + "/api/desk/webhooks" + below;
    }

    static String body(String address, String content, String more) {
        return "{\"name\":\"SIG\",\"address\":\"%s\",\"content\":\"%s\",\"reason\":\"\"%s}"
                .formatted(
                        address,
                        content,
                        (more.contains("kinds") ? "" : ",\"kinds\":[]")
                                + (more.contains("categories") ? "" : ",\"categories\":[]")
                                + more);
    }

    Answers save(UUID id, int revision, String body) throws Exception {
        return Answers.to(
                http,
                put(path("/" + id))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    /** @param more members of the body, each with a comma before it */
    Made make(String address, String content, String more) throws Exception {
        UUID id = Ids.next();
        Answers made = save(id, 0, body(address, content, more));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return new Made(id, made.at("$.secret"));
    }

    Answers read(String below) throws Exception {
        return Answers.to(http, get(path(below)).with(as(administrator)));
    }

    Answers act(String below, String body) throws Exception {
        return Answers.to(
                http,
                post(path(below))
                        .with(as(administrator))
                        .header("If-Match", "\"1\"")
                        .content(body));
    }

    /** What the list says of the only hook there. */
    <T> T standing(String member) throws Exception {
        return read("").at("$.items[0]." + member);
    }
}
