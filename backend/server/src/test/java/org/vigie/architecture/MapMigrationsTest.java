package org.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapMigrationsTest {

    private static final Path MIGRATIONS = Path.of("../../sql/migration");

    /** The first file drops the schema; Flyway runs the others again only when their own text has changed. */
    @Test
    void whatStandsOnTheViewsIsMadeAgainWhenTheViewsChange() throws IOException, NoSuchAlgorithmException {
        byte[] views = Files.readAllBytes(MIGRATIONS.resolve("R__map_1_views.sql"));
        String mark = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(views))
                .substring(0, 12);
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> later = files.filter(
                            file -> file.getFileName().toString().matches("R__map_[2-9].*"))
                    .toList();
            assertThat(later)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.UTF_8))
                            .as("put the mark of the views as they are now into %s", file.getFileName())
                            .contains("Stands on R__map_1_views.sql, mark " + mark));
        }
    }
}
