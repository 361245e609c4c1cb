package org.vigie.forwarding;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.forwarding.RemoteServers.Line;
import org.vigie.map.PublishedRequests;
import org.vigie.map.RequestDetail;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/**
 * Tells the other side that a request is no longer for them, as an update of it with an id that stays: told again, it is the same update.
 * It is repeated while nobody answers; where they do not take it, staff are told to tell them.
 */
@Component
class TellingEndings {

    static final TaskDescriptor<Posting.Order> TASK = TaskDescriptor.of("tell-ending", Posting.Order.class);

    private static final Duration LOOK_AGAIN_WHILE_OFF = Duration.ofMinutes(10);

    /** @param words as everybody may read them */
    private record Due(Forwarding it, Ending ending, Line line, String words) {}

    /** @param again when to look anew; empty with nothing due: there is nothing left to do */
    private record Step(Optional<Due> due, Optional<Instant> again) {

        static final Step DONE = new Step(Optional.empty(), Optional.empty());
    }

    private final JurisdictionDirectory jurisdictions;
    private final Endings endings;
    private final Forwardings forwardings;
    private final Connections connections;
    private final ConnectionHealths healths;
    private final RemoteKeys keys;
    private final RemoteServers servers;
    private final Requests requests;
    private final PublishedRequests published;
    private final ForwardingSentences sentences;
    private final ForwardingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellingEndings(
            JurisdictionDirectory jurisdictions,
            Endings endings,
            Forwardings forwardings,
            Connections connections,
            ConnectionHealths healths,
            RemoteKeys keys,
            RemoteServers servers,
            Requests requests,
            PublishedRequests published,
            ForwardingSentences sentences,
            ForwardingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.endings = endings;
        this.forwardings = forwardings;
        this.connections = connections;
        this.healths = healths;
        this.keys = keys;
        this.servers = servers;
        this.requests = requests;
        this.published = published;
        this.sentences = sentences;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return when to try again; empty when there is nothing left to do */
    Optional<Instant> tell(Posting.Order order) {
        return jurisdictions
                .find(order.jurisdictionId())
                .flatMap(jurisdiction -> CurrentJurisdiction.inside(jurisdiction, () -> tell(order.forwardingId())));
    }

    private Optional<Instant> tell(UUID id) {
        Step step = inTransaction(() -> next(id));
        if (step.due().isEmpty()) {
            return step.again();
        }
        Due due = step.due().get();
        try {
            send(due);
            inTransaction(() -> told(due));
            return Optional.empty();
        } catch (RemoteFault fault) {
            return inTransaction(() -> failed(due, fault));
        }
    }

    private Step next(UUID id) {
        Optional<Ending> waiting = endings.find(id).filter(ending -> ending.stage() == Ending.Stage.WAITING);
        if (waiting.isEmpty()) {
            return Step.DONE;
        }
        Forwarding it = forwardings.find(id).orElseThrow();
        Optional<Connection> connection = connections.find(it.organisationId());
        Instant now = clock.instant();
        if (connection.isEmpty() || !now.isBefore(waiting.get().giveUpAt())) {
            notTold(it, waiting.get().lastError().orElse(""));
            return Step.DONE;
        }
        if (!connection.get().isOn()) {
            return new Step(Optional.empty(), Optional.of(now.plus(LOOK_AGAIN_WHILE_OFF)));
        }
        Line line = new Line(connection.get(), keys.find(it.organisationId()));
        return new Step(
                Optional.of(new Due(it, waiting.get(), line, words(requests.get(it.requestId())))), Optional.empty());
    }

    /** What happened, with the public words of it where everybody may read them. */
    private String words(Request request) {
        String why = published
                .detail(request.id().toString())
                .map(RequestDetail::steps)
                .flatMap(steps -> steps.stream()
                        .filter(step -> request.state().name().equals(step.state()))
                        .reduce((earlier, later) -> later))
                .map(RequestDetail.Step::text)
                .orElse("");
        return (sentences.endedHere(request.state()) + " " + why).strip();
    }

    private void send(Due due) throws RemoteFault {
        Optional<String> number = due.it().remoteId();
        if (number.isEmpty()) {
            number = Deliveries.numberOf(servers, due.line(), due.it().token().orElseThrow());
        }
        if (number.isEmpty()) {
            throw new RemoteFault(RemoteFault.NOT_YET, "no number yet");
        }
        servers.tell(
                due.line(),
                "servicerequestupdates",
                List.of(
                        Map.entry("update_id", due.ending().forwardingId().toString()),
                        Map.entry("service_request_id", number.get()),
                        Map.entry("status", due.ending().status()),
                        Map.entry(
                                "updated_datetime",
                                AlreadyThere.moment(due.ending().endedAt())),
                        Map.entry("description", due.words())));
    }

    private boolean told(Due due) {
        endings.tried(due.it().id(), Ending.Stage.TOLD, "");
        healths.answered(due.it().organisationId(), clock.instant());
        note(due.it(), sentences.endingTold(due.it()));
        return true;
    }

    private Optional<Instant> failed(Due due, RemoteFault fault) {
        if (isFinal(fault)) {
            notTold(due.it(), fault.told());
            return Optional.empty();
        }
        endings.tried(due.it().id(), Ending.Stage.WAITING, fault.told());
        Instant now = clock.instant();
        if (fault.status() != RemoteFault.NOT_YET) {
            healths.failed(due.it().organisationId(), fault.told(), now, null);
        }
        Instant wanted = now.plus(settings.pauseAfter(due.ending().attempts() + 1));
        Instant until = due.ending().giveUpAt();
        return Optional.of(wanted.isBefore(until) ? wanted : until);
    }

    /** They hear no updates, or not of this request. */
    private static boolean isFinal(RemoteFault fault) {
        return switch (fault.status()) {
            case RemoteFault.NO_ANSWER, RemoteFault.NOT_YET, 401, 403, 408, 425, 429 -> false;
            default -> fault.status() < 500 || fault.status() == 501;
        };
    }

    private void notTold(Forwarding it, String error) {
        endings.tried(it.id(), Ending.Stage.NOT_TOLD, error);
        note(it, sentences.withdrawn(it));
    }

    private void note(Forwarding it, String words) {
        requests.notice(
                requests.lock(it.requestId()),
                Entries.of(HistoryEntry.Kind.TOLD_BY_AUTHORITY)
                        .by(Actor.VIGIE)
                        .toStaff(words)
                        .at(clock.instant()));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
