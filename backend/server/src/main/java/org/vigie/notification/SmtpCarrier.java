package org.vigie.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands messages to an SMTP server. */
final class SmtpCarrier implements Carrier {

    private final JavaMailSenderImpl server;
    private final String from;

    SmtpCarrier(MailSettings settings) {
        this.from = settings.from();
        this.server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        if (!settings.user().isBlank()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
        }
        server.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        String milliseconds = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds);
        properties.setProperty("mail.smtp.timeout", milliseconds);
        properties.setProperty("mail.smtp.writetimeout", milliseconds);
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isBlank()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public void carry(Message message) throws IOException {
        try {
            server.send(MailText.write(message, from, server.getSession()));
        } catch (MailException | MessagingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
