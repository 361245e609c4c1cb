package org.vigie.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.vigie.access.OnlyWhenServing;
import org.vigie.access.time.SimulatedClock;
import org.vigie.access.time.TimeSettings;

/**
 * Durable tasks (db-scheduler). A task is scheduled by the transaction of the change that needs it, in the service and in commands
 * alike; tasks are run by the service only (command.QuietBackground).
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    private static final Serializer SERIALIZER = new Jackson3Serializer();

    /** Said rather than detected: detection asks the database at start, which may be down for a moment. */
    private static final JdbcCustomization POSTGRESQL = new PostgreSqlJdbcCustomization(false, false);

    /** Tasks fall due by the time that everything else goes by. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** Whether a process is alive is a matter of the wall's clock; where time goes faster, its heart beats as much less often. */
    @Bean
    DbSchedulerCustomizer schedulerOnPostgreSql(DbSchedulerProperties properties, TimeSettings time) {
        if (time.simulated()) {
            properties.setMissedHeartbeatsLimit(
                    (int) Math.ceil(properties.getMissedHeartbeatsLimit() * Math.max(1, time.speed())));
        }
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(SERIALIZER);
            }

            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(POSTGRESQL);
            }
        };
    }

    /** Whoever puts the clock on need not wait for the next look. */
    @Bean
    @OnlyWhenServing
    SmartInitializingSingleton dueAtOnceWhenTheClockIsPutOn(Clock clock, Scheduler scheduler) {
        return () -> {
            if (clock instanceof SimulatedClock simulated) {
                simulated.whenSet(scheduler::triggerCheckForDueExecutions);
            }
        };
    }

    @Bean
    Serializer taskSerializer() {
        return SERIALIZER;
    }

    /** For those who schedule. Knows no task, so that a task may itself depend on somebody who schedules. */
    @Bean
    @Primary
    SchedulerClient schedulerClient(DataSource serviceDataSource, DbSchedulerProperties properties) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(serviceDataSource), List.of())
                .serializer(SERIALIZER)
                .jdbcCustomization(POSTGRESQL)
                .tableName(properties.getTableName())
                .build();
    }
}
