package org.vigie.catalogue;

/** What the categories are grouped by. */
public record Domain(String code, String name, String glyph) {}
