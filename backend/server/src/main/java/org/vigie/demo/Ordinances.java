package org.vigie.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.access.Ids;
import org.vigie.dispatch.rules.Trials;
import org.vigie.request.rules.Rule;
import org.vigie.request.rules.RuleDrafts;
import org.vigie.request.rules.RuleReader;
import org.vigie.request.rules.Vocabularies;
import org.vigie.request.rules.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules that Aubrelle goes by: written, tried on its last month and activated as everywhere. */
@Component
class Ordinances {

    private final Vocabularies vocabularies;
    private final RuleDrafts drafts;
    private final Trials trials;
    private final JsonMapper json;

    Ordinances(Vocabularies vocabularies, RuleDrafts drafts, Trials trials, JsonMapper json) {
        this.vocabularies = vocabularies;
        this.drafts = drafts;
        this.trials = trials;
        this.json = json;
    }

    void issue() {
        Vocabulary vocabulary = vocabularies.read();
        int position = 0;
        for (JsonNode each : written().values()) {
            UUID id = Ids.next();
            drafts.begin(
                    id,
                    new RuleDrafts.Written(
                            each.path("code").asString(),
                            each.path("name").asString(),
                            ++position,
                            RuleReader.read(each.path("text"), vocabulary)));
            Rule tried = trials.run(id, Optional.empty(), Optional.empty());
            drafts.activate(id, tried.revision());
        }
    }

    private JsonNode written() {
        try (InputStream file = Objects.requireNonNull(Ordinances.class.getResourceAsStream("/demo/rules.json"))) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
