package org.vigie.features.cql2;

import org.vigie.access.Refusal;

/** Reads filters. */
public final class Cql2 {

    private Cql2() {}

    /** @throws Refusal when it is no CQL2 text, is too large, or asks for what is not offered; always MALFORMED */
    public static Predicate parseText(String filter) {
        FilterSize.check(filter);
        return new TextParser(Tokens.of(filter)).parse();
    }

    /** @throws Refusal when it is no CQL2 JSON, is too large, or asks for what is not offered; always MALFORMED */
    public static Predicate parseJson(String filter) {
        FilterSize.check(filter);
        return new JsonParser().parse(filter);
    }
}
