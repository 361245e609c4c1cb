package org.vigie.open311.web;

/** Where the door is. */
final class Paths {

    static final String ROOT = "/{jurisdiction}/open311/v2";
    static final String FORMAT = ".{format:" + Format.ENDINGS + "}";

    private Paths() {}
}
