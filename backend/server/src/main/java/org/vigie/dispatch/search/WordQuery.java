package org.vigie.dispatch.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody typed, as the full-text search understands it: every word must be there, or begin one that is, in the text, the address or
 * the category; without regard to accents and endings. Whatever is not a letter or a digit only parts words.
 */
@Component
class WordQuery {

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 12;

    /** One word, folded, and its query; an empty one for a word that says nothing ("de", "la"). */
    private record Word(String folded, String query) {}

    private final JdbcClient jdbc;
    private final CategoryWords categories;

    WordQuery(JdbcClient jdbc, CategoryWords categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    /** Words as they stand in names: folded, without accents. */
    List<String> words(String typed) {
        return read(typed).stream().map(Word::folded).toList();
    }

    /** As the text of a tsquery; empty when no word says anything. */
    Optional<String> of(String typed) {
        List<String> parts = new ArrayList<>();
        for (Word word : read(typed)) {
            if (!word.query().isEmpty()) {
                String orCategory = categories.fitting(word.folded()).stream()
                        .map(id -> " | 'cat" + id.toString().replace("-", "") + "'")
                        .collect(Collectors.joining());
                parts.add("(" + word.query() + orCategory + ")");
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", parts));
    }

    /** The database folds and quotes: what comes back is its own canonical text. */
    private List<Word> read(String typed) {
        return jdbc.sql("""
                        select w as word, cast(to_tsquery('request.words',
                            case when w ~ '^[0-9]+$' or length(w) < 2 then w else w || ':*' end) as text) as query
                        from request.words_of_name(:text) w limit :most
                        """)
                .param("text", typed.substring(0, Math.min(MOST_CHARACTERS, typed.length())))
                .param("most", MOST_WORDS)
                .query((row, n) -> new Word(row.getString("word"), row.getString("query")))
                .list();
    }
}
