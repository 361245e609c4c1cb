package org.vigie.demo.town;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Names the streets that growth left unnamed, each name once, from the stock that fits the quarter. */
final class StreetNames {

    /** Metres; a dead end up to this length is an impasse. */
    private static final double IMPASSE = 170;

    /** Metres; a short street in the garden suburbs is an allée. */
    private static final double ALLEE = 260;

    private final TownEdge edge;
    private final RoadIndex index;
    private final Set<String> used = new HashSet<>();
    private final List<String> worn = new ArrayList<>();
    private final Deque<String> oldTown;
    private final Deque<String> people;
    private final Deque<String> garden;
    private final Deque<String> quarters;
    private final Deque<String> fields;
    private final Deque<String> works;

    StreetNames(TownEdge edge, RoadIndex index, long seed) {
        this.edge = edge;
        this.index = index;
        Random random = new Random(seed);
        oldTown = shuffled(NameStock.OLD_TOWN, random);
        people = shuffled(NameStock.PEOPLE, random);
        garden = shuffled(NameStock.GARDEN, random);
        quarters = shuffled(NameStock.QUARTERS, random);
        fields = shuffled(NameStock.FIELDS, random);
        works = shuffled(NameStock.WORKS, random);
    }

    /** The same roads, in the same order, all of them named. */
    List<Road> name(List<Road> roads) {
        List<Road> named = new ArrayList<>();
        roads.forEach(road -> used.add(road.name()));
        for (Road road : roads) {
            named.add(road.name().isEmpty() ? road.named(nameOf(road)) : road);
        }
        return named;
    }

    private String nameOf(Road road) {
        if (road.kind() == StreetKind.PATH) {
            return pick(List.of("Chemin", "Sentier"), List.of(fields));
        }
        Coordinate middle = road.line().at(road.line().size() / 2);
        boolean outer = edge.share(middle) > 0.62;
        return pick(words(road, outer), stocks(road, middle, outer));
    }

    /** The stocks to take from, the most fitting first. */
    private List<Deque<String>> stocks(Road road, Coordinate middle, boolean outer) {
        if (road.kind() == StreetKind.OLD) {
            return List.of(oldTown, quarters, people);
        }
        if (TownTerrain.works(middle)) {
            return List.of(works, people, quarters);
        }
        // Not a coin: neighbours should share a theme, as they do where a quarter was built in one go.
        boolean theme = Math.floorMod((int) Math.floor(middle.x / 420) + (int) Math.floor(middle.y / 420), 3) == 0;
        if (outer) {
            return theme ? List.of(people, garden, quarters) : List.of(garden, people, quarters);
        }
        return theme ? List.of(quarters, people, garden) : List.of(people, quarters, garden);
    }

    private List<String> words(Road road, boolean outer) {
        double length = road.line().length();
        boolean deadEnd = loose(road.line().first()) != loose(road.line().last());
        if (deadEnd && length < IMPASSE) {
            return List.of("Impasse", "Rue", "Allée");
        }
        return outer && length < ALLEE ? List.of("Allée", "Rue", "Impasse") : List.of("Rue", "Allée", "Impasse");
    }

    /** An end that is no vertex of another road; its own mark makes one. */
    private boolean loose(Coordinate end) {
        int[] marks = new int[1];
        index.nearest(end, 0.01, mark -> {
            marks[0]++;
            return false;
        });
        return marks[0] < 2;
    }

    /** A subject no street has yet; failing that, a street off another one of the same subject: Impasse des Lilas. */
    private String pick(List<String> words, List<Deque<String>> stocks) {
        for (Deque<String> stock : stocks) {
            if (!stock.isEmpty()) {
                String subject = stock.removeFirst();
                worn.add(subject);
                return use(words.getFirst() + " " + subject);
            }
        }
        for (String word : words) {
            for (String subject : worn) {
                if (!used.contains(word + " " + subject)) {
                    return use(word + " " + subject);
                }
            }
        }
        throw new IllegalStateException("No street name is left for " + words);
    }

    private String use(String name) {
        used.add(name);
        return name;
    }

    private static Deque<String> shuffled(List<String> names, Random random) {
        List<String> copy = new ArrayList<>(names);
        Collections.shuffle(copy, random);
        return new ArrayDeque<>(copy);
    }
}
