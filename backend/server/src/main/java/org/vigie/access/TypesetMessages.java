package org.vigie.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Every sentence that the service says, by its key and the reader's language; French ones with {@link FrenchSpaces}. */
@Component("messageSource")
class TypesetMessages extends ResourceBundleMessageSource {

    private static final String[] FILES = {"problems", "messages", "mails", "review", "features", "opendata"};

    /** As many as there are messages. */
    private final Map<String, String> french = new ConcurrentHashMap<>();

    TypesetMessages() {
        setBasenames(FILES);
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        String text = super.getStringOrNull(bundle, key);
        boolean isFrench = bundle.getLocale().getLanguage().equals("fr");
        return text == null || !isFrench ? text : french.computeIfAbsent(text, FrenchSpaces::set);
    }
}
