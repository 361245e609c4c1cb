package org.vigie.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered to the questions of a process. Seen by staff only.
 *
 * @param processVersionId of the version whose questions they are, and which the request keeps; empty where the category has none
 * @param byQuestion by the code of the question, each as text: a choice by its code, a number with a dot, yes and no as true and false, a
 *     date as 2026-04-30
 */
public record Answers(Optional<UUID> processVersionId, Map<String, String> byQuestion) {

    public static final Answers NONE = new Answers(Optional.empty(), Map.of());

    private static final JsonMapper JSON = new JsonMapper();

    public Answers {
        byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
    }

    /** @param json as the request keeps them */
    public static Answers read(@Nullable UUID processVersionId, String json) {
        return new Answers(
                Optional.ofNullable(processVersionId),
                JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {}));
    }

    String toJson() {
        return JSON.writeValueAsString(byQuestion);
    }
}
