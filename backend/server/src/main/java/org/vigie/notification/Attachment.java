package org.vigie.notification;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file that goes with a message.
 *
 * @param fileName ASCII, so that every mail program shows it as it is
 * @param mediaType for example {@code application/pdf}
 */
public record Attachment(String fileName, String mediaType, byte[] content) {

    /** @throws IllegalArgumentException when the name is not plain: a fault of the sender */
    public Attachment {
        if (!fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("not a plain file name: " + fileName);
        }
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileName, mediaType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
