package org.vigie.request.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of one rule.
 *
 * @param code what people call it; its versions share it
 * @param position the lesser is asked first; a draft's is where it would come
 * @param references what its text speaks of
 * @param trial the last one, and the hash of the text that was tried
 * @param revision raised by every change of a draft
 */
public record Rule(
        UUID id,
        String code,
        int version,
        String name,
        RuleState state,
        int position,
        RuleText text,
        List<Reference> references,
        Optional<KeptTrial> trial,
        Times times,
        int revision) {

    /**
     * @param figures as JSON
     * @param sha256 in hexadecimal digits, of the canonical text that was tried
     */
    public record KeptTrial(String figures, String sha256) {}

    /** Who changed, activated and retired it last, by name; absent when nobody was signed in. */
    public record Times(
            Instant changedAt,
            Optional<String> changedBy,
            Optional<Instant> activatedAt,
            Optional<String> activatedBy,
            Optional<Instant> retiredAt) {}

    /** Whether what was tried is what it says now. */
    public boolean isTried() {
        return trial.filter(kept -> kept.sha256().equals(RuleWriter.sha256(text)))
                .isPresent();
    }

    Rule at(int otherPosition) {
        return new Rule(id, code, version, name, state, otherPosition, text, references, trial, times, revision);
    }
}
