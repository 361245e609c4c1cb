package org.vigie.demo.town;

/** What a street is to the town; it sets its width and how a map draws it. */
public enum StreetKind {
    /** The ring road. */
    TRUNK(26),
    /** Boulevards, avenues and the roads out of town. */
    MAIN(20),
    /** Streets that link quarters, and country roads. */
    SECONDARY(16),
    /** Where people live. */
    RESIDENTIAL(13),
    /** Curved streets inside the boulevards. */
    OLD(9),
    /** Country lanes and footpaths. */
    PATH(5);

    private final double width;

    StreetKind(double width) {
        this.width = width;
    }

    /** Metres from house front to house front: carriageway, kerbs and pavements. */
    public double width() {
        return width;
    }
}
