package org.vigie.catalogue.process;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what somebody wrote into the one form in which it is kept: nothing around it, line breaks as line feeds, absent as empty. */
final class Words {

    private Words() {}

    static String of(@Nullable String written) {
        return Objects.requireNonNullElse(written, "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    static List<String> of(@Nullable List<String> written) {
        return listOf(written).stream()
                .map(Words::of)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static <T> List<T> listOf(@Nullable List<T> written) {
        return written == null ? List.of() : List.copyOf(written);
    }
}
