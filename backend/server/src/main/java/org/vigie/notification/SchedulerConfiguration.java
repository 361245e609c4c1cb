package org.vigie.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Durable tasks (db-scheduler). A task is scheduled by the transaction of the change that needs it, in the service and in commands
 * alike; tasks are run by the service only (command.QuietBackground).
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    private static final Serializer SERIALIZER = new Jackson3Serializer();

    /** Said rather than detected: detection asks the database at start, which may be down for a moment. */
    private static final JdbcCustomization POSTGRESQL = new PostgreSqlJdbcCustomization(false, false);

    @Bean
    DbSchedulerCustomizer schedulerOnPostgreSql() {
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
