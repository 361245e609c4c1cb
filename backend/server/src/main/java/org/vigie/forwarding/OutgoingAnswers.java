package org.vigie.forwarding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.catalogue.process.ProcessVersions;
import org.vigie.catalogue.process.Question;
import org.vigie.request.Answers;
import org.vigie.request.Request;
import org.vigie.request.Requests;

/**
 * What was answered here, as the other side's attributes: of the questions alone for which an administrator named one. Choices are matched
 * by their key or their words; what their list does not have is left out and told to staff, since a wrong answer is worse than none.
 */
@Component
class OutgoingAnswers {

    private static final Set<String> YES = Set.of("true", "yes", "oui", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "non", "n", "0");

    /** An answer that is sent as that attribute. */
    record Answered(String attribute, Question question, String answer) {}

    /** @param unfit the questions whose answers their attributes do not take */
    record Written(List<Map.Entry<String, String>> fields, List<String> unfit) {

        static final Written NOTHING = new Written(List.of(), List.of());
    }

    private final Requests requests;
    private final ProcessVersions versions;

    OutgoingAnswers(Requests requests, ProcessVersions versions) {
        this.requests = requests;
        this.versions = versions;
    }

    List<Answered> of(Request request, Connection connection) {
        Map<String, String> named = connection.attributesFor(request.categoryId());
        if (named.isEmpty()) {
            return List.of();
        }
        Answers answers = requests.answers(request.id());
        List<Answered> found = new ArrayList<>();
        answers.processVersionId()
                .flatMap(versions::find)
                .ifPresent(version -> version.content().questions().stream()
                        .filter(question -> named.containsKey(question.code()))
                        .filter(question -> answers.byQuestion().containsKey(question.code()))
                        .forEach(question -> found.add(new Answered(
                                named.getOrDefault(question.code(), ""),
                                question,
                                answers.byQuestion().getOrDefault(question.code(), "")))));
        return found;
    }

    /** As they are sent to a server that asks so. */
    static Written written(List<Answered> answers, RemoteDefinition asked) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        List<String> unfit = new ArrayList<>();
        for (Answered each : answers) {
            Optional<RemoteDefinition.Attribute> attribute = asked.find(each.attribute());
            Optional<String> value = attribute.flatMap(there -> value(each, there));
            value.ifPresentOrElse(
                    text -> fields.add(Map.entry(name(attribute.orElseThrow()), text)),
                    () -> unfit.add(each.question().text()));
        }
        return new Written(fields, unfit);
    }

    private static String name(RemoteDefinition.Attribute attribute) {
        boolean isMany = attribute.datatype().equals("multivaluelist");
        return "attribute[" + attribute.code() + "]" + (isMany ? "[]" : "");
    }

    private static Optional<String> value(Answered answered, RemoteDefinition.Attribute attribute) {
        Question question = answered.question();
        String answer = answered.answer();
        return switch (attribute.datatype()) {
            case "singlevaluelist", "multivaluelist" -> listed(question, answer, attribute.values());
            case "number" -> Optional.of(answer).filter(text -> question.type() == Question.Type.NUMBER);
            case "datetime" ->
                Optional.of(answer)
                        .filter(text -> question.type() == Question.Type.DATE)
                        .map(OutgoingAnswers::moment);
            default -> Optional.of(words(question, answer));
        };
    }

    private static Optional<String> listed(Question question, String answer, List<RemoteDefinition.Value> values) {
        Set<String> same = question.type() == Question.Type.YES_NO
                ? answer.equals(Question.YES) ? YES : NO
                : Stream.of(answer, words(question, answer))
                        .map(OutgoingAnswers::plain)
                        .collect(Collectors.toSet());
        return values.stream()
                .filter(value -> same.contains(plain(value.key())))
                .findFirst()
                .or(() -> values.stream()
                        .filter(value -> same.contains(plain(value.name())))
                        .findFirst())
                .map(RemoteDefinition.Value::key);
    }

    /** A choice in the words that were read, everything else as it is kept. */
    private static String words(Question question, String answer) {
        return question.choices().stream()
                .filter(choice -> choice.code().equals(answer))
                .map(Question.Choice::label)
                .findFirst()
                .orElse(answer);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Their moments say a zone: the beginning of the day here. */
    private static String moment(String day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(LocalDate.parse(day)
                .atStartOfDay(CurrentJurisdiction.get().zone())
                .toOffsetDateTime());
    }
}
