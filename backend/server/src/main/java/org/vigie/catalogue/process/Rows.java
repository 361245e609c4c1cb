package org.vigie.catalogue.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Many rows as one parameter, for {@code jsonb_to_recordset}: a catalogue is written by a few statements, however long it is. */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    static <T> String of(List<T> values, Function<T, Map<String, ?>> row) {
        return JSON.writeValueAsString(values.stream().map(row).toList());
    }
}
