package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Numbers are unique, without gaps in the end, and nobody waits for whoever has one. */
@ServiceTest
class RequestNumbersTest {

    private static final int YEAR = 2031;

    @Autowired
    RequestNumbers numbers;

    @Autowired
    @Qualifier("asideDataSource")
    DataSource aside;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    private TestCity.City city;

    @BeforeEach
    void makeCity() {
        city = cities.make();
    }

    @Test
    void whoeverHasANumberAndHasNotCommittedKeepsNobodyElseWaiting() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            List<Integer> drawn = cities.inside(city.jurisdiction(), () -> {
                int mine = numbers.next(YEAR);
                int theirs = get(other.submit(() -> cities.inside(city.jurisdiction(), () -> numbers.next(YEAR))));
                return List.of(mine, theirs);
            });
            assertThat(drawn).containsExactly(1, 2);
        }
    }

    @Test
    void aNumberOfWhichNothingCameGoesToTheNext() {
        assertThat(drawnAndTakenBack(3)).containsExactly(1, 2, 3);
        assertThat(next(2)).containsExactly(1, 2);
        assertThat(next(2)).containsExactly(3, 4);
    }

    @Test
    void twoProcessesThatDrawAtOnceGetEachNumberOnce() throws Exception {
        NumberDraws.Series series = new NumberDraws.Series(city.jurisdiction().id(), YEAR);
        List<NumberDraws> processes = List.of(new NumberDraws(aside), new NumberDraws(aside));
        List<Integer> drawn = new ArrayList<>();

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<List<Integer>>> wanted = IntStream.range(0, 400)
                    .mapToObj(i -> people.submit(() -> processes.get(i % 2).draw(series, 1 + i % 3)))
                    .toList();
            wanted.forEach(one -> drawn.addAll(get(one)));
        }

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, drawn.size()).boxed().toList());
    }

    @Test
    void whatAServiceHadDrawnWhenItDiedIsGivenOutAgainOnceItIsOldEnough() {
        NumberDraws.Series series = new NumberDraws.Series(city.jurisdiction().id(), YEAR);
        new NumberDraws(aside).draw(series, 2);

        assertThat(look("5 minutes")).isZero();
        assertThat(look("0 seconds")).isZero();
        assertThat(look("0 seconds")).isEqualTo(2);

        assertThat(next(3)).containsExactly(1, 2, 3);
    }

    @Test
    void whoeverDiesWithAnUnusedNumberLosesItNoMoreThanAnother() {
        drawnAndTakenBack(1);
        NumberDraws.Series series = new NumberDraws.Series(city.jurisdiction().id(), YEAR);
        assertThat(new NumberDraws(aside).draw(series, 1)).containsExactly(1);
        assertThat(next(1)).containsExactly(2);

        look("0 seconds");

        assertThat(next(1)).containsExactly(1);
    }

    @Test
    void reportsOfManyAtOnceAreNumberedFromOneOnWithoutAGap() throws Exception {
        List<SignedInAccount> agents = IntStream.range(0, 3)
                .mapToObj(i -> cities.account(city, Role.FRONT_OFFICE))
                .toList();

        try (ExecutorService desks = Executors.newFixedThreadPool(6)) {
            List<Future<String>> reports = IntStream.range(0, 60)
                    .mapToObj(i -> desks.submit(() -> report(agents.get(i % 3), i % 10 == 9)))
                    .toList();
            reports.forEach(RequestNumbersTest::get);
        }

        assertThat(used()).hasSize(54);
        // Those of the refused may be left: the next get them.
        while (used().getLast() > used().size()) {
            report(agents.getFirst(), false);
        }
        assertThat(used())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, used().size()).boxed().toList());
        assertThat(loads()).hasSize(3);
        assertThat(Collections.max(loads()) - Collections.min(loads())).isLessThanOrEqualTo(3);
        look("0 seconds");
        assertThat(look("0 seconds")).isZero();
    }

    private List<Integer> drawnAndTakenBack(int count) {
        return CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return numbers.next(YEAR, count);
                })));
    }

    /** Whatever comes of them: they are committed as drawn. */
    private List<Integer> next(int count) {
        return cities.inside(city.jurisdiction(), () -> numbers.next(YEAR, count));
    }

    private int look(String olderThan) {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select request.find_unused_numbers(cast(:age as interval))")
                        .param("age", olderThan)
                        .query(Integer.class)
                        .single());
    }

    private List<Integer> used() {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select substr(number, 6)::int from request.request order by 1")
                        .query(Integer.class)
                        .list());
    }

    private List<Integer> loads() {
        return cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("select sum(load)::int from request.owner_load group by owner_account_id")
                        .query(Integer.class)
                        .list());
    }

    /** @param refused by a photo that is not there, which is found out after the number was drawn */
    private String report(SignedInAccount agent, boolean refused) {
        try {
            String photos = refused ? "\"photos\":[\"" + UUID.randomUUID() + "\"]," : "";
            Answers answer = Answers.to(
                    http,
                    post("/" + city.jurisdiction().code() + "/api/desk/requests")
                            .with(as(agent))
                            .header("Idempotency-Key", "key-" + UUID.randomUUID())
                            .content("""
                                    {"category":"lampadaire","channel":"PHONE",%s"position":{"type":"Point","coordinates":[2.02,47.05]}}
                                    """.formatted(photos)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(refused ? 422 : 201);
            return answer.text();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
