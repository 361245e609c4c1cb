package org.vigie.access.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;

/** Binds each transaction to the jurisdiction that is open, for its own length only, and tells when one that committed touched what is kept in memory. */
final class TenantTransactionManager extends JdbcTransactionManager {

    private static final String BIND = "select set_config('vigie.jurisdiction', ?, true)";

    private final Consumer<UUID> touched;

    /** @param touched told of each jurisdiction in which something was */
    TenantTransactionManager(DataSource dataSource, Consumer<UUID> touched) {
        super(dataSource);
        this.touched = touched;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            CurrentJurisdiction.find().ifPresent(open -> bind(open.id().toString()));
        } catch (RuntimeException e) {
            // Begun but unusable: the connection must not stay on this thread.
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    /** The mark goes with the transaction: where there is another one afterwards, there was one of a touch before. */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (status.isReadOnly()) {
            super.doCommit(status);
            return;
        }
        String before = TouchMark.of(connection());
        super.doCommit(status);
        if (!before.equals(TouchMark.of(connection()))) {
            CurrentJurisdiction.find().ifPresent(open -> touched.accept(open.id()));
        }
    }

    private Connection connection() {
        DataSource dataSource = Objects.requireNonNull(getDataSource());
        var holder =
                (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(dataSource));
        return holder.getConnection();
    }

    private void bind(String jurisdictionId) {
        try (PreparedStatement bind = connection().prepareStatement(BIND)) {
            bind.setString(1, jurisdictionId);
            bind.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("cannot bind the transaction to its jurisdiction", e);
        }
    }
}
