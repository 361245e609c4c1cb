package org.vigie.access.time;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.database.DirectConnections;
import org.vigie.testing.SimulatedTimeTest;

@SimulatedTimeTest
class ClockChoiceTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DirectConnections connections;

    @Test
    void aServiceInRealTimeRefusesADatabaseThatLivesInSimulatedTime() {
        assertThatThrownBy(() -> new TimeConfiguration().clock(new TimeSettings(false, 1), jdbc, connections))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VIGIE_SIMULATED_TIME=true");
    }
}
