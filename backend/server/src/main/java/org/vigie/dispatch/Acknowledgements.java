package org.vigie.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.Commitment;
import org.vigie.request.Deadlines;
import org.vigie.request.Entries;
import org.vigie.request.HistoryEntry;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/** Notes that whoever asked was told by a person: by telephone, by letter, at the counter. */
@Component
public class Acknowledgements {

    /** How somebody was told. */
    public enum Way {
        CALL,
        LETTER,
        COUNTER
    }

    private final Requests requests;
    private final Deadlines deadlines;
    private final MessageSource texts;
    private final Clock clock;

    Acknowledgements(Requests requests, Deadlines deadlines, MessageSource texts, Clock clock) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Keeps who told it, how and when.
     *
     * @param words for staff; may be empty
     * @throws Refusal not-found, changed-meanwhile; acknowledged-already when nothing of the kind is owed any more
     */
    @Transactional
    public void acknowledge(UUID requestId, int revision, Way way, String words) {
        Request before = requests.getToChange(requestId, revision);
        boolean owed = deadlines.list(requestId).stream()
                .anyMatch(deadline -> deadline.commitment() == Commitment.ACKNOWLEDGE && deadline.isOpen());
        if (!owed) {
            throw new Refusal(Refusal.Kind.CONFLICT, "acknowledged-already", before.number());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Locale locale = Locale.forLanguageTag(CurrentJurisdiction.get().locale());
        String told = texts.getMessage("acknowledgement." + way, null, locale);
        requests.save(
                before,
                before.touched(now),
                Entries.of(HistoryEntry.Kind.ACKNOWLEDGED)
                        .toAll("")
                        .toStaff(words.isBlank() ? told : told + " : " + words.strip())
                        .at(now));
    }
}
