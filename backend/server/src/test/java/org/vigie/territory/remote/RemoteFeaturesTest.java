package org.vigie.territory.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.territory.ImportReport;
import org.vigie.testing.OtherSystem;

/** A service that behaves, and services that do not. */
class RemoteFeaturesTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private final OtherSystem server = new OtherSystem(this::answer);

    /** What the service answers to a query. */
    private Function<String, String> answer = query -> collection(0, 0, "");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWfsIsReadToItsLastPageByCounting() throws IOException {
        answer = query -> page(query, 2_500, ",\"numberMatched\":2500");

        assertThat(download("/geoserver/ows", "ville:lampes")).isEqualTo(2_500);
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst())
                .contains("service=WFS", "version=2.0.0", "typeNames=ville%3Alampes", "count=1000")
                .doesNotContain("startIndex");
        assertThat(asked.getLast()).contains("startIndex=2000");
    }

    @Test
    void aWfsThatSaysNoTotalEndsWithItsFirstShortPage() throws IOException {
        answer = query -> page(query, 1_500, ",\"numberMatched\":\"unknown\"");

        assertThat(download("/wfs?typeNames=lampes", "")).isEqualTo(1_500);
    }

    @Test
    void whatTheAddressSaysAlreadyStays() throws IOException {
        answer = query -> page(query, 3, ",\"numberMatched\":3");

        download("/wfs?typeNames=lampes&count=10&cql_filter=a%3D1", "");

        assertThat(asked.getFirst()).contains("count=10&", "cql_filter=a%3D1").doesNotContain("count=1000");
    }

    @Test
    void aServiceThatSendsTheSamePageAgainIsRefused() {
        answer = query -> collection(0, 1_000, ",\"numberMatched\":5000");

        assertRefused("remote-does-not-page", "/wfs?typeNames=a");
    }

    @Test
    void halfALayerIsRefusedSinceTheOtherHalfWouldSeemGone() {
        answer = query -> collection(0, 10, ",\"numberMatched\":20");

        assertRefused("remote-incomplete", "/collections/a/items");
    }

    @Test
    void aLinkThatLeadsToAnotherHostIsNotFollowed() {
        answer = query -> collection(
                0, 10, ",\"links\":[{\"rel\":\"next\",\"href\":\"http://169.254.169.254/latest/meta-data\"}]");

        assertRefused("remote-leads-elsewhere", "/collections/a/items");
    }

    @Test
    void whatIsNoCollectionIsToldWithWhatWasSent() {
        answer = query -> "<ows:ExceptionReport/>";

        assertRefused("remote-not-features", "/wfs?typeNames=a");
        assertRefused("remote-layer-missing", "/wfs");
        assertRefused("remote-layer-missing", "/ogc");
        answer = query -> "302";
        assertRefused("remote-answer", "/wfs?typeNames=a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/wfs?typeNames=a",
                "http://localhost/wfs?typeNames=a",
                "http://[::1]/wfs?typeNames=a",
                "http://[::ffff:10.0.0.1]/wfs?typeNames=a",
                "http://[fd00::1]/wfs?typeNames=a",
                "http://[64:ff9b::7f00:1]/wfs?typeNames=a",
                "http://[2002:7f00:1::]/wfs?typeNames=a",
                "http://10.1.2.3/wfs?typeNames=a",
                "http://100.64.0.1/wfs?typeNames=a",
                "http://169.254.169.254/wfs?typeNames=a",
                "http://0.0.0.0/wfs?typeNames=a",
                "http://2130706433/wfs?typeNames=a",
                "ftp://example.org/wfs?typeNames=a",
                "file:///etc/passwd?service=wfs&typeNames=a",
                "http://user:word@example.org/wfs?typeNames=a"
            })
    void addressesOfThisNetworkAndOddOnesAreRefused(String address) {
        assertThatThrownBy(() -> download(URI.create(address), "", false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("remote-address-refused");
    }

    private void assertRefused(String problem, String address) {
        assertThatThrownBy(() -> download(address, ""))
                .as(address)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(problem);
    }

    private long download(String address, String layer) throws IOException {
        return download(URI.create(server.address() + address), layer, true);
    }

    /** @return how many features the file has */
    private long download(URI address, String layer, boolean privateNetwork) throws IOException {
        Path file = folder.resolve("pages.geojson");
        try (ImportReport report =
                new ImportReport(folder.resolve("report.jsonl"), new PrintWriter(new StringWriter()))) {
            RemoteFeatures.download(
                    new RemoteFeatures.Source(
                            address, Optional.of(layer).filter(name -> !name.isEmpty()), privateNetwork),
                    file,
                    report);
        }
        List<String> ids = new ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            GeoJsonFeatures.read(in, feature -> ids.add(feature.properties().getOrDefault("code", "")));
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        asked.add(query);
        String body = answer.apply(query);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.equals("302") ? 302 : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String page(String query, int all, String more) {
        int start = number(query, "startIndex", 0);
        return collection(start, Math.min(all - start, number(query, "count", 1_000)), more);
    }

    private static int number(String query, String name, int otherwise) {
        return List.of(query.split("&")).stream()
                .filter(part -> part.startsWith(name + "="))
                .map(part -> Integer.parseInt(part.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static String collection(int from, int count, String more) {
        return "{\"type\":\"FeatureCollection\",\"features\":["
                + IntStream.range(from, from + count)
                        .mapToObj(n -> "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + n
                                + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.01,47.01]}}")
                        .collect(Collectors.joining(","))
                + "]" + more
                + ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4326\"}}}";
    }
}
