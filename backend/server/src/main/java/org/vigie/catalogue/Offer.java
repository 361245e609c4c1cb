package org.vigie.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A category that may be reported at a place now, and what people are told there before they do. */
public record Offer(Category category, List<StopMessage> messages) {

    /**
     * What is known already: works announced, a collection put off.
     *
     * @param text in the town's first language
     * @param translations by language
     * @param refuses nothing is taken in meanwhile, except at the desk
     */
    public record StopMessage(String text, Map<String, String> translations, Instant until, boolean refuses) {

        /** As that reader should have it; without a translation, in the town's first language. */
        public String textFor(Locale reader) {
            return Objects.requireNonNullElse(translations.get(reader.getLanguage()), text);
        }
    }
}
