package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No line of a French text begins with a mark: mails, messages, problems, reviews and pages that the service writes. */
class FrenchSpacesTest {

    private final TypesetMessages messages = new TypesetMessages();

    static Stream<Resource> everyFrenchFile() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:*_fr.properties"))
                .filter(file -> !file.toString().contains(".jar!"));
    }

    @ParameterizedTest
    @MethodSource("everyFrenchFile")
    void everyTextHasNarrowNoBreakSpacesWhereFrenchWantsThem(Resource file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts).isNotEmpty();
        for (String key : texts.stringPropertyNames()) {
            String told = messages.getMessage(key, null, Locale.FRENCH);
            assertThat(told).as(key).doesNotContainPattern("\\S[ \\x{a0}][;:!?»]|«[^\\x{202f}]");
            assertThat(told.replace(FrenchSpaces.NARROW, " "))
                    .as("%s: written with plain spaces in the file", key)
                    .isEqualTo(texts.getProperty(key));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Reçue : « Trou »., Reçue_: «_Trou_».",
        "Vraiment ?!, Vraiment_?!",
        "à 10:30 chez https://a.example/?b, à 10:30 chez https://a.example/?b",
        "{0} : {1} ; {2}, {0}_: {1}_; {2}"
    })
    void onlySpacesBeforeMarksAndInsideQuotesAreNarrow(String plain, String narrow) {
        assertThat(FrenchSpaces.set(plain)).isEqualTo(narrow.replace("_", FrenchSpaces.NARROW));
    }

    @Test
    void englishStaysAsItIs() {
        assertThat(messages.getMessage("forwarding.taken", new Object[] {"A", "1"}, Locale.ENGLISH))
                .isEqualTo("Taken by the system of A under the number 1.");
    }
}
