package org.vigie.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.Refusal;
import org.vigie.geo.Wgs84Point;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

/** What a caller sees of every sort of failure, over real HTTP. */
@ServiceTest
@Import(ProblemsTest.Faults.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestJurisdictions jurisdictions;

    private String code = "";

    @BeforeAll
    void openOne() {
        code = jurisdictions.square().code();
    }

    @Test
    void anUnknownJurisdictionIsAProblemInTheReadersLanguage() throws Exception {
        HttpResponse<String> answer = get("/nowhere/api/faults/where", "Accept-Language", "fr-FR,fr;q=0.9");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/jurisdiction-unknown", "Aucune commune", "nowhere");
        assertThat(get("/nowhere/api/x", "Accept-Language", "ar,en;q=0.5").body())
                .contains("No town is served");
    }

    @Test
    void aBrowserGetsASmallPageForAnUnknownJurisdiction() throws Exception {
        HttpResponse<String> answer = get("/nowhere/", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<h1>", "nowhere");
    }

    @Test
    void theJurisdictionIsOpenWhileTheRequestIsServed() throws Exception {
        assertThat(get(path("where")).body()).isEqualTo(code);
    }

    @Test
    void withoutALanguageTheJurisdictionsOwnIsSpoken() throws Exception {
        assertThat(get(path("refusal?kind=CONFLICT")).headers().firstValue("Content-Language"))
                .hasValue("fr");
    }

    @Test
    void everyKindOfRefusalHasItsStatus() throws Exception {
        assertThat(List.of(
                        get(path("refusal?kind=MALFORMED")).statusCode(),
                        get(path("refusal?kind=INVALID")).statusCode(),
                        get(path("refusal?kind=NOT_FOUND")).statusCode(),
                        get(path("refusal?kind=FORBIDDEN")).statusCode(),
                        get(path("refusal?kind=CONFLICT")).statusCode(),
                        get(path("refusal?kind=CHANGED_MEANWHILE")).statusCode(),
                        get(path("refusal?kind=REVISION_MISSING")).statusCode(),
                        get(path("refusal?kind=TOO_LARGE")).statusCode(),
                        get(path("refusal?kind=UNSUPPORTED_MEDIA")).statusCode(),
                        get(path("refusal?kind=TOO_MANY")).statusCode(),
                        get(path("refusal?kind=NOT_SIGNED_IN")).statusCode()))
                .containsExactly(400, 422, 404, 403, 409, 412, 428, 413, 415, 429, 401);
        assertThat(get(path("refusal?kind=TOO_MANY")).headers().firstValue("Retry-After"))
                .hasValue("900");
    }

    @Test
    void badJsonIsToldWithItsPlace() throws Exception {
        HttpResponse<String> answer = post("{\n  \"name\": oops}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/json-malformed", "2");
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        HttpResponse<String> answer = post("{\"name\":\"x\",\"nmae\":\"y\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/field-unknown", "\"field\":\"nmae\"");
    }

    @Test
    void aPositionThatNoPlaceHasIsNamed() throws Exception {
        HttpResponse<String> answer =
                post("{\"name\":\"x\",\"position\":{\"type\":\"Point\",\"coordinates\":[200,0]}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/position-out-of-range", "\"field\":\"position\"");
    }

    @Test
    void anInvalidFieldIsNamedInTheReadersLanguage() throws Exception {
        HttpResponse<String> answer = post("{\"name\":\" \"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/fields-invalid", "\"field\":\"name\"", "vide");
    }

    @Test
    void nothingSentAtAllIsSaid() throws Exception {
        assertThat(post("").body()).contains("/problems/body-missing");
    }

    @Test
    void theWrongMediaTypeAndTheWrongMethodAreToldWithWhatWouldDo() throws Exception {
        HttpResponse<String> media = send(HttpRequest.newBuilder(uri(path("body")))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(media.statusCode()).isEqualTo(415);
        HttpResponse<String> method = get(path("body"));
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void aMissingOrMalformedParameterIsNamed() throws Exception {
        assertThat(get(path("refusal")).body()).contains("/problems/parameter-missing", "\"field\":\"kind\"");
        assertThat(get(path("refusal?kind=NONSENSE")).body())
                .contains("/problems/parameter-malformed", "\"field\":\"kind\"");
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsPassing() throws Exception {
        HttpResponse<String> answer = get(path("away"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void anUnexpectedFailureShowsAnIdAndNothingOfTheInside() throws Exception {
        HttpResponse<String> answer = get(path("broken"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("/problems/unexpected-failure").doesNotContain("secret", "Exception");
    }

    @Test
    void aReadingThatTakesTooLongIsBrokenOffAndSaysWhatToAskFor() throws Exception {
        HttpResponse<String> answer = get(path("slow"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("/problems/reading-too-slow", "période plus courte");
    }

    @Test
    void noReadingOfTheMapTakesLongerThanAMinute() throws Exception {
        assertThat(get(path("longest")).body()).isEqualTo("1min");
    }

    @Test
    void anAddressThatNobodyServesIsAProblem() throws Exception {
        HttpResponse<String> answer = get("/" + code + "/api/no-such-thing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/status-404");
    }

    private String path(String fault) {
        return "/" + code + "/api/faults/" + fault;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path("body")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Fails in every way that a controller can. */
    @RestController
    @RequestMapping("/{jurisdiction}/api/faults")
    static class Faults {

        private final JdbcClient reader;
        private final TransactionTemplate reading;

        Faults(@Qualifier("mapReader") JdbcClient reader, @Qualifier("mapReader") TransactionTemplate reading) {
            this.reader = reader;
            this.reading = reading;
        }

        record Body(
                @NotBlank String name,
                @org.jspecify.annotations.Nullable Wgs84Point position) {}

        @GetMapping("where")
        String where() {
            return CurrentJurisdiction.find().map(Jurisdiction::code).orElse("nowhere");
        }

        @GetMapping("refusal")
        void refuse(@RequestParam Refusal.Kind kind) {
            throw new Refusal(kind, "too-many-attempts", 15);
        }

        @PostMapping("body")
        void take(@Valid @RequestBody Body body) {
            Objects.requireNonNull(body);
        }

        @GetMapping("away")
        void away() {
            throw new DataAccessResourceFailureException("away", new SQLTransientConnectionException("no connection"));
        }

        @GetMapping("slow")
        void slow() {
            reading.executeWithoutResult(status -> {
                reader.sql("select set_config('statement_timeout', '50ms', true)")
                        .query(row -> {});
                reader.sql("select pg_sleep(30)").query(row -> {});
            });
        }

        @GetMapping("longest")
        String longest() {
            return Objects.requireNonNull(reading.execute(status ->
                    reader.sql("show statement_timeout").query(String.class).single()));
        }

        @GetMapping("broken")
        HttpStatus broken() {
            throw new IllegalStateException("a secret of the inside");
        }
    }
}
