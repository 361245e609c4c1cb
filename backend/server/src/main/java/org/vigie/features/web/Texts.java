package org.vigie.features.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.features.PublishedLayer;

/** What this door says, in the reader's language, from {@code features*.properties}. */
@Component("featureTexts")
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    String say(Locale reader, String key, Object... values) {
        return messages.getMessage("features." + key, values, reader);
    }

    String title(Locale reader, PublishedLayer layer) {
        return say(reader, "layer." + layer.name());
    }

    String description(Locale reader, PublishedLayer layer) {
        return say(reader, "layer." + layer.name() + ".description");
    }

    String property(Locale reader, String name) {
        return say(reader, "property." + name);
    }
}
