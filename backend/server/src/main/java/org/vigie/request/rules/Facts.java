package org.vigie.request.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.vigie.catalogue.Category;
import org.vigie.request.Channel;
import org.vigie.request.Danger;
import org.vigie.request.Priority;
import org.vigie.request.PriorityChoice;

/**
 * What conditions may ask of one report. What costs something is asked for only when a condition does.
 *
 * @param usual the priority that a person or the table gives
 * @param near the nearest thing of each class of places that is near enough, by the class's code
 * @param sector code of the sector that serves it; empty outside all
 * @param areas codes of the pieces of ground that it lies on
 * @param onShift whether a shift, by its code, holds at the hour
 * @param open whether somebody works by a calendar, by its code, at the hour
 * @param answers to the questions of the form, by question
 */
public record Facts(
        Category category,
        Priority usual,
        Danger danger,
        Supplier<Map<String, PriorityChoice.Near>> near,
        Optional<String> sector,
        Supplier<Set<String>> areas,
        Predicate<String> onShift,
        Predicate<String> open,
        Channel channel,
        RequesterKind requester,
        Map<String, String> answers,
        FoldedWords words) {}
