package org.vigie.map.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.util.MultiValueMap;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.map.RequestFilter;

/** Reads a reader's filter from the query; what is not understood is refused by name, never ignored. */
@NamedInterface("filter")
public final class FilterParameters {

    private static final Set<String> STATES = Set.of(
            "RECEIVED",
            "ASSIGNED",
            "IN_PROGRESS",
            "RESOLVED",
            "CLOSED",
            "FORWARDED",
            "REJECTED",
            "DUPLICATE",
            "REOPENED");
    private static final Set<String> KINDS = Set.of("INCIDENT", "COMPLAINT", "QUESTION", "REMARK", "PRAISE");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_VALUES = 50;
    private static final int MOST_CHARACTERS = 100;

    private final MultiValueMap<String, String> query;

    public FilterParameters(MultiValueMap<String, String> query) {
        this.query = query;
    }

    public RequestFilter filter() {
        ZoneId zone = CurrentJurisdiction.get().zone();
        return new RequestFilter(
                codes("domain"),
                codes("category"),
                words("state", STATES),
                words("kind", KINDS),
                instant("from", zone, 0),
                instant("to", zone, 1),
                late());
    }

    /** What is looked for in number, address and description. */
    public Optional<String> words() {
        Optional<String> words = text("q");
        if (words.filter(q -> q.length() > MOST_CHARACTERS).isPresent()) {
            throw malformed("q");
        }
        return words;
    }

    /** Empty when it is not given, or blank. */
    public Optional<String> text(String name) {
        @Nullable String value = query.getFirst(name);
        return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** A day of the jurisdiction or an instant; a day counts from its start, or to the end of it. */
    private Optional<Instant> instant(String name, ZoneId zone, int daysAfter) {
        return text(name).map(value -> {
            try {
                return value.length() == "2026-11-22".length()
                        ? LocalDate.parse(value)
                                .plusDays(daysAfter)
                                .atStartOfDay(zone)
                                .toInstant()
                        : java.time.OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw malformed(name);
            }
        });
    }

    private boolean late() {
        return yesOrNo("late");
    }

    /** No when it is not given. */
    public boolean yesOrNo(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(name);
        };
    }

    private SortedSet<String> words(String name, Set<String> known) {
        SortedSet<String> words = codes(name);
        if (!known.containsAll(words)) {
            throw malformed(name);
        }
        return words;
    }

    private SortedSet<String> codes(String name) {
        SortedSet<String> codes = new TreeSet<>();
        query.getOrDefault(name, Collections.emptyList()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        if (codes.size() > MOST_VALUES
                || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw malformed(name);
        }
        return codes;
    }

    public static Refusal malformed(String parameter) {
        return new Refusal(Refusal.Kind.MALFORMED, "parameter-malformed", parameter);
    }
}
