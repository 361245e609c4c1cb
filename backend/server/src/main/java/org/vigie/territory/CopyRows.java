package org.vigie.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.vigie.geo.Ewkb;

/** Streams rows into a table of the running transaction with COPY. No other statement may run until it is closed. */
final class CopyRows implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final PGCopyOutputStream copy;
    private final StringBuilder line = new StringBuilder();

    CopyRows(DataSource dataSource, String target) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copy = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy into " + target, e);
        }
    }

    /** @param values text, numbers, geometries in EPSG:4326 or null */
    void row(@Nullable Object... values) {
        line.setLength(0);
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t");
            append(value);
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
            case Geometry shape -> line.append(HexFormat.of().formatHex(Ewkb.write(shape)));
            default ->
                value.toString().chars().forEach(c -> {
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
