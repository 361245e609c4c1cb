package org.vigie.bench;

import java.nio.file.Path;
import java.util.Optional;

/** What {@code vigie bench} tells by its environment. */
final class Settings {

    private Settings() {}

    static String of(String name) {
        return Optional.ofNullable(System.getenv("VIGIE_BENCH_" + name))
                .orElseThrow(() ->
                        new IllegalStateException("VIGIE_BENCH_" + name + " is missing: start this by ./vigie bench"));
    }

    /** Everything that is kept between measurements, or thrown away after one. */
    static Path home() {
        return Path.of(of("HOME"));
    }
}
