package org.vigie.request;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.ClockworkChanged;

/** Counts the promises of running requests anew when their calendar changes, and keeps in their history what moved and why. */
@Component
class Recount {

    private final Requests requests;
    private final Deadlines deadlines;
    private final Clock clock;

    Recount(Requests requests, Deadlines deadlines, Clock clock) {
        this.requests = requests;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClockworkChanged change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        deadlines.recount(change.calendarId(), now).forEach((id, moved) -> tell(id, moved, change.reason(), now));
    }

    private void tell(UUID requestId, List<Deadlines.Change> moved, String reason, Instant now) {
        Request request = requests.lock(requestId);
        String told = moved.stream().map(Recount::words).collect(Collectors.joining(", ")) + " : " + reason;
        requests.save(
                request,
                request.touched(now),
                Entries.of(HistoryEntry.Kind.RECOUNTED)
                        .by(Optional.of(Actor.current())
                                .filter(actor -> actor.accountId().isPresent())
                                .orElse(Actor.VIGIE))
                        .toStaff(told)
                        .at(now));
    }

    private static String words(Deadlines.Change change) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .withZone(CurrentJurisdiction.get().zone());
        return "%s %s → %s"
                .formatted(
                        change.before().commitment(),
                        format.format(change.before().dueAt()),
                        format.format(change.after().dueAt()));
    }
}
