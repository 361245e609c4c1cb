package org.vigie.request.rules;

import org.vigie.access.Refusal;

/** Why a rule cannot be: by name, with where it is. */
public final class RuleFault extends Refusal {

    private final String path;

    /** @param path {@code if.any[0].words}; the first value of the sentence */
    RuleFault(String name, String path, Object... values) {
        super(Kind.INVALID, name, joined(path, values));
        this.path = path;
    }

    private static Object[] joined(String path, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = path;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    public String path() {
        return path;
    }
}
