package org.vigie.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.access.Refusal;

/** What stands in braces in a template, in either language: {@code {number}}, {@code {numéro}}. */
public enum TemplateField {
    NUMBER("number", "numéro"),
    RECEIVED("received", "reçue"),
    DATE("date", "date"),
    ADDRESS("address", "adresse"),
    CATEGORY("category", "catégorie"),
    REQUESTER("requester", "demandeur"),
    /** What was done, as the public was told when the request was resolved. */
    DONE("done", "travaux"),
    RESOLVED("resolved", "résolue"),
    SERVICE("service", "service"),
    TOWN("town", "commune"),
    /** Title of the one who signs. */
    SIGNATORY("signatory", "signataire");

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}\\n]*)}");

    private final List<String> names;

    TemplateField(String english, String french) {
        this.names = List.of(english, french);
    }

    /** How it is written in a template of that language. */
    public String name(String locale) {
        return names.get(locale.equals("fr") ? 1 : 0);
    }

    static Optional<TemplateField> find(String name) {
        return Arrays.stream(values())
                .filter(field -> field.names.contains(name.strip()))
                .findFirst();
    }

    /** @throws Refusal template-field-unknown, naming those that do not exist and those that do */
    static void check(String locale, String text) {
        List<String> unknown = new ArrayList<>();
        Matcher field = IN_BRACES.matcher(text);
        while (field.find()) {
            if (find(field.group(1)).isEmpty()) {
                unknown.add("{" + field.group(1).strip() + "}");
            }
        }
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("template-field-unknown", String.join(", ", unknown), known(locale));
        }
    }

    private static String known(String locale) {
        return Arrays.stream(values())
                .map(field -> "{" + field.name(locale) + "}")
                .collect(Collectors.joining(", "));
    }

    /** The text with values in the place of fields; braces in a value are left as they are. */
    static String fill(String text, Map<TemplateField, String> values) {
        Function<Matcher, String> valueOf = field -> Matcher.quoteReplacement(find(field.group(1))
                .map(known -> values.getOrDefault(known, ""))
                .orElse(field.group()));
        Matcher fields = IN_BRACES.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (fields.find()) {
            fields.appendReplacement(filled, valueOf.apply(fields));
        }
        return fields.appendTail(filled).toString();
    }
}
