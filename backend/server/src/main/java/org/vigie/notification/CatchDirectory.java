package org.vigie.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Keeps messages as files, {@code <message id>.eml}, for development and trials. */
final class CatchDirectory implements Carrier {

    private final Path directory;
    private final String from;
    private final Session session = Session.getInstance(new Properties());

    CatchDirectory(MailSettings settings) {
        this.directory = settings.catchDirectory().toAbsolutePath();
        this.from = settings.from();
    }

    @Override
    public void carry(Message message) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "message-", ".part");
        try {
            try (var output = Files.newOutputStream(unfinished)) {
                MailText.write(message, from, session).writeTo(output);
            }
            Files.move(unfinished, directory.resolve(message.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (MessagingException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
