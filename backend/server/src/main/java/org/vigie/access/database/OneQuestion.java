package org.vigie.access.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;

/**
 * Asks one function of the published map, as {@code map_reader}, in one exchange with the database. A transaction takes three: it begins and is
 * bound to its jurisdiction, it asks, and it ends. For what is asked some hundred times a second; what takes two statements is read in a transaction.
 */
@Component
public class OneQuestion {

    /** The statement is a transaction of its own, and the row that binds it is read before the function is called. */
    private static final String BOUND =
            "with bound as materialized (select set_config('vigie.jurisdiction', ?, true)) select %s from bound";

    private final JdbcTemplate jdbc;

    OneQuestion(@Qualifier("readerDataSource") DataSource readerDataSource) {
        this.jdbc = new JdbcTemplate(readerDataSource);
    }

    /**
     * @param function a call with a question mark for each of the values; a constant, since the database keeps a plan for each
     * @return what it answers in the open jurisdiction
     */
    public <T> T ask(Class<T> answer, String function, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(values.length + 1);
        all.add(CurrentJurisdiction.get().id().toString());
        all.addAll(Arrays.asList(values));
        return Objects.requireNonNull(jdbc.queryForObject(BOUND.formatted(function), answer, all.toArray()));
    }
}
