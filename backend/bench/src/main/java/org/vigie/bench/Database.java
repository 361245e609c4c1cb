package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The measurements' own cluster, which {@code vigie} started, as its superuser. */
final class Database {

    static final String USER = "vigie_bench";

    private final int port;
    private final String sockets;
    private final String password;

    Database() {
        this.port = Integer.parseInt(Settings.of("POSTGRES_PORT"));
        this.sockets = Settings.of("POSTGRES_SOCKETS");
        this.password = Settings.of("POSTGRES_PASSWORD");
    }

    int port() {
        return port;
    }

    String sockets() {
        return sockets;
    }

    String password() {
        return password;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", USER);
        properties.put("password", password);
        properties.put("prepareThreshold", "1");
        return DriverManager.getConnection(url(database), properties);
    }

    /** What programs of PostgreSQL's own need to come in by the socket, which is nearer than TCP. */
    Map<String, String> environment(String database, String options) {
        return Map.of(
                "PGHOST",
                sockets,
                "PGPORT",
                "" + port,
                "PGUSER",
                USER,
                "PGPASSWORD",
                password,
                "PGDATABASE",
                database,
                "PGOPTIONS",
                options);
    }

    boolean exists(String database) {
        return !text(
                        "postgres",
                        "select coalesce((select '' || oid from pg_database where datname = '" + database + "'), '')")
                .isEmpty();
    }

    void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    String text(String database, String sql) {
        return rows(database, sql).getFirst()[0];
    }

    List<String[]> rows(String database, String sql) {
        List<String[]> all = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getString(i + 1);
                }
                all.add(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return all;
    }

    Path program(String name) throws IOException {
        return Path.of(Settings.of("POSTGRES_PROGRAMS"), name);
    }
}
