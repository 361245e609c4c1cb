package org.vigie.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.dispatch.Audience;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class DraftNewsTest {

    private static final String CUT =
            "{\"code\":\"E\",\"name\":\"Neuf\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[2.04,47.07],[2.11,47.07]]}}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    LiveFeed feed;

    TestCity.City city;
    SignedInAccount administrator;
    String drafts;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
        drafts = "/" + city.jurisdiction().code() + "/api/desk/sector-drafts";
    }

    @Test
    void openDesksHearWhoHasADraftOpenAndWhoChangesIt() throws Exception {
        String id = send(drafts, "{\"name\":\"Soulager\"}", 0).at("$.id");
        try (Subscription desk = open(Audience.DESK);
                Subscription everybody = open(Audience.PUBLIC)) {
            assertThat(next(desk)).contains("event: hello");
            assertThat(next(everybody)).contains("event: hello");

            send(drafts + "/" + id + "/presence", "", 0);
            send(drafts + "/" + id + "/split", CUT, 1);

            assertThat(next(desk)).contains("event: sector-draft", "OPEN", id, administrator.name());
            assertThat(next(desk)).contains("event: sector-draft", "CHANGED", "\"revision\":2");
            assertThat(everybody.hasMore()).isFalse();
        }
    }

    private Answers send(String path, String body, int revision) throws Exception {
        return Answers.to(
                http,
                post(path)
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private Subscription open(Audience audience) {
        return CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> feed.subscribe(new Viewer(city.jurisdiction(), audience, Set.of()), OptionalLong.empty()));
    }

    private String next(Subscription screen) throws Exception {
        LiveMessage[] message = new LiveMessage[1];
        CurrentJurisdiction.callInside(city.jurisdiction(), () -> {
            message[0] = java.util.Objects.requireNonNull(screen.next(Duration.ofSeconds(10)));
            return true;
        });
        return new String(message[0].frame(), StandardCharsets.UTF_8);
    }
}
