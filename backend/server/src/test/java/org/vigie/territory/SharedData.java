package org.vigie.territory;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real open data that lies beside the project; tests that need it are skipped, and counted as such, where it is not there. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("vigie.shared-data", "absent")).resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: real data " + name + " is not here");
        return file;
    }
}
