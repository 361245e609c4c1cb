package org.vigie.features.cql2;

import java.util.function.Supplier;

/** Keeps a filter within what anybody may ask of a service that everybody shares. Counted while it is read, so that a huge one costs nothing. */
final class FilterSize {

    static final int MOST_CHARACTERS = 16_000;
    static final int MOST_PARTS = 1_000;
    static final int MOST_LEVELS = 24;

    private int parts;
    private int levels;

    static void check(String filter) {
        if (filter.length() > MOST_CHARACTERS) {
            throw FilterRefusals.tooLarge();
        }
    }

    <T> T deeper(Supplier<T> read) {
        if (++levels > MOST_LEVELS || ++parts > MOST_PARTS) {
            throw FilterRefusals.tooLarge();
        }
        T inside = read.get();
        levels--;
        return inside;
    }
}
