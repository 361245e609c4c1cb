package org.vigie.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.catalogue.RequestKind;
import org.vigie.request.Channel;

/** Which requests are counted: those that fit every list that is not empty. Codes; what is unknown fits nothing. */
public record FigureFilter(
        List<String> categories,
        List<String> domains,
        List<String> sectors,
        List<String> teams,
        List<String> services,
        List<Channel> channels,
        List<RequestKind> kinds) {

    public static final FigureFilter ALL =
            new FigureFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Further conditions on the join of {@link Lives#FILED}; their values are added. */
    String and(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        add(conditions, values, "c.code", categories);
        add(conditions, values, "d.code", domains);
        add(conditions, values, "s.code", sectors);
        add(conditions, values, "t.code", teams);
        add(conditions, values, "v.code", services);
        add(conditions, values, "r.channel", channels.stream().map(Enum::name).toList());
        add(conditions, values, "r.kind", kinds.stream().map(Enum::name).toList());
        return String.join("", conditions);
    }

    private static void add(List<String> conditions, Map<String, Object> values, String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            String name = "wanted" + conditions.size();
            conditions.add(" and " + column + " in (:" + name + ")");
            values.put(name, wanted);
        }
    }
}
