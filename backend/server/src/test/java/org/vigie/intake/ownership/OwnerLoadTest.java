package org.vigie.intake.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The loads by which owners are chosen are kept beside the requests, in parts. */
@ServiceTest
class OwnerLoadTest {

    private static final List<String> STATES = List.of("RECEIVED", "IN_PROGRESS", "RESOLVED", "CLOSED", "REOPENED");
    private static final List<String> PRIORITIES = List.of("URGENT", "HIGH", "NORMAL", "LOW");

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private List<SignedInAccount> agents;

    @BeforeEach
    void aFrontOfficeOfThree() {
        city = cities.make();
        agents = IntStream.range(0, 3)
                .mapToObj(i -> cities.account(city, Role.FRONT_OFFICE))
                .toList();
    }

    @Test
    void whateverBecomesOfRequestsAtTheSameTimeTheLoadsAreThoseOfWhatIsOpenAndFewParts() throws Exception {
        List<UUID> requests = IntStream.range(0, 12)
                .mapToObj(i -> report())
                .map(UUID::fromString)
                .toList();

        try (ExecutorService desks = Executors.newFixedThreadPool(6)) {
            List<Future<?>> changes = IntStream.range(0, 600)
                    .<Future<?>>mapToObj(seed -> desks.submit(() -> change(requests, new SplittableRandom(seed))))
                    .toList();
            for (Future<?> change : changes) {
                change.get();
            }
        }

        assertThat(kept()).isEqualTo(open()).isNotEmpty();
        assertThat(inside("select count(*) from request.owner_load")).isLessThan(400);
    }

    @Test
    void whatIsChangedInOneStatementIsCountedForEachOwner() {
        IntStream.range(0, 9).forEach(i -> report());

        update("update request.request set priority = 'URGENT'");
        assertThat(kept()).isEqualTo(open()).hasSize(3).containsValue(9).doesNotContainValue(3);

        update("update request.request set state = 'CLOSED', closed_at = now()");
        assertThat(kept()).isEqualTo(open()).isEmpty();
    }

    @Test
    void whoeverWritesPastTheTriggersHasTheLoadsAddedUpAnew() {
        IntStream.range(0, 4).forEach(i -> report());
        update("update request.owner_load set load = load + 5");
        assertThat(kept()).isNotEqualTo(open());

        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select request.recount_owner_loads()")
                        .query((row, n) -> true)
                        .list());

        assertThat(kept()).isEqualTo(open());
    }

    private void change(List<UUID> requests, SplittableRandom random) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                                update request.request set state = :state, priority = :priority, owner_account_id = :owner,
                                    closed_at = case when :state = 'CLOSED' then now() end
                                where request_id = :id
                                """)
                        .param("state", STATES.get(random.nextInt(STATES.size())))
                        .param("priority", PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                        .param(
                                "owner",
                                agents.get(random.nextInt(agents.size())).accountId())
                        .param("id", requests.get(random.nextInt(requests.size())))
                        .update());
    }

    private void update(String sql) {
        cities.inside(city.jurisdiction(), () -> jdbc.sql(sql).update());
    }

    private int inside(String sql) {
        return Objects.requireNonNull(cities.inside(
                city.jurisdiction(), () -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private Map<UUID, Integer> kept() {
        return loads("select owner_account_id, sum(load) from request.owner_load group by 1 having sum(load) <> 0");
    }

    private Map<UUID, Integer> open() {
        return loads("select owner_account_id, sum(request.owner_weight(priority)) from request.request"
                + " where state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED') group by 1");
    }

    private Map<UUID, Integer> loads(String sql) {
        return cities.inside(city.jurisdiction(), () -> {
            Map<UUID, Integer> loads = new TreeMap<>();
            jdbc.sql(sql)
                    .query((row, n) -> loads.put(row.getObject(1, UUID.class), row.getInt(2)))
                    .list();
            return loads;
        });
    }

    /** By staff, who are not limited. */
    private String report() {
        try {
            return Answers.to(
                            http,
                            post("/" + city.jurisdiction().code() + "/api/desk/requests")
                                    .with(as(agents.getFirst()))
                                    .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                    .content("{\"category\":\"lampadaire\",\"channel\":\"PHONE\","
                                            + "\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"))
                    .at("$.id");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
