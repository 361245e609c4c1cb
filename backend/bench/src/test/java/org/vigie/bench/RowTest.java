package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void aRatioIsJudgedByBothLimits() {
        assertThat(Goal.T1_Z14.judge(0.95)).isEqualTo(Goal.Verdict.REACHED);
        assertThat(Goal.T1_Z14.judge(0.85)).isEqualTo(Goal.Verdict.HELD);
        assertThat(Goal.T1_Z14.judge(0.84)).isEqualTo(Goal.Verdict.BELOW);
        assertThat(Goal.T8.judge(250)).isEqualTo(Goal.Verdict.REACHED);
        assertThat(Goal.T8.judge(1000)).isEqualTo(Goal.Verdict.HELD);
        assertThat(Goal.T8.judge(1001)).isEqualTo(Goal.Verdict.BELOW);
    }

    @Test
    void whatIsNoNumberHoldsNothing() {
        assertThat(Goal.T1_Z14.judge(Double.NaN)).isEqualTo(Goal.Verdict.BELOW);
        assertThat(Goal.T8.judge(Double.NaN)).isEqualTo(Goal.Verdict.BELOW);
    }

    @Test
    void ratesAreSetAgainstEachOther() {
        Row row = Row.ofRates(Goal.T1_Z14, measured(90, 0), measured(100, 0));
        assertThat(row.value()).contains(0.9);
        assertThat(row.verdict()).isEqualTo("must");
        assertThat(row.isBelow()).isFalse();
    }

    @Test
    void answersThatFailAreNoAnswers() {
        Row row = Row.ofRates(Goal.T1_Z14, measured(1000, 3), measured(100, 0));
        assertThat(row.value()).isEmpty();
        assertThat(row.isBelow()).isTrue();
    }

    @Test
    void noisyRoundsJudgeNothing() {
        Measured noisy = new Measured("ours", List.of(), List.of(new Sample(1, 1, 1, 0, 0)));
        Row row = Row.ofRates(Goal.T1_Z14, noisy, measured(100, 0));
        assertThat(row.isBelow()).isFalse();
        assertThat(row.verdict()).isEqualTo("noisy, not judged (**below**)");
    }

    @Test
    void aPeerThatIsNotThereIsNeitherHeldNorBelow() {
        Row row = Row.absent(Goal.T6, "MapServer is not installed");
        assertThat(row.isBelow()).isFalse();
        assertThat(row.verdict()).isEqualTo("not measured");
    }

    private static Measured measured(double perSecond, long failed) {
        return new Measured("x", List.of(new Sample(perSecond, 1, 2, 0, failed)), List.of());
    }
}
