package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The desk's queue page by page, while it changes. Many of its requests came in, and are due, at the same moments. */
@ServiceTest
class QueuePagesTest {

    private static final int REQUESTS = 60;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount dispatcher;
    private SignedInAccount owner;

    @BeforeEach
    void make() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
        owner = cities.account(city, Role.FRONT_OFFICE);
        fill();
    }

    @Test
    void inEveryOrderThePagesTogetherAreTheWhole() throws Exception {
        for (String order : List.of("sort=received", "sort=due", "sort=due&owner=" + owner.accountId())) {
            List<String> whole = page(order + "&limit=500", Optional.empty()).at("$.items[*].id");
            assertThat(whole).hasSize(REQUESTS);
            assertThat(walk(order)).isEqualTo(whole);
        }
    }

    @Test
    void theMostUrgentComesFirstWhatIsBackBeforeItAndWhatIsNotPromisedLast() throws Exception {
        List<Object> due = new ArrayList<>();
        for (Map<String, Object> ring : this.<Map<String, Object>>walked("sort=due", "$.items[*].ring")) {
            due.add(ring.getOrDefault("dueAt", "never"));
        }
        assertThat(due).isSorted().contains("never");

        List<Boolean> back =
                this.<Map<String, Object>>walked("sort=due&owner=" + owner.accountId(), "$.items[*]").stream()
                        .map(card -> card.containsKey("returnedAt"))
                        .toList();
        assertThat(back.subList(0, 12)).containsOnly(true);
        assertThat(back.subList(12, REQUESTS)).containsOnly(false);
    }

    @Test
    void whatLeavesTheQueueMeanwhileTakesNoOtherFromTheNextPage() throws Exception {
        List<String> whole = page("sort=due&limit=500", Optional.empty()).at("$.items[*].id");
        Answers first = page("sort=due&limit=20", Optional.empty());
        close(whole.subList(0, 5));

        Answers second = page("sort=due&limit=20", next(first));

        assertThat(second.<List<String>>at("$.items[*].id")).isEqualTo(whole.subList(20, 40));
        assertThat(second.<Integer>at("$.total")).isEqualTo(REQUESTS - 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200",
                "oops",
                "true/2026-01-01T00:00:00Z/2026-01-01T00:00:00Z",
                "true/+1000000000-01-01T00:00:00Z/2026-01-01T00:00:00Z/00000000-0000-0000-0000-000000000001",
                "true/2026-01-01T00:00:00Z/-1000000-01-01T00:00:00Z/00000000-0000-0000-0000-000000000001"
            })
    void aMarkThatNoPageGaveIsRefused(String mark) throws Exception {
        String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(mark.getBytes(StandardCharsets.UTF_8));
        for (String after : List.of(mark.replace("+", "%2B"), coded)) {
            Answers refusal = page("sort=due", Optional.of(after));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.problem()).isEqualTo("cursor-malformed");
        }
    }

    private List<String> walk(String query) throws Exception {
        return walked(query, "$.items[*].id");
    }

    private <T> List<T> walked(String query, String path) throws Exception {
        List<T> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Answers page = page(query + "&limit=7", after);
            found.addAll(page.<List<T>>at(path));
            after = next(page);
        } while (after.isPresent());
        return found;
    }

    private static Optional<String> next(Answers page) {
        return Optional.ofNullable((String) page.<Map<String, Object>>at("$").get("next"));
    }

    private Answers page(String query, Optional<String> after) throws Exception {
        String path = "/" + city.jurisdiction().code() + "/api/desk/requests?" + query;
        return Answers.to(
                http, get(path + after.map(mark -> "&after=" + mark).orElse("")).with(as(dispatcher)));
    }

    /** Due at one of seven moments or never, received at one of five, every fifth is back with its owner. */
    private void fill() {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("""
                        insert into request.request (jurisdiction_id, request_id, number, kind, state, category_id, description, channel, location,
                                location_source, address, placement_rule, service_id, team_id, assignment_rule, received_at, changed_at,
                                next_commitment, next_starts_at, next_due_at, owner_account_id, returned_at, return_cause)
                            select c.jurisdiction_id, gen_random_uuid(), '2025-' || lpad(n::text, 6, '0'), 'INCIDENT', 'RECEIVED', c.category_id,
                                'Trou', 'WEB', st_setsrid(st_makepoint(2.05, 47.05), 4326), 'PIN', '', 'NO_SECTORS', c.service_id, t.team_id,
                                'LAST_RESORT', moment + n % 5 * interval '1 minute', moment,
                                case when n % 8 > 0 then 'RESOLVE' end, case when n % 8 > 0 then moment end,
                                case when n % 8 > 0 then moment + n % 8 * interval '1.000001 hour' end, :owner,
                                case when n % 5 = 0 then moment end, case when n % 5 = 0 then 'REFUSED' end
                            from generate_series(1, :requests) n
                            cross join (values (timestamptz '2025-06-01 10:00:00.123456Z')) m (moment)
                            join catalogue.category c on c.code = 'nid-de-poule'
                            join team.team t using (jurisdiction_id)
                            where t.is_last_resort
                        """)
                        .param("requests", REQUESTS)
                        .param("owner", owner.accountId())
                        .update());
    }

    private void close(List<String> ids) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "update request.request set state = 'CLOSED', closed_at = now() where request_id = any(:ids)")
                        .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                        .update());
    }
}
