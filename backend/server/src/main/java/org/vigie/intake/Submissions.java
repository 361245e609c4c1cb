package org.vigie.intake;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** Which submission made which request, so that one sent twice is one request. */
@Repository
public class Submissions {

    /**
     * Names one submission.
     *
     * @param idempotencyKey chosen by the sender, 8 to 200 characters
     * @param bodySha256 of what it sent: the same key with another body is refused
     */
    public record Key(String idempotencyKey, byte[] bodySha256) {}

    private record Seen(UUID requestId, byte[] bodySha256) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The request that this submission made before. Two that arrive at once wait for each other here.
     *
     * @throws Refusal idempotency-key-reused when the key came with another body
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> find(Key key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(access.current_jurisdiction()::text || :key, 1))")
                .param("key", key.idempotencyKey())
                .query((row, n) -> true)
                .single();
        Optional<Seen> seen = jdbc.sql(
                        "select request_id, body_sha256 from intake.submission where idempotency_key = :key")
                .param("key", key.idempotencyKey())
                .query((row, n) -> new Seen(row.getObject("request_id", UUID.class), row.getBytes("body_sha256")))
                .optional();
        if (seen.isPresent() && !MessageDigest.isEqual(seen.get().bodySha256(), key.bodySha256())) {
            throw Refusal.invalid("idempotency-key-reused", key.idempotencyKey());
        }
        return seen.map(Seen::requestId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Key key, UUID requestId) {
        jdbc.sql("""
                        insert into intake.submission (jurisdiction_id, idempotency_key, body_sha256, request_id, received_at)
                        values (access.current_jurisdiction(), :key, :sha, :request, :now)
                        """)
                .param("key", key.idempotencyKey())
                .param("sha", key.bodySha256())
                .param("request", requestId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
