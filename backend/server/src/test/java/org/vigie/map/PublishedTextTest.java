package org.vigie.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.testing.ServiceTest;

/** Looking first whether anything is to be masked changes nothing of what is. */
@ServiceTest
class PublishedTextTest {

    /** What makes a number or an address, and what only looks like one. */
    private static final List<String> PIECES = List.of(
            "06", "12", "3", "4567", "89", "0033", "+33", " ", " ", ".", "-", "/", "@", "jeanne", "example", ".org",
            ".f", "é", "\n", "12 rue", "٠١٢", "…", "٣");

    private static final String AS_WRITTEN = """
            select regexp_replace(
                regexp_replace(t, '[[:alnum:]._%+-]+@[[:alnum:].-]+\\.[[:alpha:]]{2,}', '…@…', 'g'),
                '(\\+|00)?\\d(?:[ .\\-/]?\\d){8,13}', '… … …', 'g')
            from unnest(cast(:texts as text[])) with ordinality u (t, n) order by n
            """;

    @Autowired
    @Qualifier("mapReader")
    JdbcClient reader;

    @Autowired
    @Qualifier("mapReader")
    TransactionTemplate reading;

    private final Random random = new Random(28);

    @Test
    void itIsMaskedAsIfEveryTextWereReplaced() {
        String[] texts = texts().toArray(String[]::new);
        List<String> plain = ask(AS_WRITTEN, texts);
        List<String> published = ask(
                "select map.published_text(t) from unnest(cast(:texts as text[])) with ordinality u (t, n) order by n",
                texts);
        assertThat(published).isEqualTo(plain);
        assertThat(published).anyMatch(text -> text.contains("…@…")).anyMatch(text -> text.contains("… … …"));
        assertThat(List.of(texts)).anyMatch(published::contains);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private List<String> ask(String sql, String[] texts) {
        return Objects.requireNonNull(reading.execute(status ->
                reader.sql(sql).param("texts", texts).query(String.class).list()));
    }
}
