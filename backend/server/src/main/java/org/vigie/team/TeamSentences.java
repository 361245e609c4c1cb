package org.vigie.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Category;

/** Tells staff why a team is responsible, who answers for it, and which others could not. */
@Component
public class TeamSentences {

    private final MessageSource messages;

    TeamSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** @param locale any; without a translation of its own it reads English */
    public String of(TeamChoice choice, Category category, Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text(
                "team." + choice.rule().name(),
                locale,
                label(choice.team()),
                category.name(),
                choice.shift().map(Shift::name).orElse("")));
        choice.shift()
                .filter(shift -> choice.rule() != TeamChoice.Rule.ON_CALL)
                .ifPresent(shift -> sentences.add(text("team.during", locale, shift.name())));
        choice.onCall().ifPresent(person -> sentences.add(who("team.person", person, locale)));
        choice.passedOver()
                .forEach(passed -> sentences.add(
                        text("team.passedOver", locale, label(passed.team()), String.join(", ", passed.missing()))));
        return String.join(" ", sentences);
    }

    /** Who speaks for the service; blank when nobody is named or there. */
    public String referent(Optional<ReferentChoice> referent, Locale locale) {
        return referent.map(choice -> referent(choice, locale)).orElse("");
    }

    private String referent(ReferentChoice choice, Locale locale) {
        String who = who("team.referent", choice.person(), locale);
        String why = choice.rule() == ReferentChoice.Rule.SERVICE
                ? ""
                : " " + text("team.referent." + choice.rule(), locale);
        String away = choice.passedOver().isEmpty()
                ? ""
                : " " + text("team.referent.passedOver", locale, String.join(", ", choice.passedOver()));
        return who + why + away;
    }

    private String who(String key, Present person, Locale locale) {
        return person.insteadOf()
                .map(absent -> text(key + ".deputy", locale, person.name(), absent))
                .orElseGet(() -> text(key, locale, person.name()));
    }

    private static String label(Team team) {
        return team.code() + ", " + team.name();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
