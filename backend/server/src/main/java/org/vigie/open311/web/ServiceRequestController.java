package org.vigie.open311.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.LinkTokens;
import org.vigie.access.Refusal;
import org.vigie.open311.PublishedServiceRequests;
import org.vigie.request.Requests;

/** Published requests, as other systems read them. */
@RestController
@RequestMapping(Paths.ROOT)
class ServiceRequestController {

    /** What GeoReport v2 answers at most at a time. */
    private static final int MOST = 1_000;

    private static final int LAST_PAGE = 100_000;

    private final Documents documents;
    private final Searches searches;
    private final PublishedServiceRequests published;
    private final ServiceRequestWriting writing;
    private final Requests requests;
    private final LinkTokens tokens;

    ServiceRequestController(
            Documents documents,
            Searches searches,
            PublishedServiceRequests published,
            ServiceRequestWriting writing,
            Requests requests,
            LinkTokens tokens) {
        this.documents = documents;
        this.searches = searches;
        this.published = published;
        this.writing = writing;
        this.requests = requests;
        this.tokens = tokens;
    }

    /** Newest first. */
    @GetMapping("/requests" + Paths.FORMAT)
    ResponseEntity<byte[]> list(@PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        Parameters asked = new Parameters(query);
        int size = asked.whole("page_size", MOST, MOST);
        long before = (asked.whole("page", 1, LAST_PAGE) - 1L) * size;
        boolean extended = asked.flag("extensions");
        List<Bodies.ServiceRequest> found = published.list(searches.read(asked), size, before).stream()
                .map(request -> writing.write(request, extended))
                .toList();
        return answer(format, found);
    }

    @GetMapping("/requests/{id}" + Paths.FORMAT)
    ResponseEntity<byte[]> get(
            @PathVariable String id, @PathVariable String format, @RequestParam MultiValueMap<String, String> query) {
        boolean extended = new Parameters(query).flag("extensions");
        return answer(
                format,
                List.of(published
                        .find(id)
                        .map(request -> writing.write(request, extended))
                        .orElseThrow(() -> Refusal.notFound("request"))));
    }

    /** The number of a request whose token the client was given. */
    @GetMapping("/tokens/{token}" + Paths.FORMAT)
    ResponseEntity<byte[]> token(
            @PathVariable String token,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> query) {
        new Parameters(query);
        UUID id = tokens.findId(PostController.TOKEN, token).orElseThrow(() -> Refusal.notFound("token"));
        return answer(format, List.of(new Bodies.Token(requests.get(id).number(), token)));
    }

    private ResponseEntity<byte[]> answer(String format, List<?> found) {
        return documents.list(Format.of(format), "service_requests", "request", found);
    }
}
