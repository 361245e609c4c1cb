package org.vigie.territory.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vigie.access.Refusal;
import tools.jackson.databind.JsonNode;

/** How one asks for the first page and knows of the next. */
sealed interface Paging {

    int PAGE = 1_000;

    URI first();

    /** @param features read so far, this page's among them */
    Optional<URI> next(URI address, JsonNode page, long features);

    /** @throws Refusal remote-layer-missing when neither the address nor anybody else names a layer */
    static Paging of(RemoteFeatures.Source source) {
        String text = source.address().toString();
        String lower = text.toLowerCase(Locale.ROOT);
        String path = String.valueOf(source.address().getPath()).toLowerCase(Locale.ROOT);
        return lower.contains("service=wfs") || path.endsWith("/wfs") || path.endsWith("/ows")
                ? new Wfs(source)
                : new OgcApi(source);
    }

    /** OGC API Features: the answer links to its next page. */
    record OgcApi(URI first) implements Paging {

        OgcApi(RemoteFeatures.Source source) {
            this(with(items(source), "limit", String.valueOf(PAGE)));
        }

        private static URI items(RemoteFeatures.Source source) {
            URI address = source.address();
            String path = String.valueOf(address.getPath()).replaceFirst("/+$", "");
            if (path.endsWith("/items")) {
                return address;
            }
            if (path.matches(".*/collections/[^/]+")) {
                return below(address, path + "/items");
            }
            String layer = source.layer().orElseThrow(() -> Refusal.invalid("remote-layer-missing", address));
            return below(address, path.replaceFirst("/collections$", "") + "/collections/" + layer + "/items");
        }

        private static URI below(URI address, String path) {
            try {
                String bare = new URI(address.getScheme(), address.getAuthority(), path, null, null).toString();
                return URI.create(address.getRawQuery() == null ? bare : bare + "?" + address.getRawQuery());
            } catch (URISyntaxException e) {
                throw Refusal.invalid("remote-address-refused", address);
            }
        }

        @Override
        public Optional<URI> next(URI address, JsonNode page, long features) {
            return link(address, page);
        }
    }

    /** WFS 2.0: the answer may link to its next page; else one counts. */
    record Wfs(URI first) implements Paging {

        Wfs(RemoteFeatures.Source source) {
            this(withLayer(
                    with(
                            with(
                                    with(
                                            with(
                                                    with(with(source.address(), "service", "WFS"), "version", "2.0.0"),
                                                    "request",
                                                    "GetFeature"),
                                            "outputFormat",
                                            "application/json"),
                                    "srsName",
                                    "EPSG:4326"),
                            "count",
                            String.valueOf(PAGE)),
                    source));
        }

        private static URI withLayer(URI address, RemoteFeatures.Source source) {
            if (has(address, "typeNames") || has(address, "typeName")) {
                return address;
            }
            return with(
                    address,
                    "typeNames",
                    source.layer().orElseThrow(() -> Refusal.invalid("remote-layer-missing", source.address())));
        }

        @Override
        public Optional<URI> next(URI address, JsonNode page, long features) {
            int here = page.path("features").size();
            Optional<URI> linked = link(address, page);
            if (linked.isPresent() || here == 0) {
                return linked.filter(next -> here > 0);
            }
            long matched = page.path("numberMatched").asLong(-1);
            boolean more = matched >= 0 ? features < matched : here == PAGE;
            return more ? Optional.of(with(first, "startIndex", String.valueOf(features))) : Optional.empty();
        }
    }

    private static Optional<URI> link(URI address, JsonNode page) {
        return StreamSupport.stream(page.path("links").spliterator(), false)
                .filter(link -> link.path("rel").asString("").equals("next"))
                .map(link -> link.path("href").asString(""))
                .filter(href -> !href.isBlank())
                .findFirst()
                .map(href -> resolved(address, href));
    }

    private static URI resolved(URI address, String href) {
        try {
            return address.resolve(new URI(href));
        } catch (URISyntaxException e) {
            throw Refusal.invalid("remote-leads-elsewhere", href, address.getAuthority());
        }
    }

    private static boolean has(URI address, String parameter) {
        return ("&" + address.getRawQuery())
                .toLowerCase(Locale.ROOT)
                .contains("&" + parameter.toLowerCase(Locale.ROOT) + "=");
    }

    /** What the address says already stays. */
    private static URI with(URI address, String parameter, String value) {
        if (has(address, parameter)) {
            return address;
        }
        String more = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        String bare = address.toString().replaceFirst("[?&]+$", "");
        return URI.create(bare + (bare.contains("?") ? "&" : "?") + more);
    }
}
