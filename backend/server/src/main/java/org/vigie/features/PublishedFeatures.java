package org.vigie.features;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.features.PublishedLayer.Property;
import org.vigie.geo.Ewkb;

/** The features of the open jurisdiction's published layers. Pages go on by key, so that none gets slower. */
@Repository
public class PublishedFeatures {

    /** Whoever asks for more than this takes the connections of everybody else's map. */
    private static final String LONGEST = "8s";

    /** A page of five hundred, and the row that says that there are more, come in one exchange. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String WITHIN = "select set_config('statement_timeout', '" + LONGEST + "', true)";

    /**
     * Plot by plot there is one good way to read, wherever the plots lie: their index. To look for it anew takes as long as the reading, and
     * without knowing the place the planner would put indexes of places together.
     */
    private static final String PLANNED_ONCE =
            "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_bitmapscan', 'off', true)";

    /**
     * @param matched absent when they were not counted
     * @param next absent on the last page
     */
    public record Page(OptionalLong matched, int returned, Optional<ItemsCursor> next) {}

    private final LayerDatabase database;

    PublishedFeatures(LayerDatabase database) {
        this.database = database;
    }

    /**
     * Visits the features of a page, one after the other.
     *
     * @throws Refusal when the condition speaks of what is not declared, or takes too long
     */
    public Page page(ItemsQuery query, Consumer<FeatureRow> visitor) {
        SqlValues values = new SqlValues();
        String condition =
                new SqlCondition(query.layer(), CurrentJurisdiction.get().zone(), values).sql(query.condition());
        return reading(query.layer(), jdbc -> {
            OptionalLong counted =
                    query.after().isPresent() ? query.after().get().matched() : counted(jdbc, query, condition, values);
            String statement = new ItemsStatement(query, condition, values).sql();
            if (query.plots().isPresent()) {
                // How many there are was counted by the indexes of places.
                jdbc.sql(PLANNED_ONCE).query().singleRow();
            }
            Pager pager = new Pager(query, visitor);
            jdbc.sql(statement)
                    .params(values.toMap())
                    .withFetchSize(ROWS_AT_ONCE)
                    .query((ResultSet row) -> pager.visit(row));
            boolean whole = query.after().isEmpty() && !pager.hasMore();
            OptionalLong matched = whole ? OptionalLong.of(pager.returned()) : counted;
            return new Page(matched, pager.returned(), pager.next(matched));
        });
    }

    private static OptionalLong counted(JdbcClient jdbc, ItemsQuery query, String condition, SqlValues values) {
        return query.isCounted()
                ? OptionalLong.of(count(jdbc, query.layer(), condition, values.toMap()))
                : OptionalLong.empty();
    }

    private static long count(JdbcClient jdbc, PublishedLayer layer, String condition, Map<String, Object> values) {
        return jdbc.sql("select count(*) from " + layer.source().view() + " l where " + condition)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** @return absent when there is none here or the public may not see it */
    public Optional<FeatureRow> find(PublishedLayer layer, String id) {
        if (!FeatureIds.isOne(id, layer)) {
            return Optional.empty();
        }
        PublishedLayer.Id key = layer.source().id();
        return reading(
                layer,
                jdbc -> jdbc.sql(ItemsStatement.columns(layer)
                                + " where l.%s = cast(:id as %s)"
                                        .formatted(key.column(), key.type().sql()))
                        .param("id", id)
                        .query((row, n) -> row(layer, row))
                        .optional());
    }

    private static FeatureRow row(PublishedLayer layer, ResultSet row) throws SQLException {
        List<Property> properties = layer.properties();
        List<@Nullable Object> values = new ArrayList<>(properties.size());
        for (int i = 0; i < properties.size(); i++) {
            values.add(value(properties.get(i), ItemsStatement.FIRST_PROPERTY + i, row));
        }
        return new FeatureRow(
                row.getString(ItemsStatement.KEY),
                values,
                Optional.ofNullable(row.getBytes(ItemsStatement.shape(layer))).map(Ewkb::read));
    }

    private static @Nullable Object value(Property property, int column, ResultSet row) throws SQLException {
        Object value = switch (property.type()) {
            case TEXT -> row.getString(column);
            case INTEGER -> row.getLong(column);
            case BOOLEAN -> row.getBoolean(column);
            case INSTANT -> {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case GEOMETRY -> throw new IllegalStateException(property.name());
        };
        return row.wasNull() ? null : value;
    }

    private <T> T reading(PublishedLayer layer, Function<JdbcClient, T> work) {
        try {
            return Objects.requireNonNull(database.read(layer, jdbc -> {
                jdbc.sql(WITHIN).query().singleRow();
                return work.apply(jdbc);
            }));
        } catch (DataAccessException e) {
            throw meant(e);
        }
    }

    /** What took too long, and what PostGIS cannot compare at all, such as a layer's own collections of mixed geometries. */
    private static RuntimeException meant(DataAccessException failure) {
        String state = failure.getMostSpecificCause() instanceof SQLException sql
                ? Objects.requireNonNullElse(sql.getSQLState(), "")
                : "";
        return switch (state) {
            case "57014" -> new Refusal(Refusal.Kind.MALFORMED, "filter-too-slow");
            case "XX000" -> new Refusal(Refusal.Kind.MALFORMED, "filter-not-answerable");
            default -> failure;
        };
    }

    /** Visits what belongs to the page, and sees from the one row beyond it that there is a next. */
    private static final class Pager {

        private final ItemsQuery query;
        private final Consumer<FeatureRow> visitor;
        private int rows;
        private String lastId = "";
        private OptionalLong lastPlot = OptionalLong.empty();
        private final boolean plotByPlot;

        Pager(ItemsQuery query, Consumer<FeatureRow> visitor) {
            this.query = query;
            this.visitor = visitor;
            this.plotByPlot = query.plots().isPresent();
        }

        void visit(ResultSet row) throws SQLException {
            if (++rows <= query.limit()) {
                FeatureRow feature = row(query.layer(), row);
                lastId = feature.id();
                lastPlot = plotByPlot
                        ? OptionalLong.of(row.getLong(ItemsStatement.plot(query.layer())))
                        : OptionalLong.empty();
                visitor.accept(feature);
            }
        }

        int returned() {
            return Math.min(rows, query.limit());
        }

        boolean hasMore() {
            return rows > query.limit();
        }

        Optional<ItemsCursor> next(OptionalLong matched) {
            return hasMore() ? Optional.of(new ItemsCursor(matched, lastPlot, lastId)) : Optional.empty();
        }
    }
}
