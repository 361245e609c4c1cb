package org.vigie.map.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Cursor;
import org.vigie.map.NearestRequests;
import org.vigie.map.PublishedJurisdiction;
import org.vigie.map.PublishedRequests;
import org.vigie.map.RequestArea;
import org.vigie.map.RequestCard;
import org.vigie.map.RequestDetail;
import org.vigie.map.RequestQuery;

/** What the public may read of requests. */
@RestController
@RequestMapping("/{jurisdiction}/api/requests")
class RequestController {

    private static final int DEFAULT_LIMIT = 50;
    private static final int DEFAULT_RADIUS_METRES = 50;
    private static final int MOST_NEAREST = 50;

    record PageBody(
            List<RequestCard> items, long total, @Nullable String next) {}

    record NearbyBody(int radiusMetres, List<NearbyCard> items) {}

    record NearbyCard(@JsonUnwrapped RequestCard card, double distanceMetres) {}

    private final PublishedRequests requests;
    private final NearestRequests nearest;
    private final PublishedJurisdiction jurisdiction;

    RequestController(PublishedRequests requests, NearestRequests nearest, PublishedJurisdiction jurisdiction) {
        this.requests = requests;
        this.nearest = nearest;
        this.jurisdiction = jurisdiction;
    }

    @GetMapping
    PageBody list(@RequestParam MultiValueMap<String, String> query) {
        FilterParameters parameters = new FilterParameters(query);
        PublishedRequests.Page page = requests.page(wanted(
                parameters,
                sort(parameters),
                limit(parameters),
                parameters.text("after").map(Cursor::parse)));
        return new PageBody(
                page.items(), page.total(), page.next().map(Cursor::toText).orElse(null));
    }

    @GetMapping("/counts")
    PublishedRequests.Counts counts(@RequestParam MultiValueMap<String, String> query) {
        return requests.counts(
                wanted(new FilterParameters(query), RequestQuery.Sort.RECEIVED, DEFAULT_LIMIT, Optional.empty()));
    }

    @GetMapping("/nearby")
    NearbyBody nearby(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @Nullable String category) {
        Wgs84Point position = new Wgs84Point(lon, lat);
        int radius = category == null ? DEFAULT_RADIUS_METRES : radius(category);
        return new NearbyBody(
                radius,
                requests.nearby(position, radius, category).stream()
                        .map(near -> new NearbyCard(near.card(), Math.round(near.distanceMetres() * 10) / 10.0))
                        .toList());
    }

    /** @param metres what lies further away is left out */
    @GetMapping(path = "/nearest", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> nearest(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "5000") int metres) {
        if (limit < 1 || limit > MOST_NEAREST) {
            throw FilterParameters.malformed("limit");
        }
        if (metres < 1 || metres > RequestArea.MAX_METRES) {
            throw FilterParameters.malformed("metres");
        }
        Wgs84Point position = AreaParameters.onMap("lat", lon, lat);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(nearest.near(position, limit, metres));
    }

    @GetMapping("/{numberOrId}")
    RequestDetail get(@PathVariable String numberOrId) {
        return requests.detail(numberOrId).orElseThrow(() -> Refusal.notFound("request"));
    }

    private int radius(String category) {
        return jurisdiction.duplicateRadiusMetres(category).orElseThrow(() -> FilterParameters.malformed("category"));
    }

    private static RequestQuery wanted(
            FilterParameters parameters, RequestQuery.Sort sort, int limit, Optional<Cursor> after) {
        return new RequestQuery(
                parameters.filter(), new AreaParameters(parameters).area(), parameters.words(), sort, limit, after);
    }

    private static RequestQuery.Sort sort(FilterParameters parameters) {
        return switch (parameters.text("sort").orElse("received")) {
            case "received" -> RequestQuery.Sort.RECEIVED;
            case "due" -> RequestQuery.Sort.DUE;
            default -> throw FilterParameters.malformed("sort");
        };
    }

    private static int limit(FilterParameters parameters) {
        try {
            int limit = parameters.text("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
            if (limit >= 1 && limit <= RequestQuery.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as any other limit that cannot be.
        }
        throw FilterParameters.malformed("limit");
    }
}
