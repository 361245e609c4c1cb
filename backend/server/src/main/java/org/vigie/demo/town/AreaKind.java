package org.vigie.demo.town;

/** What covers a piece of ground. */
public enum AreaKind {
    /** River, brook or lake. */
    WATER,
    /** Woodland outside the town. */
    WOOD,
    /** Park, garden or public green. */
    PARK,
    /** Paved square. */
    SQUARE,
    /** Cemetery. */
    CEMETERY,
    /** Sports ground. */
    SPORT,
    /** Ground that carries streets and houses. */
    BUILT_UP
}
