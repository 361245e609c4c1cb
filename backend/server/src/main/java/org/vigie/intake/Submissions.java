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
     * Remembers that this submission makes this request, which has to be there when the transaction ends. Two that arrive at once wait for
     * each other here.
     *
     * @return the request that it made before; nothing is remembered then
     * @throws Refusal idempotency-key-reused when the key came with another body, request-id-taken when another submission made that request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> claim(Key key, UUID requestId) {
        Optional<Boolean> taken = jdbc.sql("""
                        insert into intake.submission (jurisdiction_id, idempotency_key, body_sha256, request_id, received_at)
                        values (access.current_jurisdiction(), :key, :sha, :request, :now)
                        on conflict do nothing
                        returning exists (select from request.request r where r.request_id = :request) as taken
                        """)
                .param("key", key.idempotencyKey())
                .param("sha", key.bodySha256())
                .param("request", requestId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getBoolean("taken"))
                .optional();
        if (taken.isEmpty()) {
            return find(key);
        }
        if (taken.get()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "request-id-taken", requestId);
        }
        return Optional.empty();
    }

    private Optional<UUID> find(Key key) {
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
}
