package org.vigie.access.time;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.database.DirectConnections;

/** Which clock it is. A database that once lived in a time of its own never comes back to the wall's: what it holds has not happened yet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.class)
class TimeConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Clock clock(TimeSettings settings, JdbcClient jdbc, DirectConnections connections) {
        if (settings.simulated()) {
            return SimulatedClock.start(settings.speed(), jdbc, connections);
        }
        if (jdbc.sql("select exists (select from access.simulated_time)")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException(
                    "this database lives in simulated time. Start with VIGIE_SIMULATED_TIME=true, or use another database.");
        }
        return Clock.systemUTC();
    }
}
