package org.vigie.demo;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The demo city, made once a test run: all tests that only read share it. Two reports come in by the lines of the README. */
public final class SharedDemoCity {

    private static @Nullable List<DemoAccount> accounts;

    private SharedDemoCity() {}

    /** Who comes first makes it. */
    public static synchronized List<DemoAccount> make(DemoCity city, Consumer<String> progress) {
        List<DemoAccount> made = accounts == null ? city.make(progress) : accounts;
        accounts = made;
        return made;
    }
}
