package org.vigie.access.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells, without asking the database, whether the running transaction has touched anything that is kept in memory: the trigger
 * {@code access.touch} marks the connection until the transaction ends, and PostgreSQL sends the mark with its answer.
 */
final class TouchMark {

    private TouchMark() {}

    /** Another one after each touch. */
    static String of(DataSource dataSource) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return of(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    static String of(Connection connection) {
        try {
            return String.valueOf(connection.unwrap(PGConnection.class).getParameterStatus("application_name"));
        } catch (SQLException e) {
            throw new TransactionSystemException("cannot tell what the transaction has touched", e);
        }
    }
}
