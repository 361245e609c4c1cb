package org.vigie.dispatch.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.JurisdictionSnapshot;
import org.vigie.access.database.JurisdictionSnapshots;

/** The words of each category: its name today and what else people call it, an earlier name among them. From memory. */
@Component
class CategoryWords {

    private static final int FEWEST_LETTERS = 3;

    private final JdbcClient jdbc;
    private final JurisdictionSnapshot<Map<UUID, Set<String>>> words;

    CategoryWords(JdbcClient jdbc, JurisdictionSnapshots snapshots) {
        this.jdbc = jdbc;
        this.words = snapshots.of("catalogue", this::read);
    }

    /** The categories that a word fits which begins one of theirs; none for a word of one or two letters. */
    List<UUID> fitting(String word) {
        if (word.length() < FEWEST_LETTERS) {
            return List.of();
        }
        boolean plural = word.length() > FEWEST_LETTERS && (word.endsWith("s") || word.endsWith("x"));
        String beginning = plural ? word.substring(0, word.length() - 1) : word;
        return words.get().entrySet().stream()
                .filter(category -> category.getValue().stream().anyMatch(each -> each.startsWith(beginning)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<UUID, Set<String>> read() {
        Map<UUID, Set<String>> read = new HashMap<>();
        jdbc.sql(
                        "select category_id, array(select request.words_of_name(name || ' ' || keywords)) as words from catalogue.category")
                .query(row -> {
                    read.put(row.getObject("category_id", UUID.class), Set.of((String[])
                            row.getArray("words").getArray()));
                });
        return read;
    }
}
