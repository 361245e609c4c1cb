package org.vigie.dispatch.rules.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.request.rules.Reference;
import org.vigie.request.rules.Rule;
import org.vigie.request.rules.RuleReader;
import org.vigie.request.rules.RuleSentences;
import org.vigie.request.rules.RuleState;
import org.vigie.request.rules.RuleWriter;
import org.vigie.request.rules.Rules;
import org.vigie.request.rules.Vocabularies;
import org.vigie.request.rules.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts rules together as the desk reads them, in the reader's language. */
@Component
class RuleAnswers {

    private static final int MOST_RETIRED = 30;

    record ListBody(List<RuleBody> items) {}

    /** @param open false: it has ended, and no rule may begin to speak of it */
    record EntryBody(String code, String name, boolean open) {}

    private final Rules rules;
    private final Vocabularies vocabularies;
    private final RuleSentences sentences;
    private final MessageSource messages;
    private final JsonMapper json;

    RuleAnswers(
            Rules rules, Vocabularies vocabularies, RuleSentences sentences, MessageSource messages, JsonMapper json) {
        this.rules = rules;
        this.vocabularies = vocabularies;
        this.sentences = sentences;
        this.messages = messages;
        this.json = json;
    }

    /** In the order in which they are asked; of those retired the newest. */
    @Transactional(readOnly = true)
    ListBody list() {
        List<Rule> all = rules.list();
        Vocabulary vocabulary = vocabularies.read();
        Map<UUID, Integer> decided = rules.decided();
        long retired =
                all.stream().filter(rule -> rule.state() == RuleState.RETIRED).count();
        return new ListBody(all.stream()
                .limit(all.size() - retired + Math.min(retired, MOST_RETIRED))
                .map(rule -> body(rule, vocabulary, decided))
                .toList());
    }

    @Transactional(readOnly = true)
    RuleBody one(Rule rule) {
        return body(rule, vocabularies.read(), rules.decided());
    }

    /** What conditions and outcomes may speak of, by kind. */
    @Transactional(readOnly = true)
    Map<Reference.Kind, List<EntryBody>> vocabulary() {
        Vocabulary vocabulary = vocabularies.read();
        return Arrays.stream(Reference.Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> vocabulary.list(kind).stream()
                                .map(entry -> new EntryBody(entry.code(), entry.name(), entry.open()))
                                .toList()));
    }

    /** Reads what somebody wrote. */
    RuleReader.Read read(JsonNode text) {
        return RuleReader.read(text, vocabularies.read());
    }

    String sentence(RuleReader.Read read) {
        return sentences.of(read.text(), vocabularies.read(), LocaleContextHolder.getLocale());
    }

    private RuleBody body(Rule rule, Vocabulary vocabulary, Map<UUID, Integer> decided) {
        Rule.Times times = rule.times();
        return new RuleBody(
                rule.id(),
                rule.code(),
                rule.version(),
                rule.name(),
                rule.state(),
                rule.position(),
                RuleWriter.write(rule.text()),
                sentences.of(rule.text(), vocabulary, LocaleContextHolder.getLocale()),
                rule.state() == RuleState.RETIRED ? List.of() : faults(rule, vocabulary),
                rule.isTried(),
                rule.trial().map(kept -> json.readTree(kept.figures())).orElse(null),
                Optional.ofNullable(decided.get(rule.id())).orElse(0),
                times.changedAt(),
                times.changedBy().orElse(null),
                times.activatedAt().orElse(null),
                times.activatedBy().orElse(null),
                times.retiredAt().orElse(null),
                rule.revision());
    }

    private List<String> faults(Rule rule, Vocabulary vocabulary) {
        return vocabulary.faults(rule.references()).stream().map(this::inWords).toList();
    }

    private String inWords(Refusal fault) {
        return messages.getMessage(fault.name() + ".detail", fault.values().toArray(), LocaleContextHolder.getLocale());
    }
}
