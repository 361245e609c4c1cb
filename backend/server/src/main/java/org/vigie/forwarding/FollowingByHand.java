package org.vigie.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Ids;
import org.vigie.access.Refusal;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.forwarding.RemoteServers.Line;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/**
 * Follows a request under a number of the other side that somebody types in, since it got there otherwise, or nobody knew whether it did.
 * The number is looked up there first: the words of a stranger's request must not come into ours.
 */
@Component
public class FollowingByHand {

    private final Requests requests;
    private final Forwardings forwardings;
    private final PostingSteps steps;
    private final Connections connections;
    private final RemoteKeys keys;
    private final RemoteServers servers;
    private final ForwardingSentences sentences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowingByHand(
            Requests requests,
            Forwardings forwardings,
            PostingSteps steps,
            Connections connections,
            RemoteKeys keys,
            RemoteServers servers,
            ForwardingSentences sentences,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.forwardings = forwardings;
        this.steps = steps;
        this.connections = connections;
        this.keys = keys;
        this.servers = servers;
        this.sentences = sentences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param unseen also where their list does not show it, as what is not published there
     * @throws Refusal nothing-to-follow when it is nobody's whose server is connected, or over; remote-number-unseen;
     *     remote-number-taken by another request; being-sent while it is posted
     */
    public void follow(UUID requestId, String typed, boolean unseen) {
        String number = typed.strip();
        Line line = Objects.requireNonNull(transaction.execute(status -> line(requests.get(requestId))));
        if (!unseen && !isSeen(line, number)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "remote-number-unseen",
                    sentences.name(line.connection().organisationId()),
                    number);
        }
        transaction.executeWithoutResult(
                status -> follow(requests.lock(requestId), line.connection().organisationId(), number));
    }

    private Line line(Request request) {
        UUID theirs = request.assignment()
                .authorityId()
                .filter(id -> request.state() == RequestState.FORWARDED)
                .filter(connections::isOn)
                .orElseThrow(FollowingByHand::nothing);
        return new Line(connections.get(theirs), keys.find(theirs));
    }

    private boolean isSeen(Line line, String number) {
        try {
            return servers.read(line, "requests", Map.of("service_request_id", number)).stream()
                    .anyMatch(each -> number.equals(each.get("service_request_id")));
        } catch (RemoteFault notTold) {
            return false;
        }
    }

    private void follow(Request request, UUID organisationId, String number) {
        boolean stillTheirs = request.state() == RequestState.FORWARDED
                && request.assignment().authorityId().equals(Optional.of(organisationId));
        if (!stillTheirs) {
            throw nothing();
        }
        Instant now = clock.instant();
        UUID id = forwardings
                .lockOf(request.id())
                .map(it -> held(it, now))
                .orElseGet(() -> queued(request.id(), organisationId, now));
        forwardings
                .findFollowed(organisationId, number)
                .filter(other -> !other.equals(id))
                .flatMap(forwardings::find)
                .ifPresent(other -> {
                    String ours = requests.get(other.requestId()).number();
                    throw new Refusal(Refusal.Kind.CONFLICT, "remote-number-taken", number, ours);
                });
        steps.followedByHand(id, number, now);
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.FORWARDED)
                        .toStaff(sentences.followedByHand(organisationId, number))
                        .at(now));
    }

    /** Whatever is typed in while it is posted would be written over by the answer. */
    private static UUID held(Forwarding it, Instant now) {
        if (it.stage() == Stage.ENDED_THERE) {
            throw nothing();
        }
        if (it.postingUntil().filter(now::isBefore).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "being-sent");
        }
        return it.id();
    }

    private UUID queued(UUID requestId, UUID organisationId, Instant now) {
        UUID id = Ids.next();
        forwardings.queue(id, requestId, organisationId, new Forwarding.Attempts(0, now, now));
        return id;
    }

    private static Refusal nothing() {
        return new Refusal(Refusal.Kind.CONFLICT, "nothing-to-follow");
    }
}
