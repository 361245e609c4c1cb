package org.vigie.access.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service works as vigie_app, the published map is read as map_reader, migrations run as the owner. Each kind of work gets its
 * own pool, so that a rush on tiles never keeps an intake waiting.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** Of one statement, or of one portion of a file that is written row by row; longer, and one reader would keep a connection from the others. */
    private static final int LONGEST_READING_SECONDS = 60;

    private static final int ASIDE = 2;

    @Bean
    @Primary
    DataSource serviceDataSource(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings, "vigie_app", settings.servicePassword());
        pool.setPoolName("service");
        pool.setMaximumPoolSize(settings.servicePool());
        return pool;
    }

    @Bean(defaultCandidate = false)
    DataSource readerDataSource(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings, "map_reader", settings.readerPassword());
        pool.setPoolName("map-reader");
        pool.setMaximumPoolSize(settings.readerPool());
        pool.setReadOnly(true);
        pool.setConnectionInitSql("set statement_timeout = '%ds'".formatted(LONGEST_READING_SECONDS));
        return pool;
    }

    /** For what is done in a short transaction of its own while another is open, which must never wait for one of those to end. */
    @Bean(defaultCandidate = false)
    DataSource asideDataSource(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings, "vigie_app", settings.servicePassword());
        pool.setPoolName("aside");
        pool.setMaximumPoolSize(ASIDE);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static HikariDataSource pool(DatabaseSettings settings, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(settings.url());
        pool.setUsername(user);
        pool.setPassword(password);
        pool.addDataSourceProperty("prepareThreshold", "3");
        pool.addDataSourceProperty("ApplicationName", "vigie");
        return pool;
    }

    @FlywayDataSource
    @Bean(defaultCandidate = false)
    DataSource ownerDataSource(DatabaseSettings settings) {
        return DataSourceBuilder.create()
                .type(SimpleDriverDataSource.class)
                .url(settings.url())
                .username(settings.user())
                .password(settings.password())
                .build();
    }

    @Bean
    FlywayMigrationStrategy migrationStrategy(DatabaseSettings settings) {
        return flyway -> {
            new DatabaseRoles(settings).ensure();
            flyway.migrate();
        };
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource serviceDataSource, Revisions revisions) {
        return new TenantTransactionManager(serviceDataSource, revisions::touched);
    }

    @Bean(defaultCandidate = false)
    PlatformTransactionManager readerTransactionManager(@Qualifier("readerDataSource") DataSource readerDataSource) {
        return new TenantTransactionManager(readerDataSource, nothing -> {});
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource serviceDataSource) {
        return JdbcClient.create(serviceDataSource);
    }

    /** For {@code map} and the doors only: sees the published views and nothing else. */
    @Bean(defaultCandidate = false)
    @Qualifier("mapReader")
    JdbcClient mapReader(@Qualifier("readerDataSource") DataSource readerDataSource) {
        return JdbcClient.create(readerDataSource);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("mapReader")
    TransactionTemplate mapReaderTransaction(
            @Qualifier("readerTransactionManager") PlatformTransactionManager readerTransactionManager) {
        TransactionTemplate readOnly = new TransactionTemplate(readerTransactionManager);
        readOnly.setReadOnly(true);
        return readOnly;
    }
}
