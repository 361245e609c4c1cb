package org.vigie.open311;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geo.Wgs84Point;

/**
 * A published request, as other systems read it.
 *
 * @param updatedAt when it ended; while it is open, when it changed last
 * @param expectedAt until when it is promised to be resolved, while it is open and that promise runs
 * @param notes what happened, oldest first
 * @param photoIds the first is the one that is shown
 */
public record ServiceRequest(
        UUID id,
        String number,
        String kind,
        String state,
        boolean open,
        String categoryCode,
        String categoryName,
        String domainName,
        Optional<String> sectorName,
        String description,
        Optional<String> service,
        Instant receivedAt,
        Instant updatedAt,
        Optional<Instant> endedAt,
        Optional<Instant> expectedAt,
        String address,
        Optional<Wgs84Point> position,
        String channel,
        List<Note> notes,
        List<UUID> photoIds) {

    /** @param text may be empty, when the event says it all */
    public record Note(Instant at, String event, String text) {}

    /** These tell whose it is, which {@link #service} does already. */
    private static final Set<String> NAMES_ALONE = Set.of("ASSIGNED", "TRANSMITTED");

    /** The last words that everybody may read; empty when there are none. */
    public String lastWords() {
        return notes.reversed().stream()
                .filter(note -> !NAMES_ALONE.contains(note.event()))
                .map(Note::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
