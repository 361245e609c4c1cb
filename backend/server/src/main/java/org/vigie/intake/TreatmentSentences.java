package org.vigie.intake;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.request.Danger;
import org.vigie.request.PriorityChoice;
import org.vigie.request.PrioritySentences;
import org.vigie.request.rules.Condition;
import org.vigie.request.rules.RuleSentences;
import org.vigie.request.rules.Ruling;

/** Tells staff how urgent a report is and why, and what rules had to say besides. */
@Component
public class TreatmentSentences {

    private final PrioritySentences priorities;
    private final RuleSentences rules;
    private final MessageSource messages;

    TreatmentSentences(PrioritySentences priorities, RuleSentences rules, MessageSource messages) {
        this.priorities = priorities;
        this.rules = rules;
        this.messages = messages;
    }

    /** Whoever decided: a rule, the table, or what is usual; what a person chose needs no reason here. */
    public String priority(Treatment.Outcome outcome, Locale locale) {
        return outcome.ruling()
                .priority()
                .map(by -> text(
                        "rule.priority", locale, text("priority.word." + by.value(), locale), why(outcome, by, locale)))
                .orElseGet(() -> priorities.of(outcome.table(), outcome.of().category(), locale));
    }

    /** As {@link #priority}, only when it is worth a line of history; a danger that nothing speaks of is told nonetheless. */
    String history(Treatment.Outcome outcome, Locale locale) {
        boolean byPerson = outcome.of().chosen().priority().isPresent();
        boolean byRule = outcome.ruling().priority().isPresent();
        boolean told = byRule || outcome.table().ruleCode().isPresent();
        String why = !byPerson && told ? priority(outcome, locale) : "";
        return (why + " " + danger(outcome, byPerson, locale)).strip();
    }

    private String danger(Treatment.Outcome outcome, boolean byPerson, Locale locale) {
        boolean spoken = !byPerson
                && outcome.ruling()
                        .priority()
                        .map(TreatmentSentences::speaksOfDanger)
                        .orElseGet(() -> Optional.of(outcome.table())
                                .flatMap(PriorityChoice::danger)
                                .isPresent());
        return outcome.of()
                .danger()
                .filter(is -> is != Danger.NONE && !spoken)
                .map(is -> priorities.told(is, locale))
                .orElse("");
    }

    private static boolean speaksOfDanger(Ruling.Decided<?> by) {
        return by.reasons().stream().anyMatch(reason -> reason.leaf() instanceof Condition.DangerIs);
    }

    /** That a rule keeps it private, for staff. */
    String isPrivate(Treatment.Outcome outcome, Ruling.Decided<Boolean> by, Locale locale) {
        return text("rule.private", locale, why(outcome, by, locale));
    }

    /** A word of a rule for the team. */
    String note(Ruling.Decided<String> by, Locale locale) {
        return text("rule.note", locale, by.value(), by.rule().code(), by.rule().name());
    }

    /** Which rule decided it and what of it held. */
    public String why(Treatment.Outcome outcome, Ruling.Decided<?> by, Locale locale) {
        return rules.why(by, outcome.book().names().get(), locale);
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
