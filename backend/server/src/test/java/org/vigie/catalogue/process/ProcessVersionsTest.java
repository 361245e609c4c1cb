package org.vigie.catalogue.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way of a version from draft to publication, and what it means for requests before and after. */
@ServiceTest
class ProcessVersionsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUESTIONS = """
            [{"code":"combien","text":"Combien de lampadaires ?","type":"NUMBER","required":true},
             {"code":"danger","text":"Danger électrique visible ?","type":"YES_NO","required":false,
              "stops":[{"answer":"true","text":"Appelez le 112.","refuses":true}]},
             {"code":"fils","text":"Que voit-on ?","type":"CHOICE","required":false,"onlyIf":{"question":"danger","is":["false"]},
              "choices":[{"code":"nus","label":"Des fils nus"},{"code":"rien","label":"Rien"}]}]""";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private SignedInAccount referent;
    private SignedInAccount head;
    private SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        referent = cities.account(city, Role.REFERENT);
        head = cities.account(city, Role.HEAD);
        dispatcher = cities.account(city, Role.DISPATCHER);
        cities.inside(city.jurisdiction(), () -> {
            catalogue.referent(
                    referent.accountId(),
                    jdbc.sql("select service_id from catalogue.service where code = 'voirie'")
                            .query(UUID.class)
                            .single());
            return true;
        });
    }

    @Test
    void newRequestsTakeTheVersionThatIsPublishedAndOldOnesKeepTheirs() throws Exception {
        String before = report("{}").at("$.id");
        Answers drafted = draft("Éclairage en panne", QUESTIONS, 3);
        assertThat(report("{}").status())
                .as("a draft changes nothing for the public")
                .isEqualTo(201);
        review(drafted);
        publish(2, "{}");

        assertThat(report("{}").problem()).isEqualTo("answer-missing");
        Answers after = report("{\"combien\":2,\"danger\":false,\"fils\":\"nus\"}");

        assertThat(after.status()).isEqualTo(201);
        Answers detail = detail(after.at("$.id"));
        assertThat(detail.<Integer>at("$.process.version")).isEqualTo(2);
        assertThat(detail.<List<String>>at("$.process.answers[*].answer"))
                .containsExactly("2", "false", "Des fils nus");
        assertThat(detail.<List<Integer>>at("$.promises[?(@.commitment=='RESOLVE')].amount"))
                .containsExactly(3);
        assertThat(detail(before).<List<Integer>>at("$.promises[?(@.commitment=='RESOLVE')].amount"))
                .containsExactly(14400);
        assertThat(told("select count(*) from request.request where request_id = '%s' and process_version_id is null"
                        .formatted(before)))
                .isEqualTo("1");
        String second = draft("Panne d’éclairage", "[]", 4).at("$.versions[0].id");
        assertThat(second).isNotEmpty();
        review(process(dispatcher));
        publish(3, "{}");
        assertThat(detail(after.at("$.id")).<Integer>at("$.process.version")).isEqualTo(2);
        assertThat(detail(after.at("$.id")).<String>at("$.process.name")).isEqualTo("Éclairage en panne");
        assertThat(detail(report("{}").at("$.id")).<Integer>at("$.process.version"))
                .isEqualTo(3);
    }

    @Test
    void eachNameItEverHadStillFinds() throws Exception {
        review(draft("Éclairage en panne", "[]", 3));
        publish(2, "{}");
        review(draft("Panne d’éclairage", "[]", 3));
        publish(3, "{}");

        Answers offered = Answers.to(http, get(path("/api/catalogue")));

        String here = "$.domains[0].categories[?(@.code=='lampadaire')]";
        assertThat(offered.<List<String>>at(here + ".name")).containsExactly("Panne d’éclairage");
        assertThat(offered.<List<String>>at(here + ".keywords[*]"))
                .contains("Lampadaire éteint", "Éclairage en panne")
                .doesNotContain("Panne d’éclairage");
    }

    @Test
    void whatThePublicIsAskedIsTheVersionInForceAndAnswersAreHeldToIt() throws Exception {
        review(draft("Lampadaire éteint", QUESTIONS, 3));
        publish(2, "{}");

        Answers asked = Answers.to(http, get(path("/api/categories/lampadaire")));

        assertThat(asked.<List<String>>at("$.questions[*].code")).containsExactly("combien", "danger", "fils");
        assertThat(asked.<Integer>at("$.version")).isEqualTo(2);
        assertThat(report("{\"combien\":\"deux\"}").problem()).isEqualTo("answer-malformed");
        assertThat(report("{\"combien\":1,\"couleur\":\"bleu\"}").problem()).isEqualTo("answer-unknown");
        assertThat(report("{\"combien\":1,\"fils\":\"nus\"}").problem()).isEqualTo("answer-not-asked");
        assertThat(report("{\"combien\":1,\"danger\":false,\"fils\":\"verts\"}").problem())
                .isEqualTo("answer-malformed");
        assertThat(report("{\"combien\":[1]}").problem()).isEqualTo("field-malformed");
        Answers refused = report("{\"combien\":1,\"danger\":true}");
        assertThat(refused.problem()).isEqualTo("answer-refused");
        assertThat(refused.<String>at("$.detail")).isEqualTo("Appelez le 112.");
        assertThat(atDesk("{\"combien\":1,\"danger\":true}").status()).isEqualTo(201);
        assertThat(told("select count(*) from request.request")).isEqualTo("1");
    }

    @Test
    void onlyAReferentOfItsServiceReviewsAndNothingIsPublishedWithout() throws Exception {
        Answers drafted = draft("Lampadaire éteint", "[]", 3);
        String version = drafted.at("$.versions[0].id");
        SignedInAccount stranger = cities.account(city, Role.REFERENT);
        SignedInAccount administrator = cities.account(city, Role.ADMINISTRATOR);

        assertThat(change(post(path("/api/desk/catalogue/versions/" + version + "/publication")), head, 2, "{}")
                        .problem())
                .isEqualTo("process-not-reviewed");
        assertThat(change(post(path("/api/desk/catalogue/versions/" + version + "/review")), stranger, 2, "{}")
                        .problem())
                .isEqualTo("not-referent-of-service");
        assertThat(change(post(path("/api/desk/catalogue/versions/" + version + "/review")), administrator, 2, "{}")
                        .problem())
                .isEqualTo("not-referent-of-service");
        assertThat(process(referent).<Boolean>at("$.versions[0].mayReview")).isTrue();
        assertThat(process(stranger).<Boolean>at("$.versions[0].mayReview")).isFalse();
        Answers reviewed = change(post(path("/api/desk/catalogue/versions/" + version + "/review")), referent, 2, "{}");
        assertThat(reviewed.<String>at("$.versions[0].state")).isEqualTo("REVIEWED");
        assertThat(reviewed.<String>at("$.versions[0].reviewed.name")).isEqualTo("Personne REFERENT");
    }

    @Test
    void otherWordsHaveToBeReviewedAnewAndNobodysChangeIsLost() throws Exception {
        Answers drafted = draft("Lampadaire éteint", "[]", 3);
        String version = drafted.at("$.versions[0].id");
        review(drafted);
        ObjectNode content = content(process(head));

        assertThat(edit(version, 2, content).problem()).isEqualTo("process-changed-meanwhile");
        assertThat(edit(version, 3, content.put("glyph", "lune")).problem()).isEqualTo("process-invalid");
        assertThat(edit(version, 3, content.put("glyph", "lighting").put("code", "autre"))
                        .problem())
                .isEqualTo("process-code-stays");
        Answers edited = edit(version, 3, content.put("code", "lampadaire").put("name", "Lampe"));
        assertThat(edited.<String>at("$.versions[0].state")).isEqualTo("DRAFT");
    }

    @Test
    void oneVersionIsUnderWayAtATimeAndADraftMayBeDropped() throws Exception {
        Answers drafted = draft("Lampadaire éteint", "[]", 3);
        String version = drafted.at("$.versions[0].id");

        assertThat(begin(Ids.next()).problem()).isEqualTo("process-draft-exists");
        assertThat(begin(UUID.fromString(version)).status())
                .as("the same id again")
                .isEqualTo(201);
        assertThat(change(delete(path("/api/desk/catalogue/versions/" + version)), head, 2, "")
                        .status())
                .isEqualTo(204);
        assertThat(begin(Ids.next()).status()).isEqualTo(201);
    }

    @Test
    void whatIsPublishedIsNeverEdited() throws Exception {
        Answers drafted = draft("Lampadaire éteint", "[]", 3);
        review(drafted);
        publish(2, "{}");
        String version = drafted.at("$.versions[0].id");

        assertThat(edit(version, 4, content(process(head))).problem()).isEqualTo("process-is-published");
        assertThatThrownBy(() -> cities.inside(
                        city.jurisdiction(),
                        () -> jdbc.sql("update catalogue.process_version set content = content || '{\"name\":\"x\"}'")
                                .update()))
                .hasMessageContaining("stays as it is");
    }

    @Test
    void whatIsPromisedOtherwiseAtTheSettingsIsInTheNextVersion() throws Exception {
        review(draft("Éclairage en panne", "[]", 3));
        publish(2, "{}");
        SignedInAccount administrator = cities.account(city, Role.ADMINISTRATOR);
        Answers changed = change(
                put(path("/api/desk/promises/lampadaire")),
                administrator,
                0,
                "{\"promises\":[{\"commitment\":\"ACKNOWLEDGE\",\"amount\":2,\"unit\":\"DAYS\"},"
                        + "{\"commitment\":\"RESOLVE\",\"amount\":9,\"unit\":\"DAYS\"},"
                        + "{\"commitment\":\"REPLY\",\"amount\":11,\"unit\":\"DAYS\"}],\"running\":false,\"reason\":\"hiver\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);

        begin(Ids.next());

        assertThat(process(head).<List<Integer>>at("$.versions[0].content.commitments[*].amount"))
                .containsExactlyInAnyOrder(2, 9, 11);
        assertThat(process(head).<List<Integer>>at("$.current.commitments[*].amount"))
                .containsExactlyInAnyOrder(2, 9, 11);
    }

    @Test
    void whatIsAskedOtherwiseOfTeamsIsInTheNextVersion() throws Exception {
        review(draft("Éclairage en panne", "[]", 3));
        publish(2, "{}");
        SignedInAccount administrator = cities.account(city, Role.ADMINISTRATOR);
        UUID lift = Ids.next();
        change(
                put(path("/api/desk/staffing/skills/" + lift)),
                administrator,
                0,
                "{\"code\":\"NACELLE\",\"name\":\"nacelle\",\"kind\":\"MEANS\",\"reason\":\"\"}");
        String category = told("select category_id::text from catalogue.category where code = 'lampadaire'");
        Answers asked = change(
                put(path("/api/desk/staffing/categories/" + category + "/skills")),
                administrator,
                0,
                "{\"skillIds\":[\"" + lift + "\"],\"reason\":\"\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);

        begin(Ids.next());

        assertThat(process(head).<List<String>>at("$.versions[0].content.skills[*]"))
                .containsExactly("NACELLE");
    }

    @Test
    void aVersionOfADayToComeTakesEffectThenAndNotBefore() throws Exception {
        review(draft("Éclairage en panne", "[]", 3));
        assertThat(publish(2, "{\"from\":\"2020-01-01T00:00:00Z\"}").problem()).isEqualTo("process-from-past");

        publish(2, "{\"from\":\"" + clock.instant().plus(Duration.ofSeconds(2)) + "\"}");

        assertThat(name()).isEqualTo("Lampadaire éteint");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> name().equals("Éclairage en panne"));
        assertThat(
                        told(
                                "select string_agg(version_number || case when v.process_version_id = c.process_version_id then '*' else '' end, ' ' "
                                        + "order by version_number) from catalogue.process_version v join catalogue.category c using (jurisdiction_id, category_id)"))
                .isEqualTo("1 2*");
    }

    private String name() {
        return told("select name from catalogue.category where code = 'lampadaire'");
    }

    private Answers draft(String name, String questions, int resolveDays) throws Exception {
        UUID id = Ids.next();
        assertThat(begin(id).status()).isEqualTo(201);
        ObjectNode content = content(process(head));
        content.put("name", name).set("questions", JSON.readTree(questions));
        content.set("commitments", JSON.readTree("""
                [{"commitment":"ACKNOWLEDGE","amount":2,"unit":"DAYS","calendar":""},
                 {"commitment":"RESOLVE","amount":%d,"unit":"DAYS","calendar":"","warning":{"kind":"SHARE","value":80}}]
                """.formatted(resolveDays)));
        Answers edited = edit(id.toString(), 1, content);
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        return edited;
    }

    private Answers begin(UUID id) throws Exception {
        return Answers.to(
                http,
                post(path("/api/desk/catalogue/processes/lampadaire/versions"))
                        .with(as(head))
                        .content("{\"id\":\"" + id + "\"}"));
    }

    private Answers edit(String version, int revision, ObjectNode content) throws Exception {
        return change(put(path("/api/desk/catalogue/versions/" + version)), head, revision, content.toString());
    }

    private void review(Answers process) throws Exception {
        String version = process.at("$.versions[0].id");
        int revision = process(head).at("$.versions[0].revision");
        Answers reviewed =
                change(post(path("/api/desk/catalogue/versions/" + version + "/review")), referent, revision, "{}");
        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
    }

    private Answers publish(int number, String body) throws Exception {
        Answers process = process(head);
        assertThat(process.<Integer>at("$.versions[0].number")).isEqualTo(number);
        String version = process.at("$.versions[0].id");
        int revision = process.at("$.versions[0].revision");
        return change(post(path("/api/desk/catalogue/versions/" + version + "/publication")), head, revision, body);
    }

    private Answers change(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            SignedInAccount account,
            int revision,
            String body)
            throws Exception {
        return Answers.to(
                http,
                request.with(as(account))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    private Answers process(SignedInAccount account) throws Exception {
        return Answers.to(
                http, get(path("/api/desk/catalogue/processes/lampadaire")).with(as(account)));
    }

    private static ObjectNode content(Answers process) {
        return (ObjectNode)
                JSON.readTree(process.text()).path("versions").path(0).path("content");
    }

    private Answers report(String answers) throws Exception {
        return send(post(path("/api/requests")), answers);
    }

    private Answers atDesk(String answers) throws Exception {
        return send(post(path("/api/desk/requests")).with(as(dispatcher)), answers);
    }

    private Answers send(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String answers)
            throws Exception {
        return Answers.to(
                http,
                request.header("Idempotency-Key", "key-" + UUID.randomUUID()).content("""
                {"category":"lampadaire","description":"Éteint","answers":%s,
                 "position":{"type":"Point","coordinates":[2.02,47.05]}}
                """.formatted(answers)));
    }

    private Answers detail(String id) throws Exception {
        return Answers.to(http, get(path("/api/desk/requests/" + id)).with(as(dispatcher)));
    }

    private String path(String rest) {
        return "/" + city.jurisdiction().code() + rest;
    }

    private String told(String sql) {
        return cities.inside(
                city.jurisdiction(), () -> jdbc.sql(sql).query(String.class).single());
    }
}
