package org.vigie.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who changed which setting of the jurisdiction that is open, when and why: appended to, never changed. */
@Repository
public class SettingChanges {

    private static final String LATEST = """
            select distinct on (c.subject) c.subject, c.revision, c.changed_at, c.reason, coalesce(a.display_name, 'Vigie') as name
            from access.setting_change c left join access.account a using (jurisdiction_id, account_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SettingChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest change; empty for a setting that nobody has changed since it was made. */
    @Transactional(readOnly = true)
    public Optional<SettingChange> find(String subject) {
        return jdbc.sql(LATEST + "where c.subject = :subject order by c.subject, c.revision desc")
                .param("subject", subject)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The latest changes of all settings whose subject begins so, by what follows. */
    @Transactional(readOnly = true)
    public Map<String, SettingChange> list(String prefix) {
        Map<String, SettingChange> changes = new HashMap<>();
        jdbc.sql(LATEST + "where starts_with(c.subject, :prefix) order by c.subject, c.revision desc")
                .param("prefix", prefix)
                .query(row -> {
                    changes.put(row.getString("subject").substring(prefix.length()), read(row));
                });
        return changes;
    }

    /**
     * Notes a change in the transaction that makes it. Of two that saw the same revision, the second is refused, also when they come at
     * the same time.
     *
     * @param seen the revision that the caller read; 0 before the first change
     * @throws Refusal setting-changed-meanwhile, with who did it when
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String subject, int seen, String reason) {
        int revision = find(subject).map(SettingChange::revision).orElse(0);
        int noted = revision != seen
                ? 0
                : jdbc.sql("""
                                insert into access.setting_change (jurisdiction_id, subject, revision, changed_at, account_id, reason)
                                values (access.current_jurisdiction(), :subject, :revision, :at, :account, :reason)
                                on conflict (jurisdiction_id, subject, revision) do nothing
                                """)
                        .param("subject", subject)
                        .param("revision", revision + 1)
                        .param("at", Timestamp.from(clock.instant()))
                        .param(
                                "account",
                                SignedIn.find().map(SignedInAccount::accountId).orElse(null))
                        .param("reason", reason.strip())
                        .update();
        if (noted == 0) {
            throw find(subject)
                    .map(last -> new Refusal(
                            Refusal.Kind.CHANGED_MEANWHILE, "setting-changed-meanwhile", last.by(), last.at()))
                    .orElseGet(() -> new Refusal(Refusal.Kind.MALFORMED, "revision-malformed", seen));
        }
    }

    private static SettingChange read(ResultSet row) throws SQLException {
        return new SettingChange(
                row.getInt("revision"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("name"),
                row.getString("reason"));
    }
}
