package org.vigie.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.database.CopyRows;
import org.vigie.access.database.FilledTables;

/**
 * Writes many rows of one tenant table at once. PostgreSQL copies into no table under row-level security, so the rows go to a
 * temporary table of the same columns and from there, in one statement, to where they belong.
 */
@Component
class Rows {

    private static final int MANY = 1_000;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final FilledTables filled;

    Rows(DataSource dataSource, JdbcClient jdbc, FilledTables filled) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.filled = filled;
    }

    /** One row: text, numbers, enums, instants, ids, bytes, geometries in EPSG:4326, and an empty {@link Optional} for null. */
    interface Sink {
        void row(Object... values);
    }

    /**
     * Adds rows to the jurisdiction that is open.
     *
     * @param columns comma-separated, without jurisdiction_id, in the order of each row's values
     * @return how many rows were added
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int add(String table, String columns, Consumer<Sink> source) {
        jdbc.sql("create temporary table staged_rows as select %s from %s limit 0".formatted(columns, table))
                .update();
        try (CopyRows rows = new CopyRows(dataSource, "staged_rows")) {
            source.accept(rows::row);
        }
        int added = jdbc.sql(
                        "insert into %1$s (jurisdiction_id, %2$s) select access.current_jurisdiction(), %2$s from staged_rows"
                                .formatted(table, columns))
                .update();
        jdbc.sql("drop table staged_rows").update();
        if (added >= MANY) {
            filled.lookAt(List.of(table));
        }
        return added;
    }
}
