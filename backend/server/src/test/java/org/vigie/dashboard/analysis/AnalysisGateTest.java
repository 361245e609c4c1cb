package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Refusal;
import org.vigie.testing.ServiceTest;

@ServiceTest
class AnalysisGateTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneThatTakesTooLongIsGivenUpAndItsPlaceIsFreeAgain() {
        AnalysisGate gate = gate(Duration.ZERO, Duration.ofMillis(50));
        for (int i = 0; i < 3; i++) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> gate.run(() -> sleep(10)));
            assertThat(refusal.name()).isEqualTo("analysis-too-long");
        }
        assertThat(gate.run(() -> "done")).isEqualTo("done");
    }

    @Test
    void whoComesWhileAsManyRunAsMayIsToldToComeAgain() throws Exception {
        AnalysisGate gate = gate(Duration.ofMillis(50), Duration.ofSeconds(30));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> gate.run(() -> {
                    begun.countDown();
                    awaitQuietly(end);
                    return "done";
                }));
        begun.await();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> gate.run(() -> "never"));
        assertThat(refusal.name()).isEqualTo("analyses-busy");
        end.countDown();
        first.join();
        assertThat(gate.run(() -> "done")).isEqualTo("done");
    }

    private AnalysisGate gate(Duration patience, Duration longest) {
        return new AnalysisGate(jdbc, transaction, new AnalysisGate.Limits(1, patience, longest));
    }

    private String sleep(int seconds) {
        return jdbc.sql("select pg_sleep(:seconds)::text")
                .param("seconds", seconds)
                .query(String.class)
                .single();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
