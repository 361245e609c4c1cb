package org.vigie.citizen;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.ExpiringPersonalData;

/** How requesters say that they were served, one word a request. */
@Repository
public class Satisfactions implements ExpiringPersonalData {

    /**
     * @param score 1 to 5, 5 is best
     * @param words may be empty
     */
    public record Satisfaction(int score, String words) {}

    private static final int WORDS_KEPT_MONTHS = 24;

    private final JdbcClient jdbc;

    Satisfactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(UUID requestId, Satisfaction satisfaction, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, CurrentJurisdiction.get().zone());
        jdbc.sql("""
                        insert into citizen.satisfaction (jurisdiction_id, request_id, score, words, given_at, removal_on)
                        values (access.current_jurisdiction(), :request, :score, :words, :at, :removal)
                        on conflict (jurisdiction_id, request_id) do update
                        set score = excluded.score, words = excluded.words, given_at = excluded.given_at, removal_on = excluded.removal_on
                        """)
                .param("request", requestId)
                .param("score", satisfaction.score())
                .param("words", satisfaction.words())
                .param("at", Timestamp.from(at))
                .param("removal", Date.valueOf(today.plusMonths(WORDS_KEPT_MONTHS)))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Satisfaction> find(UUID requestId) {
        return jdbc.sql("select score, words from citizen.satisfaction where request_id = :request")
                .param("request", requestId)
                .query((row, n) -> new Satisfaction(row.getInt("score"), row.getString("words")))
                .optional();
    }

    @Override
    public String description() {
        return "words on satisfaction";
    }

    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        return jdbc.sql("update citizen.satisfaction set words = '' where removal_on < :today and words <> ''")
                .param("today", Date.valueOf(today))
                .update();
    }
}
