package org.vigie.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.request.Actor;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Pause;
import org.vigie.request.Pauses;
import org.vigie.request.Request;
import org.vigie.request.RequestHistory;
import org.vigie.request.Requests;

/** Words about a request: between the requester and the service, or among staff only. Neither is ever published. */
@Component
public class Conversation {

    private static final int MAX_CHARACTERS = 4000;

    private final Requests requests;
    private final RequestHistory history;
    private final Pauses pauses;
    private final Clock clock;

    Conversation(Requests requests, RequestHistory history, Pauses pauses, Clock clock) {
        this.requests = requests;
        this.history = history;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** To the requester, by whoever is signed in. */
    @Transactional
    public void say(UUID requestId, String text) {
        append(requestId, Entries.of(HistoryEntry.Kind.MESSAGE), text);
    }

    /** To the requester, who must answer before the work goes on: until then no promise runs. Clocks that stand already stay as they are. */
    @Transactional
    public void ask(UUID requestId, String text) {
        Request asked = append(requestId, Entries.of(HistoryEntry.Kind.MESSAGE), text);
        if (pauses.find(requestId).isEmpty()) {
            pauses.pause(
                    asked, Pause.Reason.WAITING_FOR_REQUESTER, "", asked.times().changedAt());
        }
    }

    /** From the requester, whoever is signed in on the browser that the tracking link was opened in. What waited for it goes on. */
    @Transactional
    public void hear(UUID requestId, String text) {
        Request answered =
                append(requestId, Entries.of(HistoryEntry.Kind.MESSAGE).by(Actor.REQUESTER), text);
        boolean waitedFor = pauses.find(requestId)
                .filter(pause -> pause.reason() == Pause.Reason.WAITING_FOR_REQUESTER)
                .isPresent();
        if (waitedFor) {
            pauses.resume(answered, "", answered.times().changedAt());
        }
    }

    /** Among staff. */
    @Transactional
    public void note(UUID requestId, String text) {
        append(requestId, Entries.of(HistoryEntry.Kind.NOTE), text);
    }

    /** Among staff, from a phone that may send it again: the same id is the same note. */
    @Transactional
    public void note(UUID requestId, UUID noteId, String text) {
        requests.lock(requestId);
        if (history.list(requestId).stream().noneMatch(entry -> entry.id().equals(noteId))) {
            append(requestId, Entries.of(HistoryEntry.Kind.NOTE).as(noteId), text);
        }
    }

    private Request append(UUID requestId, Entries entry, String text) {
        if (text.isBlank()) {
            throw Refusal.invalid("text-missing");
        }
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw Refusal.invalid("description-too-long", text.length(), MAX_CHARACTERS);
        }
        Request before = requests.lock(requestId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.save(
                before, before.touched(now), entry.toStaff(text.strip()).at(now));
    }
}
