package org.vigie.access.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes the roles and extensions that the first migration stands on. Runs as the owner before every migration and changes
 * nothing that is already so.
 */
final class DatabaseRoles {

    private static final List<String> EXTENSIONS = List.of("postgis", "pg_trgm", "unaccent", "btree_gist");
    /** One process at a time makes roles: they belong to the whole cluster, and PostgreSQL has no CREATE ROLE IF NOT EXISTS. */
    private static final long ROLES_LOCK = 0x7669676965L;

    private final DatabaseSettings settings;

    DatabaseRoles(DatabaseSettings settings) {
        this.settings = settings;
    }

    void ensure() {
        try (Connection owner = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            owner.setAutoCommit(false);
            execute(owner, "select pg_advisory_xact_lock(" + ROLES_LOCK + ")");
            for (String extension : EXTENSIONS) {
                execute(owner, "create extension if not exists " + extension);
            }
            ensureRole(owner, "map_publisher", null);
            ensureRole(owner, "vigie_app", settings.servicePassword());
            ensureRole(owner, "map_reader", settings.readerPassword());
            execute(owner, "grant map_publisher to current_user");
            owner.commit();
        } catch (SQLException e) {
            throw new DatabaseNotReady(settings, e);
        }
    }

    private static void ensureRole(Connection owner, String role, @org.jspecify.annotations.Nullable String password)
            throws SQLException {
        if (!exists(owner, role)) {
            execute(owner, "create role " + role + " nosuperuser nocreatedb nocreaterole nobypassrls");
        }
        if (password != null) {
            execute(owner, "alter role " + role + " login password " + literal(owner, password));
        }
    }

    private static boolean exists(Connection owner, String role) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** ALTER ROLE takes no parameters: the server quotes the value for us. */
    private static String literal(Connection owner, String value) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("select quote_literal(?)")) {
            query.setString(1, value);
            try (ResultSet quoted = query.executeQuery()) {
                quoted.next();
                return quoted.getString(1);
            }
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database cannot be reached or its owner may not do what a first start needs. */
    static final class DatabaseNotReady extends IllegalStateException {
        DatabaseNotReady(DatabaseSettings settings, SQLException cause) {
            super(
                    "cannot prepare %s as %s: %s. The user must own the database, may create roles, and PostGIS must be installed there."
                            .formatted(settings.url(), settings.user(), cause.getMessage()),
                    cause);
        }
    }
}
