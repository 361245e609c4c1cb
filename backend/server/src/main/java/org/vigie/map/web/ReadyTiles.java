package org.vigie.map.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.vigie.map.RequestsTile;
import org.vigie.map.Tile;
import org.vigie.map.Tiles;

/**
 * Answers at the door, from memory, what the whole house has answered at the same address within the last second. Jurisdiction,
 * module, rights, filter and headers are as they were found then, so that what changes there shows a second later; the tile itself is
 * as fresh as anywhere. Going through the house for each takes ten times as long as the tile.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadyTiles implements Filter {

    static final String METER = "vigie.tiles.ready";

    private static final String UNDERSTOOD = ReadyTiles.class.getName();
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 50_000;

    /** An address may be as long as a browser sends it; a long one is remembered by nobody. */
    private static final int LONGEST = 500;

    /** These belong to the tile, or to one answer. */
    private static final Set<String> NOT_OF_THE_HOUSE = Set.of(
            "etag",
            "date",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "set-cookie");

    private record Header(String name, String value) {}

    private record Passed(RequestsTile tile, List<Header> headers) {}

    private final Tiles tiles;
    private final Cache<String, Passed> passed = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            // Another thread would have to be woken thousands of times a second for what takes it a microsecond.
            .executor(Runnable::run)
            .build();
    private final LongAdder answers = new LongAdder();

    /** @param meters are told how many were answered here, which the house's own do not see */
    ReadyTiles(Tiles tiles, MeterRegistry meters) {
        this.tiles = tiles;
        FunctionCounter.builder(METER, answers, LongAdder::sum)
                .description("Tiles answered at the door, besides http.server.requests")
                .register(meters);
    }

    /** What the house took the address for. */
    static void understood(HttpServletRequest request, RequestsTile tile) {
        request.setAttribute(UNDERSTOOD, tile);
    }

    /** For tests: how many it has answered. */
    long answered() {
        return answers.sum();
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answered;
        if (!isForATile(request)) {
            chain.doFilter(request, response);
            return;
        }
        String address = address(request);
        Passed before = passed.getIfPresent(address);
        if (before != null) {
            Optional<Tile> ready = tiles.kept(before.tile());
            if (ready.isPresent()) {
                answers.increment();
                TileAnswer tile = TileAnswer.of(ready.get(), request.getHeader(HttpHeaders.ACCEPT_ENCODING));
                answer(tile, before, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
        remember(address, request, response);
    }

    private static boolean isForATile(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().endsWith(".mvt")
                && request.getHeader(HttpHeaders.IF_MATCH) == null;
    }

    /** Whether another origin asks decides on headers. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return (request.getHeader(HttpHeaders.ORIGIN) == null ? " " : "*")
                + request.getRequestURI()
                + (query == null ? "" : "?" + query);
    }

    /** Not of somebody who may be signed in: whatever that changes is theirs alone. */
    private void remember(String address, HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        boolean answered = status == HttpServletResponse.SC_OK
                || status == HttpServletResponse.SC_NO_CONTENT
                || status == HttpServletResponse.SC_NOT_MODIFIED;
        if (answered
                && request.getAttribute(UNDERSTOOD) instanceof RequestsTile tile
                && request.getHeader(HttpHeaders.COOKIE) == null
                && address.length() < LONGEST) {
            passed.put(address, new Passed(tile, headers(response)));
        }
    }

    private static List<Header> headers(HttpServletResponse response) {
        return response.getHeaderNames().stream()
                .distinct()
                .filter(name -> !NOT_OF_THE_HOUSE.contains(name.toLowerCase(Locale.ROOT)))
                .flatMap(name -> values(response, name))
                .toList();
    }

    private static Stream<Header> values(HttpServletResponse response, String name) {
        return response.getHeaders(name).stream().map(value -> new Header(name, value));
    }

    private static void answer(TileAnswer tile, Passed before, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        before.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        response.setHeader(HttpHeaders.ETAG, tile.tag());
        if (tile.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (tile.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        if (tile.compressed()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(TileAnswer.VECTOR_TILE);
        response.setContentLength(tile.bytes().length);
        response.getOutputStream().write(tile.bytes());
    }
}
