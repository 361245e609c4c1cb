package org.vigie.map;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Which requests a reader wants to see; empty means all, but with neither state nor period only what is open or was settled in
 * the last 30 days. Codes hold letters, digits, dots, hyphens and underscores only.
 *
 * @param from received at or after
 * @param to received before
 * @param late only those whose promised time is over
 */
public record RequestFilter(
        SortedSet<String> domains,
        SortedSet<String> categories,
        SortedSet<String> states,
        SortedSet<String> kinds,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean late) {

    /** The same of all times, where it would mean what is open or was settled lately. */
    public RequestFilter ofAllTimes() {
        return states.isEmpty() && from.isEmpty() && to.isEmpty()
                ? new RequestFilter(domains, categories, states, kinds, Optional.of(Instant.EPOCH), to, late)
                : this;
    }

    /** As {@code map.request_matching} takes it. The same filter is always the same text. */
    String toJson() {
        StringBuilder json = new StringBuilder("{");
        list(json, "domain", domains);
        list(json, "category", categories);
        list(json, "state", states);
        list(json, "kind", kinds);
        from.ifPresent(instant -> text(json, "from", instant));
        to.ifPresent(instant -> text(json, "to", instant));
        if (late) {
            member(json, "late").append("true");
        }
        return json.append('}').toString();
    }

    private static void list(StringBuilder json, String name, SortedSet<String> values) {
        if (!values.isEmpty()) {
            member(json, name)
                    .append(values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static void text(StringBuilder json, String name, Instant instant) {
        member(json, name).append('"').append(instant).append('"');
    }

    private static StringBuilder member(StringBuilder json, String name) {
        return json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":");
    }
}
