package org.vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.geo.Ewkb;

/**
 * Writes many rows of one tenant table at once. PostgreSQL copies into no table under row-level security, so the rows go to a
 * temporary table of the same columns and from there, in one statement, to where they belong.
 */
@Component
class Rows {

    private static final int BUFFER = 1 << 18;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    Rows(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
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
        copy(source);
        int added = jdbc.sql(
                        "insert into %1$s (jurisdiction_id, %2$s) select access.current_jurisdiction(), %2$s from staged_rows"
                                .formatted(table, columns))
                .update();
        jdbc.sql("drop table staged_rows").update();
        return added;
    }

    private void copy(Consumer<Sink> source) {
        try (PGCopyOutputStream copy = new PGCopyOutputStream(
                DataSourceUtils.getConnection(dataSource).unwrap(PGConnection.class),
                "copy staged_rows from stdin",
                BUFFER)) {
            source.accept(values -> write(copy, values));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy rows", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PGCopyOutputStream copy, Object... values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : "\t");
            append(line, values[i]);
        }
        line.append('\n');
        try {
            copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder line, Object value) {
        switch (value) {
            case Optional<?> maybe -> maybe.ifPresentOrElse(some -> append(line, some), () -> line.append("\\N"));
            case Geometry shape -> line.append(HexFormat.of().formatHex(Ewkb.write(shape)));
            case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default ->
                line.append(value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"));
        }
    }
}
