package org.vigie.forwarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.forwarding.Forwarding.Problem;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.forwarding.RemoteServers.Posted;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Writes down what came of an attempt, and tells staff where somebody has to do something: on the request, on top of its owner's queue. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Forwardings forwardings;
    private final PostingSteps steps;
    private final ConnectionHealths healths;
    private final Requests requests;
    private final Withdrawals withdrawals;
    private final ForwardingSentences sentences;
    private final ForwardingSettings settings;
    private final Clock clock;

    Outcomes(
            Forwardings forwardings,
            PostingSteps steps,
            ConnectionHealths healths,
            Requests requests,
            Withdrawals withdrawals,
            ForwardingSentences sentences,
            ForwardingSettings settings,
            Clock clock) {
        this.forwardings = forwardings;
        this.steps = steps;
        this.healths = healths;
        this.requests = requests;
        this.withdrawals = withdrawals;
        this.sentences = sentences;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return when to try again; empty when there is nothing left to do */
    Optional<Instant> settle(Deliveries.Due due, Deliveries.Delivered delivered) {
        Posted posted = delivered.posted();
        Request request = requests.lock(due.it().requestId());
        Forwarding it = forwardings.lock(due.it().id()).orElseThrow();
        Instant now = clock.instant();
        health(it, posted, now);
        return switch (posted.result()) {
            case NUMBER -> {
                String number = cut(posted.value(), 200);
                steps.taken(it.id(), number, now);
                note(request, sentences.taken(it, number));
                noteUnfit(it, request, delivered.unfit());
                if (it.stage() == Stage.WITHDRAWN) {
                    withdrawals.tell(forwardings.lock(it.id()).orElseThrow(), request);
                }
                yield Optional.empty();
            }
            case TOKEN -> {
                Instant next = now.plus(settings.firstPause());
                steps.takenByToken(it.id(), cut(posted.value(), 500), next, now.plus(settings.numberWithin()));
                noteUnfit(it, request, delivered.unfit());
                if (it.stage() == Stage.WITHDRAWN) {
                    withdrawals.tell(forwardings.lock(it.id()).orElseThrow(), request);
                }
                yield Optional.of(next);
            }
            case REFUSED, NOT_TOLD -> {
                Problem problem = posted.result() == Posted.Result.REFUSED ? Problem.REFUSED : Problem.UNCERTAIN;
                refuse(it, problem, posted.error(), problem == Problem.UNCERTAIN);
                yield Optional.empty();
            }
            case NOT_NOW, NOT_SENT ->
                later(it, due.it().maybeThere() || it.stage() == Stage.TOKEN, posted.error(), now);
            case UNCERTAIN -> later(it, true, posted.error(), now);
        };
    }

    private void health(Forwarding it, Posted posted, Instant now) {
        switch (posted.result()) {
            case NUMBER, TOKEN, REFUSED, NOT_TOLD -> healths.answered(it.organisationId(), now);
            default -> {
                if (!posted.error().isEmpty()) {
                    Instant rest = posted.isAnswered() ? null : now.plus(rest(it));
                    healths.failed(it.organisationId(), posted.error(), now, rest);
                }
            }
        }
    }

    private Duration rest(Forwarding it) {
        Duration pause = settings.pauseAfter(it.attempts().count());
        return pause.compareTo(settings.restAfterNoAnswer()) < 0 ? pause : settings.restAfterNoAnswer();
    }

    private Optional<Instant> later(Forwarding it, boolean maybeThere, String error, Instant now) {
        if (it.stage() == Stage.WITHDRAWN) {
            return Optional.empty();
        }
        Instant wanted = now.plus(settings.pauseAfter(it.attempts().count()));
        Instant next = wanted.isBefore(it.attempts().giveUpAt())
                ? wanted
                : it.attempts().giveUpAt();
        steps.later(it.id(), maybeThere, error, next);
        return Optional.of(next);
    }

    /** It was tried for long enough. */
    void giveUp(Forwarding it) {
        Problem problem = it.stage() == Stage.TOKEN
                ? Problem.NO_NUMBER
                : it.maybeThere() ? Problem.UNCERTAIN : Problem.NOBODY_ANSWERED;
        refuse(it, problem, it.lastError().orElse(""), it.maybeThere());
    }

    void refuse(Forwarding it, Problem problem, String error, boolean maybeThere) {
        if (it.stage() == Stage.WITHDRAWN) {
            return;
        }
        steps.refuse(it.id(), problem, error, maybeThere);
        Request request = requests.get(it.requestId());
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.NOT_TAKEN)
                        .by(Actor.VIGIE)
                        .toStaff(sentences.notTaken(it, problem, error))
                        .at(clock.instant()));
        LOG.warn(
                "request {} of {} was not taken by {}: {}",
                request.number(),
                CurrentJurisdiction.get().code(),
                it.organisationId(),
                problem);
    }

    private void note(Request request, String words) {
        requests.notice(
                request,
                Entries.of(HistoryEntry.Kind.TOLD_BY_AUTHORITY)
                        .by(Actor.VIGIE)
                        .toStaff(words)
                        .at(clock.instant()));
    }

    private void noteUnfit(Forwarding it, Request request, List<String> questions) {
        if (!questions.isEmpty()) {
            note(request, sentences.unfit(it, questions));
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
