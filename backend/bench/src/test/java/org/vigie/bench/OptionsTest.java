package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsEveryGroupIsMeasuredOverAMillion() {
        Options options = Options.of();
        assertThat(options.groups()).containsExactly(Group.values());
        assertThat(options.size()).isEqualTo(Size.GREAT);
        assertThat(options.trial()).isFalse();
    }

    @Test
    void groupsAndFiguresMayStandInAnyOrder() {
        Options options = Options.of("--seconds", "2", "t", "--size", "10m", "F", "--rounds", "1");
        assertThat(options.groups()).containsExactly(Group.T, Group.F);
        assertThat(options.size()).isEqualTo(Size.GREATEST);
        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.length()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> Options.of("X"))
                .hasMessageContaining("there is no group X")
                .hasMessageContaining("T (tiles)");
        assertThatThrownBy(() -> Options.of("--size", "2m")).hasMessageContaining("100k, 1m or 10m");
        assertThatThrownBy(() -> Options.of("--seconds", "0")).hasMessageContaining("from 1 to 60");
        assertThatThrownBy(() -> Options.of("--rounds")).hasMessageContaining("--rounds needs a value");
    }

    @Test
    void everyGoalBelongsToAGroup() {
        for (Goal goal : Goal.values()) {
            assertThat(Group.named(goal.row.substring(0, 1)).goals()).contains(goal);
        }
    }
}
