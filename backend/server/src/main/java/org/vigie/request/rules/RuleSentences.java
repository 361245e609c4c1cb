package org.vigie.request.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.request.PriorityChoice;
import org.vigie.territory.PlacementSentences;

/** Tells a rule as people say it, and why it held. */
@Component
public class RuleSentences {

    private final MessageSource messages;

    RuleSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** If …, then …: the whole rule. */
    public String of(RuleText text, Vocabulary vocabulary, Locale locale) {
        Words words = new Words(vocabulary, locale);
        return words.say("rule.sentence", words.of(text.when()), words.of(text.then()));
    }

    /** Which rule it was and what of it held: Rule X “…”: …. */
    public String why(Ruling.Decided<?> decided, Vocabulary vocabulary, Locale locale) {
        Rule rule = decided.rule();
        return new Words(vocabulary, locale)
                .say("rule.why", rule.code(), rule.name(), reasons(decided.reasons(), vocabulary, locale));
    }

    /** Only what held. */
    public String reasons(List<Reason> reasons, Vocabulary vocabulary, Locale locale) {
        Words words = new Words(vocabulary, locale);
        return words.join(reasons.stream().map(words::of).toList(), "rule.and");
    }

    /** Says things in one language with the names of one town. */
    private final class Words {

        private final Vocabulary vocabulary;
        private final Locale locale;

        Words(Vocabulary vocabulary, Locale locale) {
            this.vocabulary = vocabulary;
            this.locale = locale;
        }

        String of(Reason reason) {
            return reason.near().map(this::near).orElseGet(() -> of(reason.leaf()));
        }

        private String near(PriorityChoice.Near place) {
            String metres = PlacementSentences.distance(place.metres(), locale);
            return place.name().isBlank()
                    ? say("rule.near.found", place.placeClass(), metres)
                    : say("rule.near.named", place.placeClass(), metres, place.name());
        }

        String of(Condition condition) {
            return switch (condition) {
                case Condition.AllOf all -> group(all.of(), "rule.and");
                case Condition.AnyOf any -> group(any.of(), "rule.or");
                case Condition.Not not -> say("rule.not", of(not.of()));
                case Condition.CategoryIs is -> named("category", Reference.Kind.CATEGORY, is.codes());
                case Condition.DomainIs is -> named("domain", Reference.Kind.DOMAIN, is.codes());
                case Condition.NearTo to -> named("near", Reference.Kind.PLACE_CLASS, to.placeClasses());
                case Condition.InSector in -> named("sector", Reference.Kind.SECTOR, in.codes());
                case Condition.InArea in -> named("area", Reference.Kind.AREA, in.codes());
                case Condition.OnShift on -> named("shift", Reference.Kind.SHIFT, on.codes());
                case Condition.PriorityIs is ->
                    listed("priority.word.is", is.priorities(), each -> word("priority", each));
                case Condition.DangerIs is -> listed("danger", is.dangers(), each -> word("danger", each));
                case Condition.ChannelIs is -> listed("channel", is.channels(), each -> word("channel", each));
                case Condition.RequesterIs is -> listed("requester", is.kinds(), each -> word("requester", each));
                case Condition.CalendarIs is ->
                    say(is.open() ? "rule.open" : "rule.closed", vocabulary.name(Reference.Kind.CALENDAR, is.code()));
                case Condition.AnswerIs is -> say("rule.answer." + is.test(), is.question(), is.value());
                case Condition.SaysWords says -> listed("words", says.words(), this::quoted);
            };
        }

        /** A group within a group stands in brackets, since "and" and "or" would run into one another. */
        private String group(List<Condition> parts, String joint) {
            return join(
                    parts.stream()
                            .map(part -> part instanceof Condition.AllOf || part instanceof Condition.AnyOf
                                    ? "(" + of(part) + ")"
                                    : of(part))
                            .toList(),
                    joint);
        }

        String of(Outcomes then) {
            List<String> said = new ArrayList<>();
            then.team()
                    .ifPresent(
                            team -> said.add(say("rule.then.team", team, vocabulary.name(Reference.Kind.TEAM, team))));
            then.priority().ifPresent(is -> said.add(say("rule.then.priority", word("priority", is))));
            if (then.isPrivate()) {
                said.add(say("rule.then.private"));
            }
            then.forwardTo()
                    .ifPresent(
                            id -> said.add(say("rule.then.forward", vocabulary.name(Reference.Kind.ORGANISATION, id))));
            then.note().ifPresent(note -> said.add(say("rule.then.note", note)));
            then.message().ifPresent(message -> said.add(say("rule.then.message", message)));
            return join(said, "rule.and");
        }

        private String named(String about, Reference.Kind kind, List<String> codes) {
            return listed(about, codes, code -> quoted(vocabulary.name(kind, code)));
        }

        private <T> String listed(String about, List<T> values, Function<T, String> word) {
            return say("rule." + about, join(values.stream().map(word).toList(), "rule.or"));
        }

        private String word(String about, Enum<?> value) {
            return say(about + ".word." + value.name());
        }

        private String quoted(String text) {
            return say("rule.quoted", text);
        }

        /** a, b and c. */
        String join(List<String> parts, String joint) {
            if (parts.size() < 2) {
                return String.join("", parts);
            }
            String before = parts.subList(0, parts.size() - 1).stream().collect(Collectors.joining(", "));
            return before + " " + say(joint) + " " + parts.getLast();
        }

        String say(String key, Object... values) {
            return messages.getMessage(key, values, locale);
        }
    }
}
