package org.vigie.dispatch.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.catalogue.Commitment;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;
import org.vigie.request.HistoryEntry;
import org.vigie.request.RequestHistory;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class EscalationTest {

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Ladders ladders;

    @Autowired
    Alarms alarms;

    @Autowired
    Ringing ringing;

    @Autowired
    RequestHistory history;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    TestCity.City city;

    @BeforeEach
    void city() {
        city = cities.make();
        cities.account(city, Role.HEAD);
        cities.account(city, Role.ELECTED_OFFICIAL);
    }

    @Test
    void whatIsBrokenClimbsItsLadderInOrderEachStepOnce() throws Exception {
        step(1, 0, Role.HEAD, LadderStep.StopsOn.KEPT);
        step(2, 60, Role.ELECTED_OFFICIAL, LadderStep.StopsOn.KEPT);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");

        overdue(it, "RESOLVE", 30);
        ring(it);
        assertThat(steps(it)).containsExactly(1);
        assertThat(escalationStep(it)).contains(1);

        overdue(it, "RESOLVE", 90);
        ring(it);
        ring(it);
        assertThat(steps(it)).containsExactly(1, 2);
        assertThat(told(it)).hasSize(2);
        assertThat(escalated(it))
                .hasSize(2)
                .first()
                .asString()
                .contains("Résolution", "marche 1", "chef de service", "Personne HEAD");
        assertThat(escalationStep(it)).contains(2);
    }

    @Test
    void aStepThatIsRepeatedTellsAgainAtItsMinutes() throws Exception {
        inside(() -> {
            ladders.add(new LadderStep(
                    Ids.next(),
                    Optional.empty(),
                    Commitment.RESOLVE,
                    1,
                    Duration.ZERO,
                    Role.HEAD,
                    "Toujours rien",
                    Optional.of(Duration.ofMinutes(10)),
                    3,
                    LadderStep.StopsOn.KEPT));
            return true;
        });
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        overdue(it, "RESOLVE", 25);
        ring(it);
        assertThat(told(it)).hasSize(3);
        assertThat(inside(() -> alarms.listRung(it.id())).stream()
                        .filter(rung -> rung.key().kind() == Alarm.Kind.STEP)
                        .map(rung -> rung.key().occurrence()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void nothingRingsForWhatIsKeptAndTheStepIsTakenBack() throws Exception {
        step(1, 0, Role.HEAD, LadderStep.StopsOn.KEPT);
        step(2, 60, Role.HEAD, LadderStep.StopsOn.KEPT);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        overdue(it, "RESOLVE", 30);
        ring(it);
        assertThat(escalationStep(it)).contains(1);

        resident.atDesk(it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");
        assertThat(escalationStep(it)).isEmpty();
        overdue(it, "RESOLVE", 90);
        ring(it);
        assertThat(steps(it)).containsExactly(1);
    }

    @Test
    void anActionStopsTheStepsThatSaySo() throws Exception {
        step(1, 0, Role.HEAD, LadderStep.StopsOn.KEPT);
        step(2, 60, Role.HEAD, LadderStep.StopsOn.ACTION);
        step(3, 80, Role.ELECTED_OFFICIAL, LadderStep.StopsOn.KEPT);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        overdue(it, "RESOLVE", 30);
        ring(it);
        resident.atDesk(it, "/notes", "{\"text\":\"L’entreprise passe demain\"}");
        overdue(it, "RESOLVE", 90);
        ring(it);
        assertThat(steps(it)).containsExactly(1, 3);
    }

    @Test
    void ofTwoProcessesThatRingAtOnceEachAlarmRingsOnce() throws Exception {
        step(1, 0, Role.HEAD, LadderStep.StopsOn.KEPT);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        overdue(it, "RESOLVE", 30);
        try (ExecutorService both = Executors.newFixedThreadPool(8)) {
            Callable<Optional<java.time.Instant>> ring =
                    () -> CurrentJurisdiction.inside(city.jurisdiction(), () -> ringing.ring(it.id()));
            both.invokeAll(java.util.Collections.nCopies(16, ring))
                    .forEach(result -> assertThat(result.resultNow()).isNotNull());
        }
        assertThat(steps(it)).containsExactly(1);
        assertThat(told(it)).hasSize(1);
    }

    @Test
    void theTimerGoesOffByItselfAndNotBefore() throws Exception {
        step(1, 0, Role.HEAD, LadderStep.StopsOn.KEPT);
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        inside(() -> jdbc.sql("""
                        update request.deadline set starts_at = now() - interval '1 hour', due_at = now() + interval '3 seconds', warns_at = null,
                            warning_kind = null, warning_value = null
                        where request_id = :id and commitment = 'RESOLVE'
                        """).param("id", it.id()).update());
        resident.atDesk(it, "/notes", "{\"text\":\"vu\"}");
        assertThat(steps(it)).isEmpty();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> steps(it).equals(List.of(1)));

        assertThat(inside(() -> alarms.listRung(it.id())))
                .allSatisfy(rung -> assertThat(rung.rangAt()).isAfterOrEqualTo(rung.dueAt()));
    }

    private void step(int position, int minutesAfterDue, Role target, LadderStep.StopsOn stopsOn) {
        inside(() -> {
            ladders.add(new LadderStep(
                    Ids.next(),
                    Optional.empty(),
                    Commitment.RESOLVE,
                    position,
                    Duration.ofMinutes(minutesAfterDue),
                    target,
                    "Merci d’intervenir",
                    Optional.empty(),
                    0,
                    stopsOn));
            return true;
        });
    }

    /** So long ago did it fall due; when it began stays as it is, so that it is the same promise. */
    private void overdue(Resident.Case it, String commitment, int minutes) {
        inside(() -> jdbc.sql("""
                        update request.deadline
                        set starts_at = date_trunc('day', now()) - interval '40 days', due_at = now() - make_interval(mins => :minutes),
                            warns_at = null, warning_kind = null, warning_value = null
                        where request_id = :id and commitment = :commitment
                        """)
                .param("minutes", minutes)
                .param("id", it.id())
                .param("commitment", commitment)
                .update());
    }

    private void ring(Resident.Case it) {
        CurrentJurisdiction.inside(city.jurisdiction(), () -> ringing.ring(it.id()));
    }

    private List<Integer> steps(Resident.Case it) {
        return inside(() -> alarms.listRung(it.id())).stream()
                .filter(rung -> rung.key().kind() == Alarm.Kind.STEP)
                .map(rung -> rung.key().position())
                .toList();
    }

    private List<Message> told(Resident.Case it) {
        return inside(() -> messages.listByOccasion("escalation/" + it.id() + "/"));
    }

    private List<String> escalated(Resident.Case it) {
        return inside(() -> history.list(it.id())).stream()
                .filter(entry -> entry.kind() == HistoryEntry.Kind.ESCALATED)
                .map(entry -> String.valueOf(entry.staffText()))
                .toList();
    }

    private Optional<Integer> escalationStep(Resident.Case it) {
        return inside(() -> Optional.ofNullable(
                        jdbc.sql("select coalesce(escalation_step, 0) from request.request where request_id = :id")
                                .param("id", it.id())
                                .query(Integer.class)
                                .single()))
                .filter(step -> step > 0);
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }
}
