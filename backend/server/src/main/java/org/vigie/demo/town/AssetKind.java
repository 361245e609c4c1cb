package org.vigie.demo.town;

/** What the town owns and keeps up. */
public enum AssetKind {
    /** Street light. */
    LAMP_POST("L"),
    /** Tree of an avenue, a square or a park. */
    TREE("A"),
    /** Litter bin. */
    BIN("C"),
    /** Bench. */
    BENCH("B"),
    /** Container for glass. */
    GLASS_CONTAINER("V"),
    /** Fire hydrant. */
    HYDRANT("H"),
    /** School. */
    SCHOOL("E"),
    /** Sports facility. */
    SPORTS_FACILITY("S"),
    /** Playground. */
    PLAYGROUND("J");

    private final String prefix;

    AssetKind(String prefix) {
        this.prefix = prefix;
    }

    /** The code painted on the n-th of them, from 1: L-0001. */
    String code(int number) {
        String digits = Integer.toString(number);
        return prefix + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
