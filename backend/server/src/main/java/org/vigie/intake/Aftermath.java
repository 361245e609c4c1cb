package org.vigie.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.RequestArriving;
import org.vigie.request.Requests;
import org.vigie.request.rules.Ruling;
import org.vigie.request.rules.Rulings;

/** Keeps which rules decided about a request, and says what they had to say: each word once. */
@Component
public class Aftermath {

    private final Requests requests;
    private final Rulings rulings;
    private final TreatmentSentences sentences;

    Aftermath(Requests requests, Rulings rulings, TreatmentSentences sentences) {
        this.requests = requests;
        this.rulings = rulings;
        this.sentences = sentences;
    }

    /** To be called once the request is stored as the outcome says, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Request request, Treatment.Outcome outcome, Instant at) {
        Optional<Rulings.Kept> before = rulings.find(request.id());
        rulings.keep(request.id(), outcome.of().danger(), outcome.priorityBy(), outcome.ruling());
        tell(request, outcome, at, before);
    }

    /** As {@link #keep}, of one that is about to be stored; {@link #tellFirst} follows. */
    void begin(RequestArriving arriving, Treatment.Outcome outcome) {
        rulings.begin(arriving, outcome.of().danger(), outcome.priorityBy(), outcome.ruling());
    }

    /** Nothing has been said about it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellFirst(Request request, Treatment.Outcome outcome) {
        tell(request, outcome, request.times().receivedAt(), Optional.empty());
    }

    private void tell(Request request, Treatment.Outcome outcome, Instant at, Optional<Rulings.Kept> before) {
        Ruling ruling = outcome.ruling();
        Locale local = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        isNew(ruling.isPrivate(), before.flatMap(Rulings.Kept::privateRule))
                .ifPresent(by -> say(request, HistoryEntry.Kind.NOTE, sentences.isPrivate(outcome, by, local), at));
        isNew(ruling.note(), before.flatMap(Rulings.Kept::noteRule))
                .ifPresent(by -> say(request, HistoryEntry.Kind.NOTE, sentences.note(by, local), at));
        isNew(ruling.message(), before.flatMap(Rulings.Kept::messageRule))
                .ifPresent(by -> say(request, HistoryEntry.Kind.MESSAGE, by.value(), at));
    }

    private static <T> Optional<Ruling.Decided<T>> isNew(Optional<Ruling.Decided<T>> decided, Optional<UUID> before) {
        return decided.filter(by -> before.filter(by.rule().id()::equals).isEmpty());
    }

    private void say(Request request, HistoryEntry.Kind kind, String text, Instant at) {
        requests.notice(request, Entries.of(kind).by(Actor.VIGIE).toStaff(text).at(at));
    }
}
