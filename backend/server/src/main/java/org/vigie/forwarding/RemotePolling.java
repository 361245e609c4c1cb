package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.forwarding.RemoteServers.Line;

/** Asks one system what became of the requests that it has: its updates where it tells any, and the requests themselves, in batches. */
@Component
class RemotePolling {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("follow-forwarded-requests", Order.class);

    private static final int MOST_BATCHES = 25;
    private static final Duration LONGEST_SPAN = Duration.ofDays(89);
    /** What was written there while we asked, and what their clock is behind. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    /** So many at once may be the oldest of more. */
    private static final int A_FULL_LIST = 1_000;

    /** Whom to ask, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID organisationId) {}

    private final JurisdictionDirectory jurisdictions;
    private final Connections connections;
    private final RemoteKeys keys;
    private final ConnectionHealths healths;
    private final Forwardings forwardings;
    private final RemoteServers servers;
    private final RemoteHearing hearing;
    private final ForwardingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RemotePolling(
            JurisdictionDirectory jurisdictions,
            Connections connections,
            RemoteKeys keys,
            ConnectionHealths healths,
            Forwardings forwardings,
            RemoteServers servers,
            RemoteHearing hearing,
            ForwardingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.connections = connections;
        this.keys = keys;
        this.healths = healths;
        this.forwardings = forwardings;
        this.servers = servers;
        this.hearing = hearing;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to ask again; empty when the connection is off or no more */
    Optional<Instant> follow(Order order) {
        return jurisdictions
                .find(order.jurisdictionId())
                .flatMap(
                        jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> follow(order.organisationId())));
    }

    private Optional<Instant> follow(UUID id) {
        Optional<Connection> connection =
                inTransaction(() -> connections.find(id)).filter(Connection::isOn);
        if (connection.isEmpty()) {
            return Optional.empty();
        }
        Line line = new Line(connection.get(), inTransaction(() -> keys.find(id)));
        Health health = inTransaction(() -> healths.get(id));
        Instant began = clock.instant();
        List<Forwarding> theirs = inTransaction(() -> {
            forwardings.finish(id, began.minus(settings.lookAfterEnd()));
            return forwardings.listFollowed(id, settings.batch() * MOST_BATCHES);
        });
        if (theirs.isEmpty()) {
            return Optional.of(began.plus(settings.pollEvery()));
        }
        try {
            boolean speaksUpdates = hearUpdates(line, health, theirs, began);
            askForRequests(line, theirs, speaksUpdates);
            transaction.executeWithoutResult(status -> healths.answered(id, clock.instant()));
            return Optional.of(clock.instant().plus(settings.pollEvery()));
        } catch (RemoteFault fault) {
            Instant now = clock.instant();
            transaction.executeWithoutResult(status -> healths.failed(id, fault.told(), now, null));
            return Optional.of(now.plus(pause(health, now)));
        }
    }

    /** @return whether that side tells updates */
    private boolean hearUpdates(Line line, Health health, List<Forwarding> theirs, Instant now) throws RemoteFault {
        UUID id = line.connection().organisationId();
        if (health.speaksUpdates().equals(Optional.of(false))) {
            return false;
        }
        Instant since = since(health, theirs, now);
        Optional<List<Map<String, String>>> records = updates(line, since);
        transaction.executeWithoutResult(status -> healths.speaksUpdates(id, records.isPresent()));
        if (records.isEmpty()) {
            return false;
        }
        List<Word> words = records.get().stream().map(Word::ofUpdate).toList();
        for (Word word : words) {
            Optional<UUID> ours =
                    word.updateId().filter(update -> !update.isEmpty()).isEmpty()
                            ? Optional.empty()
                            : inTransaction(() -> forwardings.findFollowed(id, word.remoteId()));
            ours.ifPresent(forwarding -> hearing.hear(forwarding, word));
        }
        Instant until = words.size() < A_FULL_LIST
                ? now
                : words.getLast().at().filter(last -> last.isAfter(since)).orElse(now);
        transaction.executeWithoutResult(status -> healths.updatesAreKnown(id, until));
        return true;
    }

    /** Empty when there are no updates to be had there. */
    private Optional<List<Map<String, String>>> updates(Line line, Instant since) throws RemoteFault {
        Map<String, String> query = new TreeMap<>(Map.of("start_date", AlreadyThere.moment(since)));
        line.key().ifPresent(key -> query.put("api_key", key.text()));
        try {
            return Optional.of(servers.read(line, "servicerequestupdates", query));
        } catch (RemoteFault fault) {
            return switch (fault.status()) {
                case 400, 404, 405, 406, 410, 501 -> Optional.empty();
                default -> throw fault;
            };
        }
    }

    /** From where updates are known; of those whose number came only since then, from when they were sent. */
    private static Instant since(Health health, List<Forwarding> theirs, Instant now) {
        Instant known = health.updatesUntil().orElse(now).minus(OVERLAP);
        Instant wanted = theirs.stream()
                .filter(it -> health.updatesUntil().isEmpty()
                        || it.heard().takenAt().filter(known::isBefore).isPresent())
                .map(it -> it.queuedAt().minus(OVERLAP))
                .filter(known::isAfter)
                .min(Instant::compareTo)
                .orElse(known);
        Instant earliest = now.minus(LONGEST_SPAN);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    private void askForRequests(Line line, List<Forwarding> theirs, boolean speaksUpdates) throws RemoteFault {
        for (int from = 0; from < theirs.size(); from += settings.batch()) {
            List<Forwarding> batch =
                    new ArrayList<>(theirs.subList(from, Math.min(theirs.size(), from + settings.batch())));
            String numbers = String.join(
                    ",", batch.stream().map(it -> it.remoteId().orElseThrow()).toList());
            List<Map<String, String>> records = servers.read(line, "requests", Map.of("service_request_id", numbers));
            Set<UUID> seen = new HashSet<>();
            for (Map<String, String> record : records) {
                Word word = Word.ofRequest(record, !speaksUpdates);
                List<Forwarding> told = batch.stream()
                        .filter(it -> it.remoteId().equals(Optional.of(word.remoteId())))
                        .toList();
                told.forEach(it -> seen.add(it.id()));
                told.stream().filter(it -> !word.isKnownOf(it)).forEach(it -> hearing.hear(it.id(), word));
            }
            transaction.executeWithoutResult(status ->
                    forwardings.asked(batch.stream().map(Forwarding::id).toList(), seen, clock.instant()));
        }
    }

    /** The longer it fails, the less often it is asked, and once in {@code longestPause} at least. */
    private Duration pause(Health health, Instant now) {
        Duration failing = health.failingSince()
                .map(since -> Duration.between(since, now).dividedBy(2))
                .orElse(Duration.ZERO);
        Duration wanted = failing.compareTo(settings.pollEvery()) < 0 ? settings.pollEvery() : failing;
        return wanted.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : wanted;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
