package org.vigie.request;

import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;

/**
 * Numbers that people read, one series a jurisdiction and year: 2026-004217. Nobody waits for whoever has one: a number of which nothing
 * came goes to the next who asks, so that there is no gap in the end, but one that is younger may come before it.
 */
@Repository
public class RequestNumbers {

    private final NumberDraws draws;

    RequestNumbers(NumberDraws draws) {
        this.draws = draws;
    }

    /** The next of a year; given back when this transaction is rolled back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(int year) {
        return next(year, 1).getFirst();
    }

    /** As {@link #next(int)}, of as many as are wanted, in ascending order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Integer> next(int year, int count) {
        NumberDraws.Series series =
                new NumberDraws.Series(CurrentJurisdiction.get().id(), year);
        List<Integer> numbers = draws.draw(series, count);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // Of what nobody knows whether it has committed nothing is given back: it is looked for later.
                if (status == STATUS_ROLLED_BACK) {
                    draws.giveBack(series, numbers);
                }
            }
        });
        return numbers;
    }

    public static String format(int year, int number) {
        return "%d-%06d".formatted(year, number);
    }
}
