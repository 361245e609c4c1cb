package org.vigie.request.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as rules look for words in it: lower case, no accents, cut at whatever is neither a letter nor a digit. Folded when first asked
 * for: most reports meet no rule that looks at their words. Immutable.
 */
public final class FoldedWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String text;
    private @Nullable List<String> words;

    public FoldedWords(String text) {
        this.text = text;
    }

    /** Two threads that ask at once both fold, to the same. */
    private List<String> words() {
        List<String> known = words;
        if (known == null) {
            known = Stream.of(BETWEEN.split(fold(text)))
                    .filter(word -> !word.isEmpty())
                    .toList();
            words = known;
        }
        return known;
    }

    /** Folded alike, whatever stands between the words. */
    static String folded(String text) {
        return String.join(" ", new FoldedWords(text).words());
    }

    private static String fold(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    }

    /**
     * The part of the text that a pattern finds: its words one after the other, the last of them only begun when the pattern ends in *.
     *
     * @return as it stands in the folded text
     */
    Optional<String> find(String pattern) {
        boolean begun = pattern.endsWith("*");
        List<String> wanted = new FoldedWords(pattern).words();
        List<String> words = words();
        for (int at = 0; !wanted.isEmpty() && at + wanted.size() <= words.size(); at++) {
            if (fits(words, wanted, at, begun)) {
                return Optional.of(String.join(" ", words.subList(at, at + wanted.size())));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<String> words, List<String> wanted, int at, boolean begun) {
        int last = wanted.size() - 1;
        return words.subList(at, at + last).equals(wanted.subList(0, last))
                && (begun
                        ? words.get(at + last).startsWith(wanted.get(last))
                        : words.get(at + last).equals(wanted.get(last)));
    }
}
