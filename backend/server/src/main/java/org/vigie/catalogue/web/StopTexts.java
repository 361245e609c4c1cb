package org.vigie.catalogue.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.catalogue.StopMessage;

/** The words of a stop message in the languages of the pages; those in the town's first language are always there. */
@Component
class StopTexts {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    /** @param translations into the other languages, by language */
    record Read(String text, Map<String, String> translations) {}

    /** @throws Refusal stop-message-language, stop-message-empty */
    Read read(Map<String, String> texts) {
        Map<String, String> given = new HashMap<>();
        texts.forEach((language, text) -> {
            if (!LANGUAGES.contains(language) && !language.equals(first())) {
                throw Refusal.invalid("stop-message-language", language);
            }
            if (!text.isBlank()) {
                given.put(language, text.strip());
            }
        });
        String text = given.remove(first());
        if (text == null) {
            throw Refusal.invalid("stop-message-empty", first());
        }
        return new Read(text, given);
    }

    Map<String, String> all(StopMessage stop) {
        Map<String, String> all = new TreeMap<>(stop.translations());
        all.put(first(), stop.text());
        return all;
    }

    private static String first() {
        return Locale.forLanguageTag(CurrentJurisdiction.get().locale()).getLanguage();
    }
}
