package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.access.Refusal;

class IntakeGateTest {

    private static final String ANY = "taken";

    @Test
    void neverLetsMoreInThanItHasPlacesAndEverybodyInTheEnd() throws Exception {
        IntakeGate gate = new IntakeGate(new IntakeSettings(3, Duration.ofMinutes(1)));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();

        try (ExecutorService public_ = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100)
                    .forEach(i -> public_.submit(() -> gate.pass(() -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        taken.incrementAndGet();
                        return ANY;
                    })));
        }

        assertThat(most.get()).isBetween(1, 3);
        assertThat(taken).hasValue(100);
    }

    @Test
    void tellsWhoHasWaitedTooLongToSendAgainAndLetsThemInThen() throws Exception {
        IntakeGate gate = new IntakeGate(new IntakeSettings(1, Duration.ofMillis(20)));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);

        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<?> long_ = others.submit(() -> gate.pass(() -> {
                entered.countDown();
                await(leave);
                return ANY;
            }));
            await(entered);

            assertThatThrownBy(() -> gate.pass(() -> ANY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FULL);
                assertThat(refusal.values()).first().isEqualTo(5);
            });
            leave.countDown();
            long_.get();
        }

        gate.pass(() -> ANY);
    }

    @Test
    void aPlaceIsFreeAgainAfterAReportThatWasRefused() {
        IntakeGate gate = new IntakeGate(new IntakeSettings(1, Duration.ofMillis(1)));

        assertThatThrownBy(() -> gate.pass(() -> {
                    throw Refusal.invalid("unknown-category", "none");
                }))
                .hasMessageContaining("unknown-category");

        gate.pass(() -> ANY);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
