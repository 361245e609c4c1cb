package org.vigie.features;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.access.Refusal;

/** SQL that reads a page: by id, or plot by plot where a condition keeps to a place. */
final class ItemsStatement {

    /** Where its columns stand, so that no row looks for them by name; after the properties come the shape and, plot by plot, the plot. */
    static final int KEY = 1;

    static final int FIRST_PROPERTY = 2;

    private static final String PLOT_NAME = "feature_plot";

    private final ItemsQuery query;
    private final String condition;
    private final SqlValues values;

    /** @param values takes what the statement is given besides its text */
    ItemsStatement(ItemsQuery query, String condition, SqlValues values) {
        this.query = query;
        this.condition = condition;
        this.values = values;
    }

    /** Of all columns that are shown, from a layer named {@code l}. */
    static String columns(PublishedLayer layer) {
        return columns(layer, "", "");
    }

    private static String columns(PublishedLayer layer, String last, String beside) {
        return layer.properties().stream()
                .map(property -> "l." + property.column())
                .collect(Collectors.joining(
                        ", ",
                        "select l." + layer.source().id().column() + ", ",
                        ", st_asewkb(l.geom)" + last + " from " + beside
                                + layer.source().view() + " l"));
    }

    static int shape(PublishedLayer layer) {
        return FIRST_PROPERTY + layer.properties().size();
    }

    static int plot(PublishedLayer layer) {
        return shape(layer) + 1;
    }

    /** With one row more than the page holds, where there are more. */
    String sql() {
        Optional<long[]> plots = query.plots();
        if (plots.isPresent()
                != query.after().map(cursor -> cursor.lastPlot().isPresent()).orElse(plots.isPresent())) {
            throw new Refusal(Refusal.Kind.MALFORMED, "cursor-malformed");
        }
        return plots.map(this::plotByPlot).orElseGet(this::byId);
    }

    private String byId() {
        return columns(query.layer()) + " where " + condition
                + query.after().map(cursor -> " and " + beyond(cursor)).orElse("") + ends();
    }

    /**
     * The order of plots is one that the planner knows, so that it stops with the page. Ids come first: knowing how many they are, it
     * looks up the names of things once and not for each.
     */
    private String plotByPlot(long[] plots) {
        String going = "";
        long[] left = plots;
        if (query.after().isPresent()) {
            ItemsCursor cursor = query.after().get();
            long last = cursor.lastPlot().orElseThrow();
            left = Arrays.stream(plots).filter(plot -> plot >= last).toArray();
            going = " and (p.plot > " + values.add(last) + " or " + beyond(cursor) + ")";
        }
        PublishedLayer.Source source = query.layer().source();
        String found =
                "select p.plot as %s, p.place, f.id from unnest(cast(%s as bigint[])) with ordinality p (plot, place)"
                                .formatted(PLOT_NAME, values.add(left))
                        + " cross join lateral (select l.%s as id from %s l where l.%s = p.plot and "
                                .formatted(
                                        source.id().column(),
                                        source.view(),
                                        source.plot().orElseThrow())
                        + condition + going + ends() + ") f order by p.place, f.id" + limit();
        return columns(query.layer(), ", k." + PLOT_NAME, "(" + found + ") k join ") + " on l."
                + source.id().column() + " = k.id order by k.place, k.id";
    }

    private String beyond(ItemsCursor cursor) {
        PublishedLayer.Id id = query.layer().source().id();
        return "l.%s > cast(%s as %s)"
                .formatted(id.column(), values.add(cursor.lastId()), id.type().sql());
    }

    private String ends() {
        return " order by l." + query.layer().source().id().column() + limit();
    }

    private String limit() {
        return " limit " + (query.limit() + 1);
    }
}
