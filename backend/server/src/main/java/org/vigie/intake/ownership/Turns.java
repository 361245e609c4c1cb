package org.vigie.intake.ownership;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.Priority;

/**
 * Deals out what comes in one by one, by the loads of the database and by what this process has dealt out since, which the database tells
 * only once it has committed: those who report at once wait for nobody, and count what the others took all the same. Another process
 * counts it a moment later.
 */
@Component
public class Turns {

    private final Owners owners;
    private final ConcurrentMap<UUID, Book> books = new ConcurrentHashMap<>();

    Turns(Owners owners) {
        this.owners = owners;
    }

    /** Who follows a request that this transaction stores; empty when nobody works here who could. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OwnerCandidate> next(Priority priority, Instant at) {
        Book book = books.computeIfAbsent(CurrentJurisdiction.get().id(), id -> new Book());
        Map<UUID, Integer> told = book.told();
        List<OwnerCandidate> candidates = owners.list(at);
        Optional<OwnerCandidate> owner = book.deal(candidates, told, priority);
        owner.ifPresent(who ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        book.end(who.accountId(), priority);
                    }
                }));
        return owner;
    }

    /** What was dealt out to each account here since the start, and of that what has ended: the database tells it, or it was taken back. */
    private static final class Book {

        private final ReentrantLock writing = new ReentrantLock();
        private final Map<UUID, Integer> dealt = new HashMap<>();
        private final Map<UUID, Integer> ended = new HashMap<>();

        /** To be asked before the database is: what ends meanwhile counts twice rather than not at all. */
        Map<UUID, Integer> told() {
            writing.lock();
            try {
                return Map.copyOf(ended);
            } finally {
                writing.unlock();
            }
        }

        Optional<OwnerCandidate> deal(List<OwnerCandidate> candidates, Map<UUID, Integer> told, Priority priority) {
            writing.lock();
            try {
                OwnerDeal deal = new OwnerDeal(candidates.stream()
                        .map(candidate -> candidate.withMore(dealt.getOrDefault(candidate.accountId(), 0)
                                - told.getOrDefault(candidate.accountId(), 0)))
                        .toList());
                Optional<OwnerCandidate> owner = deal.next(priority);
                owner.ifPresent(who -> dealt.merge(who.accountId(), OwnerCandidate.weight(priority), Integer::sum));
                return owner;
            } finally {
                writing.unlock();
            }
        }

        void end(UUID accountId, Priority priority) {
            writing.lock();
            try {
                ended.merge(accountId, OwnerCandidate.weight(priority), Integer::sum);
            } finally {
                writing.unlock();
            }
        }
    }
}
