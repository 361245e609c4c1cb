package org.vigie.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Ids;

/** Writes one line of history: what changed, for whom it is told, by whoever acts now. */
public final class Entries {

    private final HistoryEntry.Kind kind;
    private final @Nullable RequestState from;
    private final @Nullable RequestState to;
    private UUID id = Ids.next();
    private Actor actor = Actor.current();
    private @Nullable String publicText;
    private @Nullable String staffText;

    private Entries(HistoryEntry.Kind kind, @Nullable RequestState from, @Nullable RequestState to) {
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** A line that names the states only when they differ. */
    public static Entries change(HistoryEntry.Kind kind, Request before, Request after) {
        return before.state() == after.state()
                ? new Entries(kind, null, null)
                : new Entries(kind, before.state(), after.state());
    }

    public static Entries of(HistoryEntry.Kind kind) {
        return new Entries(kind, null, null);
    }

    /** Made by the sender, so that a repeated sending is the same line. */
    public Entries as(UUID madeBefore) {
        id = madeBefore;
        return this;
    }

    public Entries by(Actor somebody) {
        actor = somebody;
        return this;
    }

    /** Told to everyone; empty when the event says it all. */
    public Entries toAll(String text) {
        publicText = text;
        return this;
    }

    public Entries toStaff(String text) {
        staffText = text.isBlank() ? null : text;
        return this;
    }

    public HistoryEntry at(Instant when) {
        return new HistoryEntry(
                id,
                when,
                kind,
                from,
                to,
                publicText,
                staffText,
                actor.accountId().orElse(null),
                actor.label());
    }
}
