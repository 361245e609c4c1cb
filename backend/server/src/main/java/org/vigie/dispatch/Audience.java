package org.vigie.dispatch;

/** Who watches a live map: everybody, the desk, or a team in the field. */
public enum Audience {
    PUBLIC,
    DESK,
    FIELD
}
