package org.vigie.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.Commitment;
import org.vigie.testing.Answers;
import org.vigie.testing.PrivatePostgis;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A small city with a past of a few days, written by moving today's requests back. */
@ServiceTest
class ReviewTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String CONTACT = "{\"email\":\"jeanne@example.org\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    FigureBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Value("${vigie.database.url}")
    String databaseUrl;

    private TestCity.City city;
    private SignedInAccount head;
    private LocalDate today;

    @BeforeEach
    void make() {
        city = cities.make();
        head = cities.account(city, Role.HEAD);
        today = LocalDate.ofInstant(clock.instant(), PARIS);
    }

    @Test
    void whatIsWrittenDownAfterwardsMovesNoReviewOfThePast() throws Exception {
        Resident.Case resolved = report("nid-de-poule");
        resident.atDesk(resolved, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"rebouché\"}");
        Resident.Case open = report("nid-de-poule");
        Resident.Case waiting = report("lampadaire");
        resident.atDesk(waiting, "/pause", "{\"reason\":\"WEATHER\"}");
        report("nid-de-poule");
        moveBack(Duration.ofDays(4));
        dueAlready(open);
        dueAlready(resolved);
        String before = review();
        assertThat(Answers.to(http, path("")).<Integer>at("$.now.total.received"))
                .isEqualTo(4);

        resident.atDesk(resolved, "/transitions", "{\"to\":\"REOPENED\",\"reason\":\"revenu\"}");
        assertSuccess(resident.atDesk(open, "/category", "{\"category\":\"lampadaire\",\"reason\":\"erreur\"}"));
        assertSuccess(resident.atDesk(
                open,
                "/assignment",
                "{\"teamId\":\"%s\",\"reason\":\"renfort\"}"
                        .formatted(city.east().id())));
        assertSuccess(
                resident.atDesk(open, "/position", "{\"position\":{\"type\":\"Point\",\"coordinates\":[2.08,47.05]}}"));
        assertSuccess(resident.atDesk(open, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}"));
        assertSuccess(resident.atDesk(waiting, "/resume", "{}"));
        // A phone that was without a signal: it happened in the period and nobody knew.
        tellLate(clock.instant().minus(Duration.ofDays(3)));
        report("nid-de-poule");

        assertThat(review()).isEqualTo(before);
        recount(today.minusDays(9), today.minusDays(1));
        recount(today.minusDays(9), today);
        Figures now = figures(today.minusDays(9), today);
        assertThat(now.total().handOvers()).isPositive();
        assertThat(now.total().reopened()).isEqualTo(1);
    }

    @Test
    void aPromiseThatIsBegunAnewCountsAnewAndTheFirstIsNotForgotten() throws Exception {
        Resident.Case it = report("nid-de-poule");
        moveBack(Duration.ofDays(4));
        dueAlready(it);
        resident.atDesk(it, "/transitions", "{\"to\":\"RESOLVED\",\"reason\":\"fait\"}");
        resident.atDesk(it, "/transitions", "{\"to\":\"REOPENED\",\"reason\":\"revenu\"}");

        assertThat(figures(today.minusDays(9), today).total().promises())
                .filteredOn(kept -> kept.commitment() == Commitment.RESOLVE)
                .containsExactly(new Kept(Commitment.RESOLVE, 1, 0, 0));
        recount(today.minusDays(9), today);
    }

    @Test
    void thePublicReadsNothingAboutFewOfAPrivateCategoryNorOutOfTheSums() throws Exception {
        for (int i = 0; i < 4; i++) {
            report("habitat-indigne");
        }
        report("nid-de-poule");
        moveBack(Duration.ofDays(70));

        Answers answer = Answers.to(http, get("/" + city.jurisdiction().code() + "/api/figures/promises"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<List<Object>>at("$.items[?(@.category=='habitat-indigne')].promises[*].withheld"))
                .containsOnly(true);
        assertThat(answer.<List<Object>>at("$.items[?(@.category=='habitat-indigne')].promises[*].due"))
                .isEmpty();
        assertThat(answer.<List<Object>>at(
                        "$.items[?(@.category=='nid-de-poule')].promises[?(@.commitment=='REPLY')].due"))
                .containsExactly(1);
        assertThat(answer.<List<Object>>at("$.total[?(@.commitment=='REPLY')].due"))
                .containsExactly(1);
    }

    @Test
    void fiveOfAPrivateCategoryAreTold() throws Exception {
        for (int i = 0; i < 5; i++) {
            report("habitat-indigne");
        }
        moveBack(Duration.ofDays(70));

        Answers answer = Answers.to(http, get("/" + city.jurisdiction().code() + "/api/figures/promises"));

        assertThat(answer.<List<Object>>at(
                        "$.items[?(@.category=='habitat-indigne')].promises[?(@.commitment=='REPLY')].due"))
                .containsExactly(5);
        assertThat(answer.<List<Object>>at(
                        "$.items[?(@.category=='habitat-indigne')].promises[?(@.commitment=='REPLY')].kept"))
                .containsExactly(0);
    }

    @Test
    void theFileOfATableOpensInASpreadsheetAndCannotRunAFormula() throws Exception {
        report("nid-de-poule");
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("update catalogue.category set name = '=1+1;\"x\"' where code = 'nid-de-poule'")
                        .update());

        Answers csv = Answers.to(
                http,
                get("/" + city.jurisdiction().code() + "/api/desk/review/category.csv")
                        .param("from", today.toString())
                        .param("to", today.toString())
                        .header("Accept-Language", "fr")
                        .with(as(head)));

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("category.csv");
        assertThat(csv.text()).startsWith("\ufeffCode;Nom;Reçues;").contains("\"'=1+1;\"\"x\"\"\"");
    }

    @Test
    void isPrintedTaggedAndTheSameEachTime() throws Exception {
        report("nid-de-poule");
        moveBack(Duration.ofDays(4));

        try (PDDocument pdf = Loader.loadPDF(pdf());
                PDDocument again = Loader.loadPDF(pdf())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Bilan de Test");
            assertThat(text(pdf))
                    .contains("Chiffres clés", "Nid-de-poule", "Engagements échus", "À améliorer")
                    .isEqualTo(text(again));
        }
    }

    @Test
    void saysWhatIsWrongWithThePeriod() throws Exception {
        assertThat(Answers.to(http, period("2026-03-31", "2026-03-01")).problem())
                .isEqualTo("period-turned-round");
        assertThat(Answers.to(http, period("1990-01-01", "2026-03-01")).problem())
                .isEqualTo("period-too-long");
        assertThat(Answers.to(http, period("2026-03-01", "")).problem()).isEqualTo("period-incomplete");
        assertThat(Answers.to(http, period("yesterday", "2026-03-01")).status()).isEqualTo(422);
        assertThat(Answers.to(http, path("/nothing.csv")).status()).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder period(String from, String to) {
        return get("/" + city.jurisdiction().code() + "/api/desk/review")
                .param("from", from)
                .param("to", to)
                .with(as(head));
    }

    /** Of the days before today. */
    private MockHttpServletRequestBuilder path(String rest) {
        return get("/" + city.jurisdiction().code() + "/api/desk/review" + rest
                        + "?from=%s&to=%s".formatted(today.minusDays(9), today.minusDays(1)))
                .header("Accept-Language", "fr")
                .with(as(head));
    }

    private String review() throws Exception {
        return Answers.to(http, path("")).text();
    }

    private byte[] pdf() throws Exception {
        return http.perform(path("/review.pdf")).andReturn().getResponse().getContentAsByteArray();
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private Resident.Case report(String category) throws Exception {
        return resident.report(city, category, CONTACT, "[]");
    }

    private static void assertSuccess(Answers answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void tellLate(Instant at) throws Exception {
        SignedInAccount worker = cities.account(city, Role.TEAM_MEMBER, city.west());
        String field = "/" + city.jurisdiction().code() + "/api/field/jobs";
        List<Map<String, Object>> jobs =
                Answers.to(http, get(field).with(as(worker))).at("$.items");
        assertThat(jobs).isNotEmpty();
        Answers told = Answers.to(
                http,
                post(field + "/" + jobs.getLast().get("id") + "/steps")
                        .with(as(worker))
                        .content("{\"receiptId\":\"%s\",\"step\":\"ACCEPTED\",\"at\":\"%s\"}"
                                .formatted(UUID.randomUUID(), at)));
        assertSuccess(told);
    }

    /** Everything that happened so far happened that much earlier. */
    private void moveBack(Duration by) {
        String earlier = " - make_interval(secs => " + by.toSeconds() + ")";
        cities.inside(city.jurisdiction(), () -> {
            jdbc.sql("update request.request set received_at = received_at" + earlier + ", changed_at = changed_at"
                            + earlier + ", resolved_at = resolved_at" + earlier + ", closed_at = closed_at" + earlier)
                    .update();
            jdbc.sql("update request.deadline set starts_at = starts_at" + earlier + ", due_at = due_at" + earlier
                            + ", met_at = met_at" + earlier + ", warns_at = warns_at" + earlier
                            + ", paused_at = paused_at" + earlier)
                    .update();
            return jdbc.sql("update request.pause set paused_at = paused_at" + earlier)
                    .update();
        });
        asOwner("update request.history set happened_at = happened_at" + earlier + ", recorded_at = null");
        asOwner("update request.deadline_before set until = until" + earlier);
        asOwner("update request.filed_before set until = until" + earlier);
    }

    /** The service itself may not touch a history. */
    private void asOwner(String update) {
        String superuser = PrivatePostgis.instance().superuserUrl(databaseUrl);
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    update + " where jurisdiction_id = '" + city.jurisdiction().id() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of its resolution lies in the period. */
    private void dueAlready(Resident.Case it) {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "update request.deadline set due_at = starts_at + interval '1 day' where commitment = 'RESOLVE' and request_id = :id")
                        .param("id", it.id())
                        .update());
    }

    private Figures figures(LocalDate first, LocalDate last) {
        return cities.inside(city.jurisdiction(), () -> book.of(new Period(first, last), FigureFilter.ALL));
    }

    private void recount(LocalDate first, LocalDate last) {
        cities.inside(
                city.jurisdiction(),
                () -> new Recounts(jdbc).hold(book.of(new Period(first, last), FigureFilter.ALL), PARIS));
    }
}
