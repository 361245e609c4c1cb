package org.vigie.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.access.time.SimulatedClock;
import org.vigie.testing.Resident;
import org.vigie.testing.SimulatedTimeTest;

/** What a hook is to be told is told at least once and in order, whoever is down meanwhile; time is simulated, receiver and restarts are not. */
@SimulatedTimeTest
@TestPropertySource(properties = {"vigie.outside.allow-http=true", "vigie.outside.allow-inner-addresses=true"})
class WebhookDeliveryTest extends HookedTown {

    @Autowired
    Clock clock;

    @Autowired
    DataSource dataSource;

    @Autowired
    DbSchedulerCustomizer customizer;

    @Autowired
    com.github.kagkarlsson.scheduler.Clock schedulerClock;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    Scheduler scheduler;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    private void pass(Duration time) {
        ((SimulatedClock) clock).putOn(clock.instant().plus(time));
    }

    /** Lets that much pass with each look. */
    private void awaitPassing(Duration each, Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    pass(each);
                    return condition.call();
                });
    }

    /** The same tasks in another process: on the same database, with a name of its own. */
    private Scheduler process(String name) {
        Scheduler started = Scheduler.create(
                        dataSource,
                        tasks.stream()
                                .filter(task -> task.getName().equals("send-webhook-event"))
                                .toList())
                .serializer(customizer.serializer().orElseThrow())
                .jdbcCustomization(customizer.jdbcCustomization().orElseThrow())
                .tableName("notification.scheduled_task")
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(schedulerClock)
                .pollingInterval(Duration.ofMillis(100))
                .threads(2)
                .build();
        started.start();
        return started;
    }

    private Resident.Case report() throws Exception {
        return resident.report(city, "nid-de-poule", "{}", "[]");
    }

    private void decide(Resident.Case it, String to) throws Exception {
        var answer = resident.atDesk(
                it, "/transitions", "{\"to\":\"" + to + "\",\"reason\":\"r\",\"publicText\":\"Vu par le service\"}");
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    private static Map<String, List<Integer>> sequences(List<Receiver.Delivery> deliveries) {
        return deliveries.stream()
                .collect(Collectors.groupingBy(
                        Receiver.Delivery::request,
                        Collectors.mapping(Receiver.Delivery::number, Collectors.toList())));
    }

    /** A repetition is allowed, a step back to what was never told is not. */
    private static void isInOrder(List<Integer> numbers) {
        int told = 0;
        for (int number : numbers) {
            assertThat(number).as(numbers.toString()).isLessThanOrEqualTo(told + 1);
            told = Math.max(told, number);
        }
    }

    @Test
    void whileTheReceiverIsDownForTenMinutesAndWeRestartNothingIsLostAndAllComesInOrderAndSigned() throws Exception {
        WebhookDesk.Made hook = desk.make(receiver.address(), "PUBLIC", ",\"kinds\":[\"CREATED\",\"STATE_CHANGED\"]");
        scheduler.pause();
        List<Resident.Case> cases = new ArrayList<>();
        Scheduler first = process("first");
        receiver.goDown();
        for (int n = 0; n < 5; n++) {
            cases.add(report());
        }
        for (int minute = 0; minute < 5; minute++) {
            pass(Duration.ofMinutes(1));
            Thread.sleep(300);
        }
        first.stop();
        for (Resident.Case each : cases) {
            decide(each, "IN_PROGRESS");
        }
        Scheduler second = process("second");
        for (int minute = 0; minute < 5; minute++) {
            pass(Duration.ofMinutes(1));
            Thread.sleep(300);
        }
        assertThat(receiver.all()).isEmpty();
        assertThat(desk.<Integer>standing("waiting")).isEqualTo(10);
        second.stop();

        // The first that comes is heard, and cut off before it is answered.
        receiver.answer(body -> receiver.all().isEmpty() ? Receiver.CUT : 204);
        receiver.comeUp();
        for (Resident.Case each : cases) {
            decide(each, "RESOLVED");
        }
        Scheduler third = process("third");
        try {
            awaitPassing(Duration.ofSeconds(20), () -> desk.<Integer>standing("waiting") == 0);
        } finally {
            third.stop();
        }

        List<Receiver.Delivery> all = receiver.all();
        assertThat(all).allMatch(delivery -> Receiver.isSigned(delivery, hook.secret()));
        assertThat(all)
                .allMatch(delivery ->
                        delivery.eventId().equals(delivery.body().get("id").asString())
                                && delivery.sequence().equals(String.valueOf(delivery.number())));
        Map<String, List<Integer>> taken = sequences(receiver.taken());
        assertThat(taken).hasSize(5);
        assertThat(taken.values()).allSatisfy(numbers -> {
            assertThat(numbers).contains(1, 2, 3);
            isInOrder(numbers);
        });
        assertThat(all).as("one was cut off and came again").hasSizeGreaterThan(15);
        assertThat(desk.<Integer>standing("taken")).isEqualTo(15);
    }

    @Test
    void whatIsRefusedHoldsBackItsOwnRequestAloneBecomesADeadLetterAndIsSentAgainFromTheDesk() throws Exception {
        WebhookDesk.Made hook = desk.make(receiver.address(), "PUBLIC", ",\"kinds\":[\"CREATED\",\"STATE_CHANGED\"]");
        Resident.Case bad = report();
        receiver.answer(body -> body.get("requestId").asString().equals(bad.id().toString()) ? 500 : 204);
        awaitPassing(Duration.ofSeconds(1), () -> !receiver.all().isEmpty());
        decide(bad, "IN_PROGRESS");
        Resident.Case good = report();
        awaitPassing(
                Duration.ofSeconds(5),
                () -> receiver.taken().stream()
                        .anyMatch(
                                delivery -> delivery.request().equals(good.id().toString())));
        awaitPassing(Duration.ofMinutes(40), () -> desk.<Integer>standing("givenUp") == 2);

        var letters = desk.read("/" + hook.id() + "/dead-letters");
        assertThat(letters.<List<Integer>>at("$.items[*].sequence")).containsExactly(1, 2);
        assertThat(letters.<String>at("$.items[0].lastError")).isEqualTo("HTTP 500");
        receiver.answer(body -> 200);
        desk.act("/" + hook.id() + "/resume", "");
        assertThat(desk.act("/" + hook.id() + "/replay", "{}").<Integer>at("$.sentAgain"))
                .isEqualTo(2);
        awaitPassing(Duration.ofSeconds(1), () -> desk.<Integer>standing("waiting") == 0);

        assertThat(sequences(receiver.taken()).get(bad.id().toString())).containsExactly(1, 2);
        assertThat(desk.<Integer>standing("givenUp")).isZero();
        assertThat(desk.act("/" + hook.id() + "/replay", "{\"eventId\":\"" + hook.id() + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHookThatFailsForSixHoursIsPausedSaysSoAndGoesOnWhenItIsResumed() throws Exception {
        WebhookDesk.Made hook = desk.make(receiver.address(), "PUBLIC", "");
        receiver.goDown();
        report();
        awaitPassing(Duration.ofMinutes(20), () -> desk.read("").text().contains("pausedAt"));
        assertThat(desk.<String>standing("lastError")).contains("refused");
        int heard = receiver.all().size();
        receiver.comeUp();
        pass(Duration.ofMinutes(1));
        Thread.sleep(2_000);
        assertThat(receiver.all()).hasSize(heard);

        assertThat(desk.act("/" + hook.id() + "/resume", "").status()).isEqualTo(204);
        awaitPassing(Duration.ofSeconds(1), () -> desk.<Integer>standing("waiting") == 0);
        assertThat(receiver.taken()).isNotEmpty();
        assertThat(desk.read("").text()).doesNotContain("pausedAt", "failingSince");
    }

    @Test
    void aTrialIsSignedAndTellsWhatCameOfItAndNoRedirectIsFollowed() throws Exception {
        WebhookDesk.Made hook = desk.make(receiver.address(), "PUBLIC", "");
        assertThat(desk.act("/" + hook.id() + "/trial", "").<Boolean>at("$.taken"))
                .isTrue();
        assertThat(Receiver.isSigned(receiver.all().getFirst(), hook.secret())).isTrue();
        assertThat(Receiver.isSigned(receiver.all().getFirst(), hook.secret() + "x"))
                .isFalse();
        receiver.answer(body -> 302);
        assertThat(desk.act("/" + hook.id() + "/trial", "").<String>at("$.error"))
                .isEqualTo("HTTP 302");
        assertThat(receiver.all()).hasSize(2);
        String renewed =
                desk.act("/" + hook.id() + "/secret", "{\"reason\":\"\"}").at("$.secret");
        desk.act("/" + hook.id() + "/trial", "");
        assertThat(Receiver.isSigned(receiver.all().getLast(), renewed)).isTrue();
        assertThat(Receiver.isSigned(receiver.all().getLast(), hook.secret())).isFalse();
    }
}
