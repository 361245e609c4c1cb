package org.vigie.territory.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.Refusal;
import org.vigie.territory.ImportReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches a layer of another system to its last page. */
public final class RemoteFeatures {

    private static final int MOST_PAGES = 2_000;
    private static final long MOST_FEATURES = 1_000_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Where it is.
     *
     * @param address of an OGC API, of its items, or of a WFS; further parameters (a filter) stay as they are
     * @param layer collection or type name, where the address does not name it
     * @param privateNetwork whether it may stand on this machine or in this network
     */
    public record Source(URI address, Optional<String> layer, boolean privateNetwork) {}

    private RemoteFeatures() {}

    /**
     * Writes all of its pages into a file, one GeoJSON collection after the other.
     *
     * @throws Refusal when an address leads where it must not, an answer is none or too large, or pages are missing: half a layer would
     *     have the other half taken for gone
     */
    public static void download(Source source, Path file, ImportReport report) {
        Paging paging = Paging.of(source);
        Fetch fetch = new Fetch(new NetworkGuard(source.privateNetwork(), source.address()));
        try (OutputStream out = Files.newOutputStream(file)) {
            eachPage(paging, fetch, out, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eachPage(Paging paging, Fetch fetch, OutputStream out, ImportReport report) throws IOException {
        Set<URI> asked = new HashSet<>();
        JsonNode before = JSON.nullNode();
        Optional<URI> next = Optional.of(paging.first());
        long features = 0;
        long bytes = 0;
        long matched = -1;
        while (next.isPresent()) {
            URI address = next.get();
            byte[] body = fetch.get(address);
            JsonNode page = read(address, body);
            JsonNode items = page.path("features");
            features += items.size();
            bytes += body.length;
            if (!asked.add(address) || !items.isEmpty() && items.equals(before)) {
                throw Refusal.invalid("remote-does-not-page", address);
            }
            if (asked.size() > MOST_PAGES || features > MOST_FEATURES || bytes > MOST_BYTES) {
                throw Refusal.invalid("remote-too-large", address, MOST_FEATURES);
            }
            before = items;
            matched = matched < 0 ? page.path("numberMatched").asLong(-1) : matched;
            out.write(body);
            out.write('\n');
            report.step("%,d features of %s".formatted(features, matched < 0 ? "?" : "%,d".formatted(matched)));
            next = paging.next(address, page, features);
        }
        if (features < matched) {
            throw Refusal.invalid("remote-incomplete", paging.first(), features, matched);
        }
    }

    private static JsonNode read(URI address, byte[] body) {
        try {
            JsonNode page = JSON.readTree(body);
            if (page.path("features").isArray()) {
                return page;
            }
        } catch (JacksonException notJson) {
            // Told below, with what was sent instead.
        }
        String said = new String(body, 0, Math.min(200, body.length), java.nio.charset.StandardCharsets.UTF_8);
        throw Refusal.invalid("remote-not-features", address, said.replaceAll("\\s+", " "));
    }
}
