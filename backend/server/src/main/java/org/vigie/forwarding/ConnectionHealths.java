package org.vigie.forwarding;

import static org.vigie.forwarding.Rows.at;
import static org.vigie.forwarding.Rows.instant;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the connections of the jurisdiction that is open are doing. */
@Repository
class ConnectionHealths {

    private final JdbcClient jdbc;

    ConnectionHealths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Health get(UUID organisationId) {
        return jdbc.sql("select * from forwarding.health where organisation_id = :id")
                .param("id", organisationId)
                .query((row, n) -> new Health(
                        instant(row, "failing_since"),
                        instant(row, "resting_until"),
                        instant(row, "last_answer_at"),
                        Optional.ofNullable(row.getString("last_error")),
                        Optional.ofNullable((Boolean) row.getObject("speaks_updates")),
                        instant(row, "updates_until")))
                .single();
    }

    void answered(UUID organisationId, Instant now) {
        jdbc.sql("""
                        update forwarding.health set failing_since = null, resting_until = null, last_answer_at = :now
                        where organisation_id = :id
                        """).param("id", organisationId).param("now", at(now)).update();
    }

    /** @param restingUntil when nobody answered, so that others need not try at once; null when something was answered */
    void failed(UUID organisationId, String error, Instant now, @Nullable Instant restingUntil) {
        jdbc.sql("""
                        update forwarding.health set failing_since = coalesce(failing_since, :now), resting_until = :resting, last_error = :error
                        where organisation_id = :id
                        """)
                .param("id", organisationId)
                .param("now", at(now))
                .param("resting", restingUntil == null ? null : at(restingUntil))
                .param("error", error)
                .update();
    }

    void speaksUpdates(UUID organisationId, boolean speaks) {
        jdbc.sql("update forwarding.health set speaks_updates = :speaks where organisation_id = :id")
                .param("id", organisationId)
                .param("speaks", speaks)
                .update();
    }

    void updatesAreKnown(UUID organisationId, Instant until) {
        jdbc.sql("update forwarding.health set updates_until = :until where organisation_id = :id")
                .param("id", organisationId)
                .param("until", at(until))
                .update();
    }
}
