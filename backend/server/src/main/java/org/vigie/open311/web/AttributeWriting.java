package org.vigie.open311.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.process.Question;

/** Puts the questions of a process into the words of GeoReport v2. */
@Component
class AttributeWriting {

    private final MessageSource messages;

    AttributeWriting(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * GeoReport v2 knows no conditions: a question that is asked only upon an answer is never required there, and says when it is asked.
     *
     * @param others of the same process
     */
    Bodies.Attribute of(Question question, List<Question> others, int order, Locale reader) {
        return new Bodies.Attribute(
                true,
                question.code(),
                datatype(question.type()),
                question.required() && question.onlyIf().isEmpty(),
                told(question, others, reader),
                order,
                question.text(),
                values(question, reader),
                null);
    }

    /** The id that a client has of its own; its software fills it in. */
    Bodies.Attribute ofClient(String code, int order, Locale reader) {
        String told = text("open311.external-id", reader);
        return new Bodies.Attribute(true, code, "string", false, told, order, told, null, "server_set");
    }

    private static String datatype(Question.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case CHOICE, YES_NO -> "singlevaluelist";
            case NUMBER -> "number";
            case DATE -> "datetime";
        };
    }

    private String told(Question question, List<Question> others, Locale reader) {
        Optional<String> condition = question.onlyIf()
                .map(only -> text(
                        "open311.only-if",
                        reader,
                        others.stream()
                                .filter(other -> other.code().equals(only.question()))
                                .map(Question::text)
                                .findFirst()
                                .orElse(only.question()),
                        String.join(", ", only.is())));
        String form = text("open311.datatype." + question.type(), reader);
        return Stream.of(question.hint(), form, condition.orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private @Nullable List<Bodies.Value> values(Question question, Locale reader) {
        return switch (question.type()) {
            case CHOICE ->
                question.choices().stream()
                        .map(choice -> new Bodies.Value(choice.code(), choice.label()))
                        .toList();
            case YES_NO ->
                List.of(
                        new Bodies.Value(Question.YES, text("open311.yes", reader)),
                        new Bodies.Value(Question.NO, text("open311.no", reader)));
            case TEXT, NUMBER, DATE -> null;
        };
    }

    private String text(String key, Locale reader, Object... values) {
        return messages.getMessage(key, values, reader);
    }
}
