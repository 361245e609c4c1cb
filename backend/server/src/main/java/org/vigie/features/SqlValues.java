package org.vigie.features;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a statement is given besides its text: every value that somebody sent becomes one of these. */
final class SqlValues {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @return what stands for it in the statement */
    String add(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    Map<String, Object> toMap() {
        return values;
    }
}
