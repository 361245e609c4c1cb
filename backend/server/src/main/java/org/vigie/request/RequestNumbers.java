package org.vigie.request;

import java.time.Instant;
import java.time.Year;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;

/** Numbers that people read, one series a jurisdiction and year: 2026-004217. A rolled-back request leaves no gap. */
@Repository
public class RequestNumbers {

    private final JdbcClient jdbc;

    RequestNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the last step before commit if it can: the row stays locked until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Instant receivedAt) {
        int year =
                Year.from(receivedAt.atZone(CurrentJurisdiction.get().zone())).getValue();
        return format(year, reserve(year, 1));
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
