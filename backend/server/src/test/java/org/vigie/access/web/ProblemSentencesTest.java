package org.vigie.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemSentencesTest {

    private static final Pattern NAMED = Pattern.compile(
            "(?:Refusal\\(\\s*(?:Refusal\\.)?Kind\\.\\w+,|Refusal\\.invalid\\(|super\\(\\s*(?:Refusal\\.)?Kind\\.\\w+,)\\s*\"([a-z0-9-]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(sentences("problems_fr").keySet())
                .isEqualTo(sentences("problems").keySet());
    }

    @Test
    void everyTitleHasADetail() throws IOException {
        Properties english = sentences("problems");
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("word."))
                .allSatisfy(key -> {
                    String name = key.substring(0, key.lastIndexOf('.'));
                    assertThat(english).containsKeys(name + ".title", name + ".detail");
                });
    }

    @Test
    void noSentenceHasAStraightApostropheWhichWouldSwallowItsValues() throws IOException {
        assertThat(sentences("problems").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(sentences("problems_fr").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void everyRefusalInTheSourcesHasItsSentences() throws IOException {
        Properties english = sentences("problems");
        TreeSet<String> silent = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(source))
                        .results()
                        .map(found -> Objects.requireNonNull(found.group(1)))
                        .filter(name -> !english.containsKey(name + ".detail"))
                        .forEach(silent::add);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static Properties sentences(String bundle) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProblemSentencesTest.class.getResourceAsStream("/" + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
