package org.vigie.features;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** As whom a layer is read: what everybody sees as {@code map_reader}, who can reach nothing else, and staff's as the service. */
@Component
class LayerDatabase {

    private final JdbcClient reader;
    private final TransactionTemplate reading;
    private final JdbcClient service;
    private final TransactionTemplate serving;

    LayerDatabase(
            @Qualifier("mapReader") JdbcClient reader,
            @Qualifier("mapReader") TransactionTemplate reading,
            JdbcClient service,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.reading = reading;
        this.service = service;
        this.serving = new TransactionTemplate(transactions);
        this.serving.setReadOnly(true);
    }

    <T> @Nullable T read(PublishedLayer layer, Function<JdbcClient, T> work) {
        return layer.isForStaff()
                ? serving.execute(status -> work.apply(service))
                : reading.execute(status -> work.apply(reader));
    }
}
