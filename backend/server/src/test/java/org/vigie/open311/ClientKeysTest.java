package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.intake.IntakeGate;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Keys are issued, changed and revoked by an administrator, shown once, and kept as hashes. */
@ServiceTest
class ClientKeysTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IntakeGate gate;

    @Value("${vigie.intake.at-once}")
    int places;

    private TestCity.City city;
    private SignedInAccount administrator;
    private final UUID id = Ids.next();

    @BeforeEach
    void makeCity() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api/desk/open311-clients" + below;
    }

    private Answers call(MockHttpServletRequestBuilder request, int revision, String body) throws Exception {
        return Answers.to(
                http,
                request.with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private Answers save(int revision, String name, int quota) throws Exception {
        return call(
                put(path("/" + id)),
                revision,
                "{\"name\":\"%s\",\"quotaPerHour\":%d,\"reason\":\"convention\"}".formatted(name, quota));
    }

    private int report(String key) throws Exception {
        return new Door(http, city, id, key).report().status();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsItsHash() throws Exception {
        Answers made = save(0, "FixMyStreet", 100);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String key = made.at("$.key");
        assertThat(key).hasSize(43);
        assertThat(report(key)).isEqualTo(200);

        Answers list = Answers.to(http, get(path("")).with(as(administrator)));
        assertThat(list.text()).doesNotContain(key);
        assertThat(list.<List<Integer>>at("$.items[*].requests")).containsExactly(1);
        assertThat(list.<List<String>>at("$.items[*].externalIdAttribute")).containsExactly("external_id");
        assertThat(list.<List<String>>at("$.items[*].setting.reason")).containsExactly("convention");
        assertThat(cities.<String>inside(
                        city.jurisdiction(),
                        () -> jdbc.sql("select c::text from open311.client c")
                                .query(String.class)
                                .single()))
                .doesNotContain(key);
    }

    @Test
    void aChangeKeepsTheKeyAndNamesTheRevisionThatItSaw() throws Exception {
        String key = save(0, "FixMyStreet", 100).at("$.key");
        Answers changed = save(1, "FixMyStreet Pro", 1);
        assertThat(changed.text()).doesNotContain("\"key\"").contains("FixMyStreet Pro");
        assertThat(report(key)).isEqualTo(200);
        assertThat(report(key)).as("the quota is one now").isEqualTo(403);
        assertThat(save(1, "x", 1).status()).isEqualTo(412);
        assertThat(save(2, "", 0).status()).isEqualTo(422);
    }

    @Test
    void whoIsToldToComeAgainLaterHasUsedNothingOfTheQuota() throws Exception {
        String key = save(0, "FixMyStreet", 1).at("$.key");
        CountDownLatch entered = new CountDownLatch(places);
        CountDownLatch leave = new CountDownLatch(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, places)
                    .forEach(i -> others.submit(() -> gate.pass(() -> {
                        entered.countDown();
                        await(leave);
                        return "";
                    })));
            await(entered);
            assertThat(report(key)).isEqualTo(503);
            leave.countDown();
        }
        assertThat(report(key)).isEqualTo(200);
        assertThat(report(key)).isEqualTo(403);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherKeyEndsTheOneBeforeAndARevokedOneEndsAtOnce() throws Exception {
        String first = save(0, "FixMyStreet", 100).at("$.key");
        String second = call(post(path("/" + id + "/key")), 1, "{\"reason\":\"perdue\"}")
                .at("$.key");
        assertThat(report(first)).isEqualTo(403);
        assertThat(report(second)).isEqualTo(200);

        assertThat(call(delete(path("/" + id) + "?reason=fin"), 2, "").status()).isEqualTo(204);
        assertThat(report(second)).isEqualTo(403);
        assertThat(Answers.to(http, get(path("")).with(as(administrator))).<List<String>>at("$.items[*].revokedAt"))
                .hasSize(1);
        String third = call(post(path("/" + id + "/key")), 3, "{\"reason\":\"reprise\"}")
                .at("$.key");
        assertThat(report(third)).isEqualTo(200);
        assertThat(report(second)).isEqualTo(403);
    }

    @Test
    void aClientThatIsNotThereIs404() throws Exception {
        assertThat(call(delete(path("/" + Ids.next())), 0, "").status()).isEqualTo(404);
        assertThat(call(post(path("/" + Ids.next() + "/key")), 0, "{\"reason\":\"\"}")
                        .status())
                .isEqualTo(404);
    }
}
