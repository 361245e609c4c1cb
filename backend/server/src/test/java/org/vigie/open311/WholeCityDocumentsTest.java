package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.demo.DemoCity;
import org.vigie.demo.SharedDemoCity;
import org.vigie.intake.file.RequestFileImport;
import org.vigie.territory.ImportReport;
import org.vigie.territory.JurisdictionImport;
import org.vigie.territory.SectorImport;
import org.vigie.territory.SourceFile;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import tools.jackson.databind.JsonNode;

/**
 * Every document that the door answers over whole cities, by the published schemas in JSON and by ours in XML: three years of the demo
 * city, and the real reports of Paris, imported from the publisher's file.
 */
@ServiceTest
class WholeCityDocumentsTest {

    /** What GeoReport lets be asked for at once. */
    private static final int SPAN_DAYS = 90;

    private static final int PAGE = 1_000;

    @Autowired
    MockMvc http;

    @Autowired
    DemoCity demo;

    @Autowired
    JurisdictionImport jurisdictions;

    @Autowired
    SectorImport sectors;

    @Autowired
    RequestFileImport requests;

    @Autowired
    Clock clock;

    @Test
    void everyDocumentOfTheDemoCityIsValid() throws Exception {
        GeoReportSchemas.assumeHere();
        SharedDemoCity.make(demo, step -> {});

        assertThat(services(DemoCity.CODE)).isGreaterThan(30);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int read = requests(DemoCity.CODE, now.minus(1_110, ChronoUnit.DAYS), now);
        assertThat(read).isGreaterThan(13_000);
        assertThat(updates(DemoCity.CODE)).isPositive();
        singly(DemoCity.CODE, now);
        System.out.printf("Open311: %,d requests of the demo city valid in JSON and XML%n", read);
    }

    @Test
    void everyDocumentOverTheImportedReportsOfParisIsValid(@TempDir Path folder) throws Exception {
        GeoReportSchemas.assumeHere();
        String paris = "t-" + Ids.next().toString().replace("-", "").substring(12);
        bringIn(paris, folder);
        Instant end = Instant.parse("2025-01-05T00:00:00Z");

        assertThat(services(paris)).isPositive();
        int read = requests(paris, end.minus(430, ChronoUnit.DAYS), end);
        assertThat(read).isBetween(5_900, 6_003);
        singly(paris, end);
        System.out.printf("Open311: %,d imported reports of Paris valid in JSON and XML%n", read);
    }

    /** As the README's lines do, from the publisher's two files. */
    private void bringIn(String code, Path folder) throws Exception {
        Path boundary = shared("paris/arrondissements.geojson");
        Path reports = shared("paris/dmr_voirie_2024.csv");
        Jurisdiction[] town = new Jurisdiction[1];
        try (ImportReport report = report(folder.resolve("boundary.jsonl"))) {
            var order = new JurisdictionImport.Order(code, "Paris", "fr", ZoneId.of("Europe/Paris"));
            town[0] = jurisdictions.run(order, new SourceFile(boundary), report);
        }
        try (ImportReport report = report(folder.resolve("sectors.jsonl"))) {
            var order = SectorImport.Order.partition("arrondissements", "c_ar", "l_aroff");
            CurrentJurisdiction.inside(town[0], () -> sectors.run(order, new SourceFile(boundary), report));
        }
        try (ImportReport report = report(folder.resolve("reports.jsonl"))) {
            CurrentJurisdiction.inside(
                    town[0],
                    () -> requests.run(Path.of("../../sql/seed/mappings/paris-dans-ma-rue.yaml"), reports, report));
        }
    }

    private static ImportReport report(Path file) {
        return new ImportReport(file, new PrintWriter(Writer.nullWriter()));
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("vigie.shared-data", "absent")).resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: real data " + name + " is not here");
        return file;
    }

    private int services(String town) throws Exception {
        GeoReportSchemas.xml(xml(town, "discovery", ""));
        JsonNode services = GeoReportSchemas.list(read(town, "services.json"), "service.json");
        GeoReportSchemas.xml(xml(town, "services", ""));
        for (JsonNode service : services) {
            String code = URLEncoder.encode(service.get("service_code").asString(), StandardCharsets.UTF_8);
            GeoReportSchemas.one(read(town, "services/" + code + ".json"), "service-definition.json");
            GeoReportSchemas.xml(xml(town, "services/" + code, ""));
        }
        return services.size();
    }

    /** All of them, span by span and page by page, with what others add to the standard; the newest of each span also without. */
    private int requests(String town, Instant from, Instant to) throws Exception {
        int read = 0;
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(SPAN_DAYS, ChronoUnit.DAYS)) {
            String span = "?start_date=" + begin + "&end_date="
                    + begin.plus(SPAN_DAYS, ChronoUnit.DAYS).minusMillis(1);
            int page = 0;
            int found;
            do {
                page++;
                String query = span + "&page_size=" + PAGE + "&page=" + page;
                JsonNode listed =
                        GeoReportSchemas.list(read(town, "requests.json" + query + "&extensions=true"), "request.json");
                found = listed.size();
                GeoReportSchemas.xml(xml(town, "requests", query + "&extensions=true"));
                read += found;
            } while (found == PAGE);
            GeoReportSchemas.list(read(town, "requests.json" + span), "request.json");
            GeoReportSchemas.xml(xml(town, "requests", span));
        }
        return read;
    }

    /** The updates of the last quarter; the published schemas have no word for them. */
    private int updates(String town) throws Exception {
        GeoReportSchemas.xml(xml(town, "servicerequestupdates", ""));
        Answers answer = read(town, "servicerequestupdates.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.<List<Object>>at("$").size();
    }

    /** The newest before a moment, each by its own address. */
    private void singly(String town, Instant before) throws Exception {
        String span = "?page_size=20&end_date=" + before.atOffset(ZoneOffset.UTC);
        List<String> ids = read(town, "requests.json" + span).at("$[*].service_request_id");
        assertThat(ids).hasSize(20);
        for (String id : ids) {
            assertThat(GeoReportSchemas.list(read(town, "requests/" + id + ".json"), "request.json"))
                    .hasSize(1);
            GeoReportSchemas.xml(xml(town, "requests/" + id, ""));
        }
    }

    private String xml(String town, String below, String query) throws Exception {
        Answers answer = read(town, below + ".xml" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        return answer.text();
    }

    private Answers read(String town, String below) throws Exception {
        return Answers.sent(http, get(URI.create("/" + town + "/open311/v2/" + below)));
    }
}
