package org.vigie.request;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that people read, one series a jurisdiction and year: 2026-004217. A rolled-back request leaves no gap: whoever takes one keeps all
 * others waiting until the end of the transaction. A report takes its own when it is its turn (intake.ownership).
 */
@Repository
public class RequestNumbers {

    private final JdbcClient jdbc;

    RequestNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the first of {@code count} consecutive numbers of a year */
    @Transactional(propagation = Propagation.MANDATORY)
    public int reserve(int year, int count) {
        int last = jdbc.sql("""
                        insert into request.number_sequence as s (jurisdiction_id, year, last_number)
                        values (access.current_jurisdiction(), :year, :count)
                        on conflict (jurisdiction_id, year) do update set last_number = s.last_number + :count
                        returning last_number
                        """)
                .param("year", year)
                .param("count", count)
                .query((row, n) -> row.getInt("last_number"))
                .single();
        return last - count + 1;
    }

    public static String format(int year, int number) {
        return "%d-%06d".formatted(year, number);
    }
}
