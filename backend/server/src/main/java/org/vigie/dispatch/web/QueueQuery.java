package org.vigie.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.access.Refusal;
import org.vigie.access.SignedIn;
import org.vigie.access.SignedInAccount;
import org.vigie.dispatch.DeskFilter;
import org.vigie.dispatch.QueueMark;
import org.vigie.dispatch.transmission.Inboxes;
import org.vigie.map.web.AreaParameters;
import org.vigie.request.RequestState;

/**
 * The filter of the desk's queue, as its address says it.
 *
 * @param polygon the corners of a ground one after the other, longitude first; its edge is part of it
 * @param around {@code longitude,latitude,metres}
 */
record QueueQuery(
        @Nullable List<RequestState> state,
        @Nullable List<String> domain,
        @Nullable List<String> category,
        @Nullable UUID team,
        @Nullable Boolean late,
        @Nullable Boolean escalated,
        @Nullable Instant dueBefore,
        @Nullable String owner,
        @Nullable Boolean inbox,
        @Nullable Boolean transferred,
        @Nullable Boolean toAcknowledge,
        @Nullable String polygon,
        @Nullable String around,
        @Nullable String q,
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String after) {

    private static final int USUAL_LIMIT = 200;

    DeskFilter toFilter(Inboxes inboxes) {
        int wanted = Objects.requireNonNullElse(limit, USUAL_LIMIT);
        if (wanted < 1 || wanted > DeskFilter.MOST) {
            throw new Refusal(Refusal.Kind.MALFORMED, "limit-out-of-range", DeskFilter.MOST);
        }
        return new DeskFilter(
                Objects.requireNonNullElse(state, List.of()),
                Objects.requireNonNullElse(domain, List.of()),
                Objects.requireNonNullElse(category, List.of()),
                Optional.ofNullable(team),
                Boolean.TRUE.equals(late),
                Boolean.TRUE.equals(escalated),
                Optional.ofNullable(dueBefore),
                Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty()),
                new DeskFilter.Follow(
                        owners(inboxes),
                        Boolean.TRUE.equals(inbox) ? Optional.of(inbox(inboxes)) : Optional.empty(),
                        Boolean.TRUE.equals(transferred),
                        Boolean.TRUE.equals(toAcknowledge)),
                AreaParameters.area(Optional.empty(), Optional.ofNullable(polygon), Optional.ofNullable(around)),
                "received".equals(sort),
                wanted,
                Optional.ofNullable(after).map(QueueMark::parse));
    }

    /** {@code me} is the caller and whoever is away and has the caller as deputy. */
    private List<UUID> owners(Inboxes inboxes) {
        if (owner == null || owner.isEmpty()) {
            return List.of();
        }
        if (owner.equals("me")) {
            return inboxes.people(SignedIn.get().accountId());
        }
        try {
            return List.of(UUID.fromString(owner));
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal(Refusal.Kind.MALFORMED, "owner-not-understood");
        }
    }

    private static DeskFilter.Inbox inbox(Inboxes inboxes) {
        SignedInAccount account = SignedIn.get();
        return new DeskFilter.Inbox(
                Inboxes.answersForAll(account.role()) ? List.of() : inboxes.people(account.accountId()),
                account.accountId());
    }
}
