package org.vigie.intake.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody typed, in parts.
 *
 * @param words all of it
 * @param number the house number that it begins or ends with, without spaces ({@code 12bis}); blank when there is none
 * @param street the words without the number
 */
record AddressQuery(List<String> words, String number, List<String> street) {

    private static final String NUMBER = "\\d{1,4}(?:bis|ter|quater|[a-z])?";
    private static final Set<String> SUFFIXES = Set.of("bis", "ter", "quater");
    private static final int MOST_WORDS = 12;

    /** Short forms that are not simply the beginning of the word. */
    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("bd", "boulevard"),
            Map.entry("bld", "boulevard"),
            Map.entry("bvd", "boulevard"),
            Map.entry("av", "avenue"),
            Map.entry("ave", "avenue"),
            Map.entry("r", "rue"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("gal", "general"),
            Map.entry("mal", "marechal"),
            Map.entry("dr", "docteur"),
            Map.entry("pdt", "president"),
            Map.entry("fg", "faubourg"),
            Map.entry("fbg", "faubourg"),
            Map.entry("sq", "square"),
            Map.entry("rte", "route"),
            Map.entry("crs", "cours"));

    static AddressQuery of(String typed) {
        List<String> words = Stream.of(FoldedText.of(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return new AddressQuery(words, "", words);
        }
        int last = words.size() - 1;
        if (isNumber(words.get(0))) {
            boolean hasSuffix = words.size() > 1 && SUFFIXES.contains(words.get(1));
            return split(words, 0, hasSuffix ? 2 : 1);
        }
        if (last > 0 && isNumber(words.get(last))) {
            return split(words, last, words.size());
        }
        if (last > 1 && SUFFIXES.contains(words.get(last)) && isNumber(words.get(last - 1))) {
            return split(words, last - 1, words.size());
        }
        return new AddressQuery(words, "", words);
    }

    private static AddressQuery split(List<String> words, int from, int to) {
        List<String> street = new ArrayList<>(words.subList(0, from));
        street.addAll(words.subList(to, words.size()));
        return new AddressQuery(words, String.join("", words.subList(from, to)), List.copyOf(street));
    }

    private static boolean isNumber(String word) {
        return word.matches(NUMBER);
    }

    /** Regular expressions, one a word: each must match for a street to be meant. Words are letters and digits only. */
    static List<String> patterns(List<String> words) {
        return words.stream()
                .map(word -> SHORT_FORMS.containsKey(word)
                        ? "\\m(%s|%s)".formatted(word, SHORT_FORMS.get(word))
                        : "\\m" + word)
                .toList();
    }

    /** The house numbers that are meant, the exact one first: who types 12 may live at 12 bis. */
    List<String> numbers() {
        return Stream.concat(
                        Stream.of(number),
                        Stream.of("bis", "ter", "quater", "a", "b", "c", "d", "e", "f")
                                .map(suffix -> number + suffix))
                .toList();
    }
}
