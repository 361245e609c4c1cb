package org.vigie.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts failed sign-ins, across processes: five an account, thirty an address, in a quarter of an hour. A delay, never a lock. */
@Repository
public class SignInFailures {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_BY_ACCOUNT = 5;
    static final int MOST_BY_ADDRESS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public void refuseWhenTooMany(String email, String clientAddress) {
        if (count("email_sha256", sha256(email)) >= MOST_BY_ACCOUNT
                || count("client_address", clientAddress) >= MOST_BY_ADDRESS) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-attempts", WINDOW.toMinutes());
        }
    }

    @Transactional
    public void record(String email, String clientAddress) {
        jdbc.sql("""
                        insert into access.sign_in_failure (jurisdiction_id, email_sha256, client_address, failed_at)
                        values (access.current_jurisdiction(), :email, :address, :now)
                        """)
                .param("email", sha256(email))
                .param("address", clientAddress)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A success clears the account's failures and everything too old to count. */
    @Transactional
    public void forget(String email) {
        jdbc.sql("delete from access.sign_in_failure where email_sha256 = :email or failed_at < :old")
                .param("email", sha256(email))
                .param("old", Timestamp.from(windowStart()))
                .update();
    }

    private int count(String column, Object value) {
        return jdbc.sql("select count(*) from access.sign_in_failure where " + column
                        + " = :value and failed_at >= :since")
                .param("value", value)
                .param("since", Timestamp.from(windowStart()))
                .query(Integer.class)
                .single();
    }

    private Instant windowStart() {
        return clock.instant().minus(WINDOW);
    }

    private static byte[] sha256(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Accounts.fold(email).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
