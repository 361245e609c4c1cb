package org.vigie.forwarding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the other side tells of one request.
 *
 * @param remoteId of which
 * @param updateId of an update; empty: the request as it stands there
 * @param status in their words
 * @param at by their clock
 * @param text may be empty
 * @param isNews whether the text is told when nothing else happens
 */
record Word(
        String remoteId, Optional<String> updateId, String status, Optional<Instant> at, String text, boolean isNews) {

    private static final int LONGEST_TEXT = 3_500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STATUS = 60;

    private static final Set<String> CLOSED =
            Set.of("closed", "fixed", "duplicate", "no_further_action", "internal_referral");
    private static final Set<String> OPEN =
            Set.of("open", "reopen", "in_progress", "action_scheduled", "investigating", "for_triage");

    /** A record of {@code requests}; words of it are told only where there are no updates to tell them. */
    static Word ofRequest(Map<String, String> record, boolean withWords) {
        return new Word(
                record.getOrDefault("service_request_id", ""),
                Optional.empty(),
                status(record),
                moment(record.getOrDefault("updated_datetime", "")),
                text(record.getOrDefault("status_notes", "")),
                withWords);
    }

    /** A record of {@code servicerequestupdates}. */
    static Word ofUpdate(Map<String, String> record) {
        return new Word(
                record.getOrDefault("service_request_id", ""),
                Optional.of(cut(record.getOrDefault("update_id", ""), LONGEST_NAME)),
                status(record),
                moment(record.getOrDefault("updated_datetime", "")),
                text(record.getOrDefault("description", "")),
                true);
    }

    /** Whether it says of a request what is known already. */
    boolean isKnownOf(Forwarding it) {
        boolean sameState = it.heard().status().equals(Optional.of(status))
                && isClosed() == (it.stage() == Forwarding.Stage.ENDED_THERE);
        return sameState && (!isNews || text.isEmpty() || text.equals(it.heard().words()));
    }

    boolean isClosed() {
        return CLOSED.contains(status);
    }

    boolean isOpen() {
        return OPEN.contains(status);
    }

    private static String status(Map<String, String> record) {
        return cut(record.getOrDefault("status", "").strip().toLowerCase(Locale.ROOT), LONGEST_STATUS);
    }

    private static String text(String told) {
        String plain = told.replace("\0", "").strip();
        return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) + "…" : plain;
    }

    private static Optional<Instant> moment(String told) {
        try {
            return Optional.of(OffsetDateTime.parse(told.strip()).toInstant());
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
