package org.vigie.access.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;

/** Binds each transaction to the jurisdiction that is open, for its own length only. */
final class TenantTransactionManager extends JdbcTransactionManager {

    private static final String BIND = "select set_config('vigie.jurisdiction', ?, true)";

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
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

    private void bind(String jurisdictionId) {
        DataSource dataSource = Objects.requireNonNull(getDataSource());
        var holder =
                (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(dataSource));
        try (PreparedStatement bind = holder.getConnection().prepareStatement(BIND)) {
            bind.setString(1, jurisdictionId);
            bind.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("cannot bind the transaction to its jurisdiction", e);
        }
    }
}
