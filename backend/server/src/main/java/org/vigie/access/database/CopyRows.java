package org.vigie.access.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.vigie.geo.Ewkb;

/**
 * Streams rows into a table of the running transaction with COPY. No other statement may run until it is closed. PostgreSQL copies into
 * no table under row-level security: copy into a temporary one, and insert from there.
 */
public final class CopyRows implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final PGCopyOutputStream copy;
    private final StringBuilder line = new StringBuilder();

    /** @param target a table, with its columns in parentheses when not all are given */
    public CopyRows(DataSource dataSource, String target) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copy = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy into " + target, e);
        }
    }

    /** @param values text, numbers, enums, instants, ids, bytes, geometries in EPSG:4326; null or an empty {@link Optional} for null */
    public void row(@Nullable Object... values) {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        line.append('\n');
        try {
            copy.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case Optional<?> maybe -> append(maybe.orElse(null));
            case Geometry shape -> line.append(HexFormat.of().formatHex(Ewkb.write(shape)));
            case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default -> appendText(value.toString());
        }
    }

    private void appendText(String text) {
        text.chars().forEach(c -> {
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // PostgreSQL's text cannot hold it.
                case 0 -> line.append('\uFFFD');
                default -> line.append((char) c);
            }
        });
    }

    /** Ends the copy, also after a failure: the connection must be free for the rollback. */
    @Override
    public void close() {
        try {
            copy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
