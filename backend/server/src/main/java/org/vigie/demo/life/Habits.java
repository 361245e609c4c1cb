package org.vigie.demo.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people report, as the sheet {@code demo/habits.yaml} has it.
 *
 * @param seasons twelve months' weights by name
 * @param since "since yesterday" and the like
 * @param places where in a street, {n} being a house number
 */
public record Habits(
        Map<String, List<Double>> seasons,
        List<String> since,
        List<String> places,
        List<String> closings,
        Map<String, Manner> domains,
        Map<String, Habit> categories) {

    /** What is added to a report of a domain, and how it is answered. */
    public record Manner(List<String> more, List<String> done) {}

    /**
     * One category.
     *
     * @param weight share of a year's requests, relative to the others
     * @param storm how many times as many on a stormy day; 0 for as many
     * @param pace usual part of the promised time that the work takes; 0 for the usual one
     */
    public record Habit(
            int weight,
            String season,
            String where,
            double storm,
            double pace,
            List<String> texts,
            Optional<List<String>> done) {}
}
