package org.vigie.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a review, in the reader's words and not yet set.
 *
 * @param name stable: the name of its file
 */
public record ReviewTable(String name, String title, List<String> headers, List<List<Cell>> rows) {

    /** What stands in one cell; nothing where there is nothing to tell. */
    public sealed interface Cell {}

    public record Words(String text) implements Cell {}

    public record Count(long value) implements Cell {}

    /** From 0 to 1; absent of nothing. */
    public record Share(@Nullable Double value) implements Cell {}

    public record Time(@Nullable Long seconds) implements Cell {}

    public record Mean(@Nullable Double value) implements Cell {}

    /** To six digits, however small: of a probability the noughts are the point. */
    public record Measure(@Nullable Double value) implements Cell {}

    public static Share share(long part, long whole) {
        return new Share(whole == 0 ? null : (Double) ((double) part / whole));
    }
}
