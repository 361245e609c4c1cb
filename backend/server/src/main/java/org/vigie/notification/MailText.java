package org.vigie.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;

/** Writes a message as RFC 5322 wants it. The Message-ID stays the same for every attempt, so that a receiver can tell a repeat. */
final class MailText {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailText() {}

    static MimeMessage write(Message message, String from, Session session) throws MessagingException {
        Jurisdiction jurisdiction = CurrentJurisdiction.get();
        MimeMessage mail = new WithOwnId(session, "<%s@%s>".formatted(message.id(), jurisdiction.code()));
        mail.setFrom(sender(from, jurisdiction));
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.recipient(), true));
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(Date.from(message.createdAt()));
        if (message.attachments().isEmpty()) {
            putText(mail, message.body());
        } else {
            mail.setContent(withAttachments(message));
        }
        mail.setContentLanguage(new String[] {message.locale().toLanguageTag()});
        // Says to other machines that a machine wrote: no absence notice comes back (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    private static void putText(MimePart part, String text) throws MessagingException {
        part.setText(text, UTF_8);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private static MimeMultipart withAttachments(Message message) throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        putText(text, message.body());
        parts.addBodyPart(text);
        for (Attachment attachment : message.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            file.setFileName(attachment.fileName());
            file.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(file);
        }
        return parts;
    }

    private static InternetAddress sender(String from, Jurisdiction jurisdiction) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.setPersonal(jurisdiction.name().replaceAll("\\p{Cntrl}+", " "), UTF_8);
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
