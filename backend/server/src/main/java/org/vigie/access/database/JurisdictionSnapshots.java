package org.vigie.access.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what keeps values of jurisdictions in memory. */
@Component
public class JurisdictionSnapshots {

    private final Revisions revisions;
    private final TransactionTemplate transaction;

    JurisdictionSnapshots(Revisions revisions, TransactionTemplate transaction) {
        this.revisions = revisions;
        this.transaction = transaction;
    }

    /**
     * @param subject of {@code access.revision}, which the tables' triggers name
     * @param reader called inside a transaction; what it returns must be immutable
     */
    public <T> JurisdictionSnapshot<T> of(String subject, Supplier<T> reader) {
        return new JurisdictionSnapshot<>(subject, reader, revisions, transaction);
    }
}
