package org.vigie.opendata;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What this door says, in the reader's language, from {@code opendata*.properties}. */
@Component
public class OpenDataTexts {

    private final MessageSource messages;

    OpenDataTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String say(Locale reader, String key, Object... values) {
        return messages.getMessage("opendata." + key, values, reader);
    }
}
