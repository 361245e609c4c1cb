package org.vigie.open311.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.geo.Wgs84Point;
import org.vigie.open311.PublishedServiceRequests;
import org.vigie.open311.ServiceRequest;
import org.vigie.open311.ServiceRequestSearch;

/** All published requests as one table, as GeoReport/bulk proposes it. */
@RestController
@RequestMapping(Paths.ROOT)
class BulkController {

    private static final int PAGE = 1_000;
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";
    private static final List<String> COLUMNS = List.of(
            "service_request_id",
            "requested_datetime",
            "updated_datetime",
            "closed_date",
            "status_description",
            "status_notes",
            "source",
            "service_name",
            "service_subtype",
            "description",
            "agency_responsible",
            "address",
            "lat",
            "long");

    private final Searches searches;
    private final PublishedServiceRequests published;

    BulkController(Searches searches, PublishedServiceRequests published) {
        this.searches = searches;
        this.published = published;
    }

    /** Newest first. Read page by page, so that however slow the reader is, no connection to the database waits for it. */
    @GetMapping("/requests.csv")
    void table(@RequestParam MultiValueMap<String, String> query, HttpServletResponse response) throws IOException {
        ServiceRequestSearch search = searches.readAll(new Parameters(query));
        List<ServiceRequest> page = published.listAfter(search, PAGE, null);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"requests.csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(COLUMNS);
            while (!page.isEmpty()) {
                page.forEach(request -> csv.writeRecord(row(request)));
                page = page.size() < PAGE ? List.of() : published.listAfter(search, PAGE, end(page));
            }
        }
    }

    private static PublishedServiceRequests.Place end(List<ServiceRequest> page) {
        ServiceRequest last = page.getLast();
        return new PublishedServiceRequests.Place(last.receivedAt(), last.id());
    }

    private static List<String> row(ServiceRequest request) {
        return List.of(
                request.number(),
                ServiceRequestWriting.moment(request.receivedAt()),
                ServiceRequestWriting.moment(request.updatedAt()),
                request.endedAt().map(ServiceRequestWriting::moment).orElse(""),
                request.state(),
                safe(request.lastWords()),
                request.channel(),
                safe(request.categoryName()),
                "",
                safe(request.description()),
                safe(request.service().orElse("")),
                safe(request.address()),
                request.position()
                        .map(Wgs84Point::latitudeDegrees)
                        .map(String::valueOf)
                        .orElse(""),
                request.position()
                        .map(Wgs84Point::longitudeDegrees)
                        .map(String::valueOf)
                        .orElse(""));
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String safe(String words) {
        return !words.isEmpty() && STARTS_A_FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
