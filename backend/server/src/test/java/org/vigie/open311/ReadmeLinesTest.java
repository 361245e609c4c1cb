package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.ApiKey;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.demo.DemoCity;
import org.vigie.demo.SharedDemoCity;
import org.vigie.territory.Jurisdictions;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestImages;

/**
 * Every line of curl in the README, letter by letter, in a shell, over the demo city; only the port is this test's own. Those of the OGC
 * door are run by the test of GDAL.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeLinesTest {

    private static final String README_SERVICE = "http://127.0.0.1:8080/";

    /** What tells that a line did what the README says of it; each line must hold exactly one of the keys. */
    private static final Map<String, List<String>> TOLD = Map.of(
            "services.xml?lat", List.of("<service_code>nid-de-poule</service_code>"),
            "requests.json?status=open", List.of("[{\"service_request_id\":", "\"extended_attributes\":"),
            "requests.csv", List.of("service_request_id,requested_datetime,", "\n2026-", "\n2024-"),
            "requests.json -d", List.of("[{\"service_request_id\":\"20"),
            "requests.xml -F", List.of("<request><service_request_id>20"),
            "servicerequestupdates.xml", List.of("<service_request_updates>"),
            "requests.gpkg", List.of("SQLite format 3"),
            "new.atom", List.of("<feed ", "<entry>"));

    @LocalServerPort
    int port;

    @Autowired
    DemoCity demo;

    @Autowired
    Jurisdictions jurisdictions;

    @Autowired
    Clients clients;

    @Autowired
    TransactionTemplate transaction;

    private String key = "";

    @BeforeAll
    void open() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped: there is no curl");
        SharedDemoCity.make(demo, step -> {});
        ApiKey made = ApiKey.make();
        key = made.text();
        CurrentJurisdiction.inside(
                jurisdictions.find(DemoCity.CODE).orElseThrow(),
                () -> transaction.executeWithoutResult(status -> clients.add(Ids.next(), "README", Door.USUAL, made)));
    }

    @Test
    void eachLineDoesWhatTheReadmeSays(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("photo.jpg"), TestImages.phonePhoto(640, 480, 2.9012, 47.3521, 1));
        List<String> lines = lines();
        assertThat(lines).hasSize(TOLD.size());
        for (String line : lines) {
            List<String> which = TOLD.keySet().stream().filter(line::contains).toList();
            assertThat(which).as(line).hasSize(1);
            String told = run(folder, line.replace(README_SERVICE, "http://127.0.0.1:" + port + "/"));
            assertThat(told).as(line).contains(Objects.requireNonNull(TOLD.get(which.getFirst())));
            if (told.startsWith("<?xml") && line.contains("/open311/")) {
                GeoReportSchemas.xml(told);
            }
        }
    }

    /** A line that ends with a backslash goes on in the next. */
    private static List<String> lines() throws IOException {
        String readme = Files.readString(Path.of("../../README.md")).replaceAll("\\\\\n\\s*", "");
        return readme.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl ") && line.contains(README_SERVICE) && !line.contains("/ogc/"))
                .toList();
    }

    /** What it writes to its output or, when it names or makes one, to a file. */
    private String run(Path folder, String line) throws IOException, InterruptedException {
        Path written = Files.createDirectory(folder.resolve("of-" + Ids.next()));
        Files.copy(folder.resolve("photo.jpg"), written.resolve("photo.jpg"));
        Path out = folder.resolve(written.getFileName() + ".out");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line)
                .directory(written.toFile())
                .redirectError(folder.resolve("told").toFile())
                .redirectOutput(out.toFile());
        shell.environment().putAll(Map.of("NO_PROXY", "127.0.0.1", "no_proxy", "127.0.0.1", "KEY", key));
        Process process = shell.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(line).isTrue();
        assertThat(process.exitValue()).as(line).isZero();
        try (var files = Files.list(written)) {
            Path told = files.filter(file -> !file.endsWith("photo.jpg"))
                    .findFirst()
                    .orElse(out);
            return Files.readString(told, StandardCharsets.ISO_8859_1);
        }
    }
}
