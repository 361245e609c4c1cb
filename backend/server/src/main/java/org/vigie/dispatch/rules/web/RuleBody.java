package org.vigie.dispatch.rules.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.request.rules.RuleState;
import tools.jackson.databind.JsonNode;

/**
 * A rule as the desk reads it.
 *
 * @param text its conditions and outcomes as data
 * @param sentence the same as people say it
 * @param faults what it speaks of and is not there any more: it still decides where it holds, and somebody must look at it
 * @param tried the last trial was of exactly this text
 * @param decided on how many requests it has decided something
 */
record RuleBody(
        UUID id,
        String code,
        int version,
        String name,
        RuleState state,
        int position,
        JsonNode text,
        String sentence,
        List<String> faults,
        boolean tried,
        @Nullable JsonNode trial,
        int decided,
        Instant changedAt,
        @Nullable String changedBy,
        @Nullable Instant activatedAt,
        @Nullable String activatedBy,
        @Nullable Instant retiredAt,
        int revision) {}
