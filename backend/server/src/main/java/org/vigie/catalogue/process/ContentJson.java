package org.vigie.catalogue.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** How a process is written down: in the order of its record, without what is as usual; a field that nobody knows is a fault. */
public final class ContentJson {

    public static final JsonMapper MAPPER = strict(JsonMapper.builder()).build();

    private ContentJson() {}

    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        return builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_DEFAULT));
    }

    static String write(ProcessContent content) {
        return MAPPER.writeValueAsString(content);
    }

    static ProcessContent read(String json) {
        return MAPPER.readValue(json, ProcessContent.class);
    }
}
