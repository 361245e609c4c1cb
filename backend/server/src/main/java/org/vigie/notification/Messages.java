package org.vigie.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.ExpiringPersonalData;
import org.vigie.access.database.OneExchange;

/** The messages of the open jurisdiction, sent and waiting. */
@Repository
public class Messages implements ExpiringPersonalData {

    private static final int LONGEST_FAILURE = 500;

    private static final String INSERT = """
            insert into notification.message (jurisdiction_id, message_id, occasion, channel, recipient, subject, body, locale,
                created_at, removal_on)
            values (access.current_jurisdiction(), :id, :occasion, 'EMAIL', :recipient, :subject, :body, :locale, :at, :removal)
            on conflict do nothing
            """;
    private static final String INSERT_ATTACHMENT = """
            insert into notification.attachment (jurisdiction_id, message_id, attachment_number, file_name, media_type, content)
            values (access.current_jurisdiction(), :id, :number, :name, :type, :content)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Messages(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
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

    /** A message that is not kept yet. */
    record New(UUID id, OutgoingMessage message, Instant at, LocalDate removalOn) {

        Map<String, Object> parameters() {
            return Map.of(
                    "id",
                    id,
                    "occasion",
                    message.occasion(),
                    "recipient",
                    message.recipient(),
                    "subject",
                    message.subject(),
                    "body",
                    message.body(),
                    "locale",
                    message.locale().toLanguageTag(),
                    "at",
                    at.atOffset(ZoneOffset.UTC),
                    "removal",
                    removalOn);
        }
    }

    /** @return false when this occasion was written to this recipient before; nothing is added then */
    boolean add(UUID id, OutgoingMessage message, Instant at, LocalDate removalOn) {
        boolean isNew = jdbc.sql(INSERT)
                        .params(new New(id, message, at, removalOn).parameters())
                        .update()
                == 1;
        if (isNew) {
            addAttachments(id, message.attachments());
        }
        return isNew;
    }

    /** As {@link #add}, for one of an occasion that has never been. */
    void add(OneExchange exchange, New message) {
        exchange.add(INSERT, message.parameters());
        for (int i = 0; i < message.message().attachments().size(); i++) {
            exchange.add(
                    INSERT_ATTACHMENT,
                    attachment(message.id(), message.message().attachments().get(i), i + 1));
        }
    }

    private void addAttachments(UUID id, List<Attachment> attachments) {
        for (int i = 0; i < attachments.size(); i++) {
            jdbc.sql(INSERT_ATTACHMENT)
                    .params(attachment(id, attachments.get(i), i + 1))
                    .update();
        }
    }

    private static Map<String, Object> attachment(UUID id, Attachment attachment, int number) {
        return Map.of(
                "id",
                id,
                "number",
                number,
                "name",
                attachment.fileName(),
                "type",
                attachment.mediaType(),
                "content",
                attachment.content());
    }

    private List<Attachment> attachments(UUID id) {
        return jdbc.sql("""
                        select file_name, media_type, content from notification.attachment
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id order by attachment_number
                        """)
                .param("id", id)
                .query((row, n) -> new Attachment(
                        row.getString("file_name"), row.getString("media_type"), row.getBytes("content")))
                .list();
    }

    /** A message that still has to be sent; until the transaction ends nobody else gets it. */
    Optional<Message> lockUnsent(UUID id) {
        return jdbc.sql("""
                        select m.*, exists (select from notification.attachment a
                            where a.jurisdiction_id = m.jurisdiction_id and a.message_id = m.message_id) as more
                        from notification.message m
                        where m.jurisdiction_id = access.current_jurisdiction() and m.message_id = :id and m.sent_at is null
                        for update of m skip locked
                        """)
                .param("id", id)
                .query((row, n) -> row.getBoolean("more") ? read(row, n).with(attachments(id)) : read(row, n))
                .optional();
    }

    /** Notes that it was taken, and tells whoever sent it. */
    void markSent(Message message, Instant at) {
        jdbc.sql("""
                        update notification.message set sent_at = :at, last_failure = null
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id
                        """)
                .param("id", message.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new MessageDelivered(message.id(), message.occasion(), at));
    }

    /** @param forGood no further attempt is made, which whoever sent it is told */
    void markFailed(Message message, String failure, boolean forGood) {
        jdbc.sql("""
                        update notification.message set failed_attempts = failed_attempts + 1, last_failure = :failure
                        where jurisdiction_id = access.current_jurisdiction() and message_id = :id
                        """)
                .param("id", message.id())
                .param("failure", failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                .update();
        if (forGood) {
            events.publishEvent(new MessageGivenUp(message.id(), message.occasion()));
        }
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
                Optional.ofNullable(row.getString("last_failure")),
                List.of());
    }
}
