package org.vigie.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a letter lies in its table. */
final class FormalReplyRow {

    /** All but the PDF, which lists do not need. */
    static final String COLUMNS = """
            f.reply_id, f.request_id, f.state, f.locale, f.subject, f.body, f.send_by, f.recipient_name, f.recipient_address,
            f.recipient_email, f.drafted_by, f.drafted_at, f.submitted_by, f.submitted_at, f.signed_at, f.notification_id, f.posted_by,
            f.posted_on, f.sent_at, f.revision, f.changed_at
            """;

    static final String INSERT = """
            insert into reply.formal_reply (jurisdiction_id, reply_id, request_id, state, locale, subject, body, text_sha256, send_by,
                recipient_name, recipient_address, drafted_by, drafted_at, changed_at, removal_on)
            values (access.current_jurisdiction(), :id, :request, :state, :locale, :subject, :body, :sha, :sendBy,
                :recipientName, :recipientAddress, :draftedBy, :draftedAt, :changedAt, :removal)
            on conflict (jurisdiction_id, request_id) where state not in ('SENT', 'ABANDONED') do nothing
            """;

    static final String UPDATE = """
            update reply.formal_reply
            set state = :state, locale = :locale, subject = :subject, body = :body, text_sha256 = :sha, send_by = :sendBy,
                recipient_name = :recipientName, recipient_address = :recipientAddress, recipient_email = :email,
                submitted_by = :submittedBy, submitted_at = :submittedAt, signed_at = :signedAt, notification_id = :notification,
                posted_by = :postedBy, posted_on = :postedOn, sent_at = :sentAt, changed_at = :changedAt, removal_on = :removal,
                revision = revision + 1
            where reply_id = :id
            """;

    private FormalReplyRow() {}

    static FormalReply read(ResultSet row, int rowNumber) throws SQLException {
        return new FormalReply(
                uuid(row, "reply_id"),
                uuid(row, "request_id"),
                ReplyState.valueOf(row.getString("state")),
                new ReplyText(row.getString("locale"), row.getString("subject"), row.getString("body")),
                new Recipient(
                        row.getString("recipient_name"),
                        row.getString("recipient_address"),
                        Recipient.SendBy.valueOf(row.getString("send_by"))),
                new FormalReply.Course(
                        uuid(row, "drafted_by"),
                        row.getTimestamp("drafted_at").toInstant(),
                        Optional.ofNullable(row.getObject("submitted_by", UUID.class)),
                        instant(row, "submitted_at"),
                        instant(row, "signed_at"),
                        row.getTimestamp("changed_at").toInstant()),
                new FormalReply.Sending(
                        Optional.ofNullable(row.getString("recipient_email")),
                        Optional.ofNullable(row.getObject("notification_id", UUID.class)),
                        Optional.ofNullable(row.getObject("posted_by", UUID.class)),
                        Optional.ofNullable(row.getObject("posted_on", LocalDate.class)),
                        instant(row, "sent_at")),
                row.getInt("revision"));
    }

    static Map<String, @Nullable Object> parameters(FormalReply reply, LocalDate removalOn) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", reply.id());
        values.put("request", reply.requestId());
        values.put("state", reply.state().name());
        values.put("locale", reply.text().locale());
        values.put("subject", reply.text().subject());
        values.put("body", reply.text().body());
        values.put("sha", reply.text().sha256());
        values.put("sendBy", reply.recipient().sendBy().name());
        values.put("recipientName", reply.recipient().name());
        values.put("recipientAddress", reply.recipient().address());
        values.put("draftedBy", reply.course().draftedBy());
        values.put("draftedAt", Timestamp.from(reply.course().draftedAt()));
        values.put("submittedBy", reply.course().submittedBy().orElse(null));
        values.put("submittedAt", timestamp(reply.course().submittedAt()));
        values.put("signedAt", timestamp(reply.course().signedAt()));
        values.put("changedAt", Timestamp.from(reply.course().changedAt()));
        values.put("email", reply.sending().email().orElse(null));
        values.put("notification", reply.sending().notificationId().orElse(null));
        values.put("postedBy", reply.sending().postedBy().orElse(null));
        values.put("postedOn", reply.sending().postedOn().orElse(null));
        values.put("sentAt", timestamp(reply.sending().sentAt()));
        values.put("removal", removalOn);
        return values;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }
}
