package org.vigie.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/**
 * Many rows go out as every file, in memory that does not grow with them: 20,000, or {@code -Dvigie.export.rows=1000000}. Says what it
 * took.
 */
@ServiceTest
@Import(PublishedCity.class)
class DownloadOfManyTest {

    private static final long MEGABYTE = 1 << 20;
    /** What a page of the cursor, buffers and the writers' own need; a list kept in memory would take hundreds. */
    private static final long MOST_GROWTH_MEGABYTES = 80;

    @LocalServerPort
    int port;

    @Autowired
    PublishedCity published;

    @Autowired
    TestJurisdictions jurisdictions;

    @Test
    void everyFileOfManyRowsGoesOutInFlatMemory(@TempDir Path directory) throws Exception {
        int rows = Integer.getInteger("vigie.export.rows", 20_000);
        Jurisdiction town = jurisdictions.square();
        published.catalogue(town);
        published.manyRequests(town, rows);
        for (String type : List.of("csv", "geojson", "xlsx", "gpkg")) {
            Path file = directory.resolve("many." + type);
            long before = settled();
            long begun = System.nanoTime();
            long most = mostWhile(() -> download(town, type, file));
            System.out.printf(
                    "%d rows as %s: %.1f s, %d MB, memory grew by %d MB%n",
                    rows,
                    type,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0,
                    Files.size(file) / MEGABYTE,
                    (most - before) / MEGABYTE);
            assertThat((most - before) / MEGABYTE).as(type).isLessThan(MOST_GROWTH_MEGABYTES);
        }
        try (Stream<String> lines = Files.lines(directory.resolve("many.csv"))) {
            assertThat(lines.count()).isEqualTo(rows + 1L);
        }
        for (String type : List.of("geojson", "xlsx", "gpkg")) {
            assertThat(DownloadedFile.run(
                            "ogrinfo",
                            "-ro",
                            "-so",
                            "-al",
                            directory.resolve("many." + type).toString()))
                    .contains("Feature Count: " + rows);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The most that was alive at once, looked at after a collection each second. */
    private static long mostWhile(Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        long[] most = {0};
        Thread watcher = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                most[0] = Math.max(most[0], settled());
                sleep();
            }
        });
        try {
            work.run();
        } finally {
            done.set(true);
            watcher.join();
        }
        return most[0];
    }

    private static void sleep() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long settled() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void download(Jurisdiction town, String type, Path file) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/" + town.code() + "/open-data/requests." + type))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream body = answer.body()) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
