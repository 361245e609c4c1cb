package org.vigie.request;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.catalogue.Category;
import org.vigie.geo.Wgs84Point;

/**
 * Category × danger × what is near → priority. Of the rules that fit, those for the category go before those for its domain and these
 * before those for all; then the one that asks for most; then the smallest code. Without any, it is the category's usual one. Immutable.
 */
public final class PriorityMatrix {

    /** Null stands for all. */
    record Rule(
            String code,
            @Nullable String domainCode,
            @Nullable UUID categoryId,
            @Nullable Danger danger,
            @Nullable UUID placeClassId,
            Priority priority) {

        boolean fits(Category category, Danger told, Map<UUID, PriorityChoice.Near> near) {
            boolean about = categoryId != null
                    ? categoryId.equals(category.id())
                    : domainCode == null || domainCode.equals(category.domainCode());
            return about
                    && (danger == null || danger == told)
                    && (placeClassId == null || near.containsKey(placeClassId));
        }

        boolean isWithin(Cell cell) {
            boolean about = categoryId != null
                    ? categoryId.equals(cell.categoryId())
                    : domainCode == null || domainCode.equals(cell.domainCode());
            return about
                    && (danger == null || danger == cell.danger())
                    && (placeClassId == null || placeClassId.equals(cell.placeClassId()));
        }

        int breadth() {
            return categoryId != null ? 0 : domainCode != null ? 1 : 2;
        }
    }

    /**
     * A cell of the table; null stands for all: whatever danger is told, wherever it lies.
     *
     * @param domainCode that of the category, too
     */
    public record Cell(
            @Nullable String domainCode,
            @Nullable UUID categoryId,
            @Nullable Danger danger,
            @Nullable UUID placeClassId) {}

    /** What decides for a cell: the priority, and of what it is told. */
    public record Decided(
            Priority priority,
            boolean ofCategory,
            boolean ofDomain,
            Optional<Danger> danger,
            Optional<UUID> placeClassId) {}

    private final List<Rule> rules;
    private final PlaceClasses places;
    private final Function<Category, Priority> usual;

    /**
     * @param rules by code
     * @param usual what a category's process says
     */
    PriorityMatrix(List<Rule> rules, PlaceClasses places, Function<Category, Priority> usual) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(Rule::breadth)
                        .thenComparing(Comparator.comparing(Rule::priority).reversed()))
                .toList();
        this.places = places;
        this.usual = usual;
    }

    /** @param danger as told; empty: immediate for an urgent category, else none */
    public PriorityChoice choose(Category category, Optional<Danger> danger, Optional<Wgs84Point> position) {
        Map<UUID, PriorityChoice.Near> near = near(position);
        Danger told = told(category, danger);
        return rules.stream()
                .filter(rule -> rule.fits(category, told, near))
                .findFirst()
                .map(rule -> new PriorityChoice(
                        rule.priority(),
                        Optional.of(rule.code()),
                        Optional.ofNullable(rule.danger()),
                        Optional.ofNullable(rule.placeClassId()).map(near::get)))
                .orElseGet(() -> new PriorityChoice(
                        usual.apply(category), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** What decides for a cell, written there or further out; empty: nothing, it is the usual priority. */
    public Optional<Decided> decides(Cell cell) {
        return rules.stream()
                .filter(rule -> rule.isWithin(cell))
                .findFirst()
                .map(rule -> new Decided(
                        rule.priority(),
                        rule.categoryId() != null,
                        rule.domainCode() != null,
                        Optional.ofNullable(rule.danger()),
                        Optional.ofNullable(rule.placeClassId())));
    }

    /** The nearest thing of each class of places that is near enough, by the id of the class. */
    public Map<UUID, PriorityChoice.Near> near(Optional<Wgs84Point> position) {
        return position.map(places::near).orElse(Map.of());
    }

    /** What counts as told: without a word of it, immediate for an urgent category and else none. */
    public static Danger told(Category category, Optional<Danger> danger) {
        return danger.orElse(category.isUrgent() ? Danger.IMMEDIATE : Danger.NONE);
    }
}
