package org.vigie.forwarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.Refusal;
import org.vigie.forwarding.Forwarding.Stage;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestState;
import org.vigie.request.Requests;

/**
 * Takes what the other side tells of a request that it has, each thing once: words become lines of the history, what is closed there is
 * closed here with their words as the answer, and what is opened there again is opened here and stays with them.
 */
@Component
class RemoteHearing {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteHearing.class);

    private final Forwardings forwardings;
    private final Requests requests;
    private final ForwardingSentences sentences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RemoteHearing(
            Forwardings forwardings,
            Requests requests,
            ForwardingSentences sentences,
            TransactionTemplate transaction,
            Clock clock) {
        this.forwardings = forwardings;
        this.requests = requests;
        this.sentences = sentences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As they stand when a word comes. */
    private record Case(Forwarding it, Request request, Word word, Instant now) {

        boolean hasNews() {
            return word.isNews()
                    && !word.text().isEmpty()
                    && !word.text().equals(it.heard().words());
        }

        /** What is older than the last change of state says nothing of the state now: updates of before it, a list that lags behind. */
        boolean isLate() {
            boolean isUpdate = word.updateId().isPresent();
            return word.at()
                    .flatMap(at -> it.heard()
                            .changedAt()
                            .filter(changed -> isUpdate ? !at.isAfter(changed) : at.isBefore(changed)))
                    .isPresent();
        }
    }

    /** Where the rules here keep a request open that was closed there, its words are told and staff are told that it stays open. */
    void hear(UUID forwardingId, Word word) {
        try {
            transaction.executeWithoutResult(status -> hear(forwardingId, word, true));
        } catch (Refusal notNow) {
            LOG.info("a request that was closed elsewhere stays open here: {}", notNow.name());
            transaction.executeWithoutResult(status -> hear(forwardingId, word, false));
        }
    }

    private void hear(UUID forwardingId, Word word, boolean mayClose) {
        Optional<Case> found = forwardings
                .find(forwardingId)
                .map(before -> requests.lock(before.requestId()))
                .flatMap(request -> forwardings
                        .lock(forwardingId)
                        .filter(it -> it.stage() == Stage.FOLLOWED || it.stage() == Stage.ENDED_THERE)
                        .map(it -> new Case(it, request, word, clock.instant().truncatedTo(ChronoUnit.MICROS))));
        boolean isNew = found.isPresent()
                && word.updateId().map(id -> forwardings.hear(forwardingId, id)).orElse(true);
        if (isNew) {
            take(found.get(), mayClose);
        }
    }

    private void take(Case now, boolean mayClose) {
        Stage before = now.it().stage();
        if (before == Stage.FOLLOWED && now.word().isClosed() && !now.isLate()) {
            keep(now, Stage.ENDED_THERE);
            close(now, mayClose);
        } else if (before == Stage.ENDED_THERE && now.word().isOpen() && !now.isLate()) {
            keep(now, Stage.FOLLOWED);
            reopen(now);
        } else {
            keep(now, before);
            if (now.hasNews()) {
                tell(now, sentences.says(now.it(), now.word().text()), status(now));
            }
        }
    }

    private void keep(Case now, Stage next) {
        Forwarding.Heard heard = now.it().heard();
        boolean changes = next != now.it().stage();
        Optional<Instant> changedAt = changes ? now.word().at().or(heard::changedAt) : heard.changedAt();
        String words = now.word().text().isEmpty() || !(now.word().isNews() || changes)
                ? heard.words()
                : now.word().text();
        forwardings.told(
                now.it().id(),
                next,
                new Forwarding.Heard(
                        heard.takenAt(),
                        heard.askedAt(),
                        heard.seenAt(),
                        Optional.of(now.word().status()).filter(told -> !told.isEmpty()),
                        changedAt,
                        words),
                now.now());
    }

    private void close(Case now, boolean mayClose) {
        Request before = now.request();
        String answer = sentences.closed(now.it(), now.word().text());
        if (!mayClose || !before.state().next().contains(RequestState.CLOSED)) {
            tell(now, answer, sentences.staysOpen(now.it()));
            return;
        }
        Request after = before.to(RequestState.CLOSED, now.now());
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.CLOSED, before, after)
                        .by(Actor.VIGIE)
                        .toAll(answer)
                        .toStaff(status(now))
                        .at(now.now()));
    }

    /** One step in the history: opened again, and theirs to do as it was. */
    private void reopen(Case now) {
        Request before = now.request();
        String told = sentences.reopened(now.it());
        if (!before.state().next().contains(RequestState.REOPENED)) {
            tell(now, told, status(now));
            return;
        }
        Request after = before.to(RequestState.REOPENED, now.now()).to(RequestState.FORWARDED, now.now());
        requests.save(
                before,
                after,
                Entries.change(HistoryEntry.Kind.REOPENED, before, after)
                        .by(Actor.VIGIE)
                        .toAll(now.hasNews() ? told + " " + now.word().text() : told)
                        .toStaff(status(now))
                        .at(now.now()));
    }

    private void tell(Case now, String toAll, String toStaff) {
        requests.notice(
                now.request(),
                Entries.of(HistoryEntry.Kind.TOLD_BY_AUTHORITY)
                        .by(Actor.VIGIE)
                        .toAll(toAll)
                        .toStaff(toStaff)
                        .at(now.now()));
    }

    private String status(Case now) {
        return sentences.status(now.it(), now.word().status());
    }
}
