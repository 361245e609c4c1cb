package org.vigie.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What an import has written, taken out as it stands, so that COPY alone can bring it in again. */
final class ReadyRows {

    private final String columns;
    private final Path file = Settings.home().resolve("ready.bin");

    ReadyRows(Database database, String from) throws SQLException, IOException {
        this.columns = database.text(
                from,
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = 'request.request'::regclass"
                        + " and attnum > 0 and not attisdropped and attgenerated = ''");
        try (Connection connection = database.connect(from);
                OutputStream out = Files.newOutputStream(file)) {
            copying(connection)
                    .copyOut(
                            "copy (select " + columns
                                    + " from request.request where source = 'bench' order by received_at) to stdout binary",
                            out);
        }
    }

    /** Into the table as it is, with all its indexes, past its triggers. @return seconds */
    double intoLive(Database database, String name) throws SQLException, IOException {
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            long begun = System.nanoTime();
            copy(connection, "request.request");
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    /** Into a table without any index, which are then made. @return seconds */
    double intoFresh(Database database, String name) throws SQLException, IOException {
        List<String> indexes = database
                .rows(name, "select indexdef from pg_indexes where schemaname = 'request' and tablename = 'request'")
                .stream()
                .map(row -> row[0].replaceFirst("INDEX \\S+ ON request\\.request ", "INDEX ON bench.fresh "))
                .toList();
        database.execute(
                name,
                "create schema if not exists bench",
                "drop table if exists bench.fresh",
                "create table bench.fresh (like request.request including defaults including generated)");
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            copy(connection, "bench.fresh");
            for (String index : indexes) {
                statement.execute(index);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private void copy(Connection connection, String table) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            copying(connection).copyIn("copy " + table + " (" + columns + ") from stdin binary", in);
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
