package org.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.vigie.Vigie;

class ModulesTest {

    @Test
    void everyPackageUsesOnlyWhatStandsBeforeItInTheFlow() {
        ApplicationModules.of(Vigie.class).verify();
    }

    /** It would come first on the class path, and the rules stated in the package's own would be checked no more. */
    @Test
    void noPackageInfoOfATestHidesTheRulesOfAPackage() throws IOException {
        Path tests = Path.of("src/test/java");
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> sources.resolve(tests.relativize(file)))
                            .filter(Files::exists)
                            .filter(ModulesTest::statesRules))
                    .isEmpty();
        }
    }

    private static boolean statesRules(Path packageInfo) {
        try {
            String text = Files.readString(packageInfo);
            return text.contains("@ApplicationModule") || text.contains("@NamedInterface");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
