package org.vigie.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.vigie.webhook.Webhook.Health;

/** How the hooks of the jurisdiction that is open are doing. */
@Repository
class Healths {

    private final JdbcClient jdbc;

    Healths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Health get(UUID hookId) {
        return jdbc.sql("select * from webhook.health where hook_id = :hook")
                .param("hook", hookId)
                .query((row, n) -> new Health(
                        Webhooks.instant(row, "failing_since"),
                        Webhooks.instant(row, "resting_until"),
                        Webhooks.instant(row, "paused_at"),
                        Webhooks.instant(row, "last_taken_at"),
                        row.getLong("taken"),
                        java.util.Optional.ofNullable(row.getString("last_error"))))
                .single();
    }

    void took(UUID hookId, Instant at) {
        jdbc.sql("""
                        update webhook.health set failing_since = null, resting_until = null, last_taken_at = :at, taken = taken + 1
                        where hook_id = :hook
                        """)
                .param("hook", hookId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param restingUntil when nobody answered, so that others need not try at once; null when something was answered */
    void failed(UUID hookId, String error, Instant at, @org.jspecify.annotations.Nullable Instant restingUntil) {
        jdbc.sql("""
                        update webhook.health set failing_since = coalesce(failing_since, :at), resting_until = :resting, last_error = :error,
                            last_failed_at = :at where hook_id = :hook
                        """)
                .param("hook", hookId)
                .param("error", error)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("resting", restingUntil == null ? null : restingUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that have failed since before that moment are tried no more. */
    boolean pause(UUID hookId, Instant failingBefore, Instant at) {
        return jdbc.sql("""
                        update webhook.health set paused_at = :at where hook_id = :hook and paused_at is null and failing_since <= :before
                        """)
                        .param("hook", hookId)
                        .param("before", failingBefore.atOffset(ZoneOffset.UTC))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void resume(UUID hookId) {
        jdbc.sql("""
                        update webhook.health set paused_at = null, failing_since = null, resting_until = null where hook_id = :hook
                        """).param("hook", hookId).update();
    }
}
