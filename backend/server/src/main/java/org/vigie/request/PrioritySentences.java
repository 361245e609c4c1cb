package org.vigie.request;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Category;
import org.vigie.territory.PlacementSentences;

/** Tells staff how urgent something is, and why. */
@Component
public class PrioritySentences {

    private final MessageSource messages;

    PrioritySentences(MessageSource messages) {
        this.messages = messages;
    }

    /** @param locale any; without a translation of its own it reads English */
    public String of(PriorityChoice choice, Category category, Locale locale) {
        String word = text("priority.word." + choice.priority(), locale);
        if (choice.ruleCode().isEmpty()) {
            return text("priority.usual", locale, word, category.name());
        }
        String danger = choice.danger()
                .map(told -> text("priority.danger", locale, text("danger.word." + told, locale)))
                .orElse("");
        String near = choice.near().map(place -> near(place, locale)).orElse("");
        return text("priority.rule", locale, word, category.name(), danger, near);
    }

    /**
     * What a cell of the table comes to.
     *
     * @param about in words: the category, the domain or everything that the deciding cell is written for
     * @param placeClass in words, of the deciding cell
     */
    public String ofCell(PriorityMatrix.Decided decided, String about, Optional<String> placeClass, Locale locale) {
        String danger = decided.danger()
                .map(told -> text("priority.danger", locale, text("danger.word." + told, locale)))
                .orElse("");
        String near = placeClass
                .map(name -> text("priority.near.class", locale, name))
                .orElse("");
        return text("priority.cell", locale, text("priority.word." + decided.priority(), locale), about, danger, near);
    }

    /** What a cell comes to that nothing is written for. */
    public String ofUsualCell(Locale locale) {
        return text("priority.cell.usual", locale);
    }

    /** In words: everything. */
    public String everything(Locale locale) {
        return text("priority.everything", locale);
    }

    /** What whoever reported it says of the danger. */
    public String told(Danger danger, Locale locale) {
        return text("priority.told", locale, text("danger.word." + danger, locale));
    }

    private String near(PriorityChoice.Near place, Locale locale) {
        String key = place.name().isBlank() ? "priority.near" : "priority.near.named";
        return text(key, locale, place.placeClass(), PlacementSentences.distance(place.metres(), locale), place.name());
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
