package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestStateTest {

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void everyStateLeadsSomewhereAndNeverToItself(RequestState state) {
        assertThat(state.next()).isNotEmpty().doesNotContain(state);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void onlyWhatHasEndedCanBeReopened(RequestState state) {
        assertThat(state.next().contains(RequestState.REOPENED)).isEqualTo(!state.isOpen());
    }
}
