package org.vigie.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.ExpiringPersonalData;

/** The messages of the open jurisdiction, sent and waiting. */
@Repository
public class Messages implements ExpiringPersonalData {

    private static final int LONGEST_FAILURE = 500;

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The messages whose occasion begins so, oldest first. */
    @Transactional(readOnly = true)
    public List<Message> listByOccasion(String beginning) {
        return jdbc.sql("""
                        select * from notification.message
                        where jurisdiction_id = access.current_jurisdiction() and starts_with(occasion, :beginning)
                        order by created_at, message_id
                        """).param("beginning", beginning).query(Messages::read).list();
    }

    /** @return false when this occasion was written to this recipient before; nothing is added then */
    boolean add(UUID id, OutgoingMessage message, Instant at, LocalDate removalOn) {
        return jdbc.sql("""
                        insert into notification.message (jurisdiction_id, message_id, occasion, channel, recipient, subject, body, locale,
                            created_at, removal_on)
                        values (access.current_jurisdiction(), :id, :occasion, 'EMAIL', :recipient, :subject, :body, :locale, :at, :removal)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("occasion", message.occasion())
                        .param("recipient", message.recipient())
                        .param("subject", message.subject())
                        .param("body", message.body())
                        .param("locale", message.locale().toLanguageTag())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("removal", removalOn)
                        .update()
                == 1;
    }

    /** A message that still has to be sent; until the transaction ends nobody else gets it. */
    Optional<Message> lockUnsent(UUID id) {
        return jdbc.sql("""
                        select * from notification.message
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id and sent_at is null
                        for update skip locked
                        """).param("id", id).query(Messages::read).optional();
    }

    void markSent(UUID id, Instant at) {
        jdbc.sql("""
                        update notification.message set sent_at = :at, last_failure = null
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id
                        """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void markFailed(UUID id, String failure) {
        jdbc.sql("""
                        update notification.message set failed_attempts = failed_attempts + 1, last_failure = :failure
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id
                        """)
                .param("id", id)
                .param("failure", failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                .update();
    }

    @Override
    public String description() {
        return "messages";
    }

    @Override
    @Transactional
    public int removeExpired(LocalDate today) {
        return jdbc.sql("""
                        delete from notification.message
                        where jurisdiction_id = access.current_jurisdiction() and removal_on < :today
                        """).param("today", today).update();
    }

    private static Message read(ResultSet row, int rowNumber) throws SQLException {
        return new Message(
                row.getObject("message_id", UUID.class),
                row.getString("occasion"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("failed_attempts"),
                Optional.ofNullable(row.getString("last_failure")));
    }
}
