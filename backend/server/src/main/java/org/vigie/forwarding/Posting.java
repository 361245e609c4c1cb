package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.forwarding.Forwarding.Problem;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.forwarding.RemoteServers.Line;
import org.vigie.request.Requests;

/**
 * Brings one request to the other side. Nothing is held in the database while that side thinks; whoever calls holds a lease, so that a
 * process that is thought dead and is not keeps others away.
 */
@Component
class Posting {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("post-forwarded-request", Order.class);
    /** Slow servers never take all threads that durable tasks have. */
    private static final int MOST_AT_ONCE = 2;

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN_WHILE_OFF = Duration.ofMinutes(10);

    /** What to send, as the task keeps it. */
    record Order(UUID jurisdictionId, UUID forwardingId) {}

    /** @param again when to look anew; empty with nothing due: there is nothing left to do */
    private record Step(Optional<Deliveries.Due> due, Optional<Instant> again) {

        static final Step DONE = new Step(Optional.empty(), Optional.empty());

        static Step later(Instant at) {
            return new Step(Optional.empty(), Optional.of(at));
        }
    }

    private final JurisdictionDirectory jurisdictions;
    private final Forwardings forwardings;
    private final PostingSteps steps;
    private final Connections connections;
    private final RemoteKeys keys;
    private final ConnectionHealths healths;
    private final Requests requests;
    private final OutgoingReports reports;
    private final Deliveries deliveries;
    private final Outcomes outcomes;
    private final ForwardingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Posting(
            JurisdictionDirectory jurisdictions,
            Forwardings forwardings,
            PostingSteps steps,
            Connections connections,
            RemoteKeys keys,
            ConnectionHealths healths,
            Requests requests,
            OutgoingReports reports,
            Deliveries deliveries,
            Outcomes outcomes,
            ForwardingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.forwardings = forwardings;
        this.steps = steps;
        this.connections = connections;
        this.keys = keys;
        this.healths = healths;
        this.requests = requests;
        this.reports = reports;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again; empty when there is nothing left to do */
    Optional<Instant> post(Order order) {
        return jurisdictions
                .find(order.jurisdictionId())
                .flatMap(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> post(order.forwardingId())));
    }

    private Optional<Instant> post(UUID id) {
        if (!free.tryAcquire()) {
            return Optional.of(clock.instant().plus(A_MOMENT));
        }
        try {
            Step step = inTransaction(() -> next(id));
            return step.due().map(this::deliver).orElse(step.again());
        } finally {
            free.release();
        }
    }

    private Optional<Instant> deliver(Deliveries.Due due) {
        Deliveries.Delivered delivered = deliveries.deliver(due);
        return inTransaction(() -> outcomes.settle(due, delivered));
    }

    private Step next(UUID id) {
        Optional<Forwarding> found = forwardings
                .find(id)
                .map(it -> requests.lock(it.requestId()))
                .flatMap(request -> forwardings.lock(id))
                .filter(it -> it.stage() == Stage.WAITING || it.stage() == Stage.TOKEN);
        if (found.isEmpty()) {
            return Step.DONE;
        }
        Forwarding it = found.get();
        Instant now = clock.instant();
        Optional<Instant> busyUntil = it.postingUntil().filter(now::isBefore);
        if (busyUntil.isPresent()) {
            return Step.later(busyUntil.get());
        }
        if (!now.isBefore(it.attempts().giveUpAt())) {
            outcomes.giveUp(it);
            return Step.DONE;
        }
        Optional<Connection> connection = connections.find(it.organisationId()).filter(Connection::isOn);
        Optional<Instant> wait = connection.isEmpty()
                ? Optional.of(now.plus(LOOK_AGAIN_WHILE_OFF))
                : healths.get(it.organisationId()).restingUntil().filter(now::isBefore);
        if (wait.isPresent()) {
            Instant next = wait.get().isBefore(it.attempts().giveUpAt())
                    ? wait.get()
                    : it.attempts().giveUpAt();
            steps.postpone(id, next);
            return Step.later(next);
        }
        return due(it, connection.orElseThrow(), now);
    }

    private Step due(Forwarding it, Connection connection, Instant now) {
        Line line = new Line(connection, keys.find(it.organisationId()));
        OutgoingReports.Outgoing outgoing = reports.of(it, connection);
        Optional<Problem> problem = outgoing.problem().filter(any -> it.stage() == Stage.WAITING);
        if (problem.isPresent()) {
            outcomes.refuse(it, problem.get(), "", it.maybeThere());
            return Step.DONE;
        }
        steps.begin(it.id(), now, now.plus(settings.lease()));
        return new Step(
                Optional.of(new Deliveries.Due(it, line, outgoing, requests.get(it.requestId()))), Optional.empty());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
