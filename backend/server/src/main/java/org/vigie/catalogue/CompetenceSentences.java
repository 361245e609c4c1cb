package org.vigie.catalogue;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.territory.PlacementSentences;

/** Tells people who answers for something, and why. */
@Component
public class CompetenceSentences {

    private final MessageSource messages;

    CompetenceSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** Who is competent and why, without what follows from it. */
    public String why(Competence competence, Category category, Locale locale) {
        return text(competence.rule().name(), competence, category, locale);
    }

    /**
     * @param urgent what is somebody else's is made safe here first
     * @param locale any; without a translation of its own it reads English
     */
    public String of(Competence competence, Category category, boolean urgent, Locale locale) {
        String why = why(competence, category, locale);
        return competence.isForwarded()
                ? why + " " + text(urgent ? "urgent" : "forwarded", competence, category, locale)
                : why;
    }

    private String text(String name, Competence competence, Category category, Locale locale) {
        Object[] values = {
            competence.organisation().name(),
            competence.ground().orElse(""),
            competence
                    .metres()
                    .map(metres -> PlacementSentences.distance(metres, locale))
                    .orElse(""),
            competence
                    .widthMetres()
                    .map(metres -> PlacementSentences.distance(metres, locale))
                    .orElse(""),
            category.name(),
            competence.service().name()
        };
        return messages.getMessage("competence." + name, values, locale);
    }
}
