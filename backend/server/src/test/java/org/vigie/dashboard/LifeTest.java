package org.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.catalogue.Commitment;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.Channel;
import org.vigie.request.HistoryEntry.Kind;
import org.vigie.request.RequestState;

class LifeTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theTimesInEachStateAddUpToTheAgeAlsoOfAReopenedOne() {
        Life life = life(
                step(0, Kind.RECEIVED, RequestState.RECEIVED, false),
                step(2, Kind.ASSIGNED, RequestState.ASSIGNED, true),
                step(5, Kind.RESOLVED, RequestState.RESOLVED, true),
                step(6, Kind.CLOSED, RequestState.CLOSED, false),
                step(9, Kind.REOPENED, RequestState.REOPENED, true),
                step(11, Kind.REJECTED, RequestState.REJECTED, true));

        assertThat(life.timeInStates(hour(50)))
                .isEqualTo(Map.of(
                        RequestState.RECEIVED, Duration.ofHours(2),
                        RequestState.ASSIGNED, Duration.ofHours(3),
                        RequestState.RESOLVED, Duration.ofHours(1),
                        RequestState.CLOSED, Duration.ofHours(3),
                        RequestState.REOPENED, Duration.ofHours(2)));
        assertThat(life.age(hour(50))).isEqualTo(Duration.ofHours(11));
        assertThat(life.settledAt()).contains(hour(11));
    }

    @Test
    void isSettledWhenItsWorkEndedAndNotWhenItIsFiledAway() {
        assertThat(life(
                                step(0, Kind.RECEIVED, RequestState.RECEIVED, false),
                                step(5, Kind.RESOLVED, RequestState.RESOLVED, true),
                                step(200, Kind.CLOSED, RequestState.CLOSED, false))
                        .settledAt())
                .contains(hour(5));
    }

    @Test
    void isNotSettledOnceItIsReopened() {
        Life life = life(
                step(0, Kind.RECEIVED, RequestState.RECEIVED, false),
                step(5, Kind.RESOLVED, RequestState.RESOLVED, true),
                step(8, Kind.REOPENED, RequestState.REOPENED, true));
        assertThat(life.settledAt()).isEmpty();
        assertThat(life.reopened(hour(8))).isEqualTo(1);
        assertThat(life.reopened(hour(9))).isZero();
    }

    @Test
    void whatAnotherSystemBroughtInAsDoneTellsNoTime() {
        assertThat(life(step(0, Kind.IMPORTED, RequestState.CLOSED, false)).settledAt())
                .isEmpty();
    }

    @Test
    void theFirstActionIsThatOfAPersonAfterTheReceipt() {
        assertThat(life(
                                step(0, Kind.RECEIVED, RequestState.RECEIVED, true),
                                step(0, Kind.ASSIGNED, null, true),
                                step(1, Kind.ACKNOWLEDGED, null, true),
                                step(2, Kind.ESCALATED, null, false),
                                step(3, Kind.NOTE, null, true))
                        .firstActionAt())
                .contains(hour(3));
    }

    @Test
    void aPromiseIsDecidedFromTheMomentOnAtWhichItWasDue() {
        Life.Pledge due = pledge(hour(10), null, false);
        assertThat(due.isDecided(hour(10), hour(11))).isTrue();
        assertThat(due.isDecided(hour(5), hour(10))).isFalse();
        assertThat(due.isDecided(hour(11), hour(20))).isFalse();
        assertThat(pledge(hour(10), null, true).isDecided(hour(0), hour(20))).isFalse();
    }

    @Test
    void aPromiseIsKeptUpToTheVeryMomentAtWhichItIsDue() {
        assertThat(pledge(hour(10), hour(10), false).isKept()).isTrue();
        assertThat(pledge(hour(10), hour(10).plusNanos(1000), false).isKept()).isFalse();
        assertThat(pledge(hour(10), null, false).isKept()).isFalse();
    }

    @Test
    void medianAndNinetiethAreOfTheNearestRank() {
        assertThat(Spread.of(List.of(4L, 1L, 3L, 2L), List.of())).isEqualTo(new Spread(4, 2L, 4L, null, null));
        assertThat(Spread.of(List.of(), List.of())).isEqualTo(new Spread(0, null, null, null, null));
    }

    @Test
    void wordsThatASpreadsheetWouldRunAreMadeWords() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
            assertThat(ReviewCsv.safe(formula)).isEqualTo("'" + formula);
        }
        assertThat(ReviewCsv.safe("Nid-de-poule")).isEqualTo("Nid-de-poule");
        assertThat(ReviewCsv.safe("")).isEmpty();
    }

    private static Instant hour(int hours) {
        return RECEIVED.plus(Duration.ofHours(hours));
    }

    private static Life.Step step(int hours, Kind kind, @Nullable RequestState to, boolean byStaff) {
        return new Life.Step(hour(hours), kind, to, byStaff);
    }

    private static Life.Pledge pledge(Instant due, @Nullable Instant met, boolean isPaused) {
        return new Life.Pledge(Commitment.RESOLVE, due, Optional.ofNullable(met), Optional.empty(), isPaused);
    }

    private static Life life(Life.Step... steps) {
        return new Life(
                RequestKind.INCIDENT, Channel.WEB, Map.of(), false, RECEIVED, List.of(steps), List.of(), List.of());
    }
}
