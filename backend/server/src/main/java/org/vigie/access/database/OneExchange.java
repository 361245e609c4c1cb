package org.vigie.access.database;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * Statements that go to the database together and are waited for once, in the order in which they were added: each sees what those before
 * it wrote. Only the last one answers, with one row. Their texts must be constants, since the database keeps a plan for each sequence of them.
 */
public final class OneExchange {

    private static final ConcurrentMap<String, ParsedSql> PARSED = new ConcurrentHashMap<>();

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param parameters by the names that the statement has for them after a colon */
    public void add(String statement, Map<String, ? extends @Nullable Object> parameters) {
        ParsedSql parsed = PARSED.computeIfAbsent(statement, NamedParameterUtils::parseSqlStatement);
        MapSqlParameterSource source = new MapSqlParameterSource(parameters);
        statements.add(
                NamedParameterUtils.substituteNamedParameters(parsed, source).strip());
        values.addAll(Arrays.asList(NamedParameterUtils.buildValueArray(parsed, source, null)));
    }

    /**
     * Sends them, in the transaction that they belong to, with a question after them.
     *
     * @return what its one row says
     */
    public <T> T send(JdbcOperations jdbc, String question, Map<String, ?> parameters, RowMapper<T> answer) {
        add(question, parameters);
        return Objects.requireNonNull(jdbc.execute(String.join(";\n", statements), (PreparedStatementCallback<T>)
                sent -> {
                    new ArgumentPreparedStatementSetter(values.toArray()).setValues(sent);
                    boolean answered = sent.execute();
                    while (!answered && sent.getUpdateCount() >= 0) {
                        answered = sent.getMoreResults();
                    }
                    try (ResultSet rows = sent.getResultSet()) {
                        rows.next();
                        return answer.mapRow(rows, 0);
                    }
                }));
    }
}
