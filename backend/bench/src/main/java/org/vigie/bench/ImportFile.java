package org.vigie.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Requests of another system as a file, with the map that says which column is what. The same each time. */
final class ImportFile {

    private static final long SEED = 1311;

    private ImportFile() {}

    static Path mapping() throws IOException {
        Path file = Settings.home().resolve("import.yaml");
        Files.writeString(file, """
                source: bench
                delimiter: ","
                externalId: [id]
                category: [category]
                glyph: street
                description: [description]
                address: [address]
                location: {longitude: [longitude], latitude: [latitude]}
                receivedAt: {column: [received], format: "yyyy-MM-dd HH:mm:ss", zone: UTC}
                channel: {otherwise: IMPORT}
                state: {otherwise: CLOSED}
                """);
        return file;
    }

    static Path rows(int count) throws IOException {
        Path file = Settings.home().resolve("import.csv");
        HotSpots spots = new HotSpots(SEED);
        Instant end = Instant.now().truncatedTo(ChronoUnit.DAYS);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,category,description,address,longitude,latitude,received\n");
            for (int n = 0; n < count; n++) {
                SplittableRandom random = spots.random(n);
                City.Place place = spots.draw(random);
                String received = end.minus(Duration.ofSeconds(random.nextInt(365 * 86_400)))
                        .toString();
                out.write("%d,Catégorie %d,Un grand trou devant la boulangerie,%d rue des Tanneurs,%.6f,%.6f,%s\n"
                        .formatted(
                                n,
                                1 + random.nextInt(20),
                                random.nextInt(200),
                                place.longitude(),
                                place.latitude(),
                                received.substring(0, 19).replace('T', ' ')));
            }
        }
        return file;
    }
}
