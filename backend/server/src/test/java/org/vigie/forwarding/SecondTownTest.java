package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.forwarding.ForwardingTown.eventually;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.ApiKey;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.notification.Message;
import org.vigie.open311.Clients;
import org.vigie.testing.AskedQuestions;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** One town forwards to another town of this service, over its public door: reported here, worked there, closed here. */
@ForwardingServiceTest
class SecondTownTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CompetenceDraft competences;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Categories categories;

    @Autowired
    ProcessAdmission admission;

    @LocalServerPort
    int port;

    private ForwardingTown here;
    private TestCity.City there;
    private String key;

    @BeforeEach
    void makeTowns() {
        here = ForwardingTown.make(http, cities, resident, competences);
        there = cities.make();
        key = admit(there);
    }

    private String admit(TestCity.City city) {
        ApiKey made = ApiKey.make();
        cities.inside(city.jurisdiction(), () -> {
            clients.add(Ids.next(), "Ville voisine", new Clients.Terms(1_000, "vigie_id"), made);
            return true;
        });
        return made.text();
    }

    private String service() {
        return "http://127.0.0.1:" + port;
    }

    private void connect(String base, String more) throws Exception {
        here.connect(
                base + "/" + there.jurisdiction().code() + "/open311/v2",
                ",\"externalIdAttribute\":\"vigie_id\",\"apiKey\":\"" + key + "\",\"jurisdictionId\":\""
                        + there.jurisdiction().code()
                        + "\",\"services\":{\"nid-de-poule\":\"nid-de-poule\",\"habitat-indigne\":\"habitat-indigne\"}"
                        + more);
    }

    /** What came in over there, as somebody who works there has it before them. */
    private List<Resident.Case> arrived() {
        List<UUID> ids = cities.inside(
                there.jurisdiction(),
                () -> jdbc.sql("select request_id from request.request where channel = 'OPEN311' order by received_at")
                        .query(UUID.class)
                        .list());
        return ids.stream()
                .map(id -> new Resident.Case(there, id, number(id), "", cities.account(there, Role.DISPATCHER)))
                .toList();
    }

    private String number(UUID id) {
        return cities.inside(
                there.jurisdiction(),
                () -> jdbc.sql("select number from request.request where request_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    private void decide(Resident.Case theirs, String to, String words) throws Exception {
        var answer = resident.atDesk(
                theirs, "/transitions", "{\"to\":\"" + to + "\",\"reason\":\"r\",\"publicText\":\"" + words + "\"}");
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }

    @Test
    void aRequestIsForwardedWorkedThereAndClosedHere() throws Exception {
        connect(service(), "");
        Resident.Case ours = here.report();
        here.eventuallyIs("FOLLOWED", ours);
        Resident.Case theirs = arrived().getFirst();
        assertThat(arrived()).hasSize(1);
        assertThat(here.card(ours).<String>at("$.items[0].remoteId")).isEqualTo(theirs.number());
        assertThat(here.detail(theirs).<String>at("$.description"))
                .contains("Trou profond", ours.number().replace("-", "-no"));
        assertThat(here.detail(theirs).text()).doesNotContain("Xylographe", "zoe@example.org");
        assertThat(here.detail(theirs).<List<Double>>at("$.position.coordinates"))
                .containsExactly(2.02, 47.05);

        decide(theirs, "IN_PROGRESS", "Équipe sur place demain");
        eventually(() -> here.words(ours).contains("Agglomération du Val : Équipe sur place demain"));
        decide(theirs, "RESOLVED", "Rebouché à chaud");
        eventually(() -> here.state(ours).equals("CLOSED"));
        assertThat(here.words(ours)).containsOnlyOnce("Agglomération du Val : Rebouché à chaud");
        assertThat(resident.mails(ours))
                .extracting(Message::body)
                .filteredOn(mail -> mail.contains("Rebouché à chaud"))
                .hasSize(1);
        assertThat(resident.read(ours).text()).contains("Rebouché à chaud");

        decide(theirs, "REOPENED", "Encore un trou");
        eventually(() -> here.state(ours).equals("FORWARDED"));
        decide(theirs, "RESOLVED", "Refait");
        eventually(() -> here.state(ours).equals("CLOSED"));
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aPostThatIsRepeatedSinceItsAnswerWasLostIsOneRequestOnEachSide() throws Exception {
        try (UnsteadyLine line = new UnsteadyLine(service(), 3)) {
            connect(line.address(), "");
            Resident.Case ours = here.report();
            here.eventuallyIs("FOLLOWED", ours);
            assertThat(line.posts.get()).isEqualTo(4);
            assertThat(arrived()).hasSize(1);
            assertThat(here.card(ours).<List<String>>at("$.items[*].remoteId"))
                    .containsExactly(arrived().getFirst().number());
        }
    }

    @Test
    void whereTheirIdIsNotNamedTheirListKeepsItFromBeingThereTwice() throws Exception {
        try (UnsteadyLine line = new UnsteadyLine(service(), 1)) {
            here.connect(
                    line.address() + "/" + there.jurisdiction().code() + "/open311/v2",
                    ",\"apiKey\":\"" + key + "\",\"services\":{\"nid-de-poule\":\"nid-de-poule\"}");
            Resident.Case ours = here.report();
            here.eventuallyIs("FOLLOWED", ours);
            assertThat(line.posts.get()).isEqualTo(1);
            assertThat(arrived()).hasSize(1);
        }
    }

    @Test
    void aPrivateRequestIsToldByTokenWorkedThereAndClosedHereWithoutAWordOfIt() throws Exception {
        connect(service(), ",\"takesPrivate\":true");
        Resident.Case ours = here.report("habitat-indigne");
        here.eventuallyIs("FOLLOWED", ours);
        Resident.Case theirs = arrived().getFirst();
        decide(theirs, "RESOLVED", "Visite faite");
        eventually(() -> here.state(ours).equals("CLOSED"));
        assertThat(here.words(ours)).noneMatch(words -> words != null && words.contains("Visite faite"));
        assertThat(here.card(ours).<String>at("$.items[0].remoteId")).isEqualTo(theirs.number());
    }

    @Test
    void whatWasAnsweredHereIsAnsweredThereAndWhatIsTakenBackIsToldThere() throws Exception {
        String questions = """
                [{"code":"couleur","text":"Quelle couleur ?","type":"CHOICE","required":true,
                  "choices":[{"code":"%s","label":"Rouge"},{"code":"bleu","label":"Bleu"}]},
                 {"code":"jour","text":"Depuis quel jour ?","type":"DATE","required":true}]
                """;
        ask(here.city(), questions.formatted("r"));
        ask(there, questions.formatted("rouge"));
        connect(
                service(),
                ",\"attributes\":{\"nid-de-poule\":{\"couleur\":\"couleur\",\"jour\":\"jour\"}},\"format\":\"XML\"");
        Resident.Case ours =
                resident.answering(here.city(), "nid-de-poule", "{\"couleur\":\"r\",\"jour\":\"2026-04-30\"}");
        here.eventuallyIs("FOLLOWED", ours);
        Resident.Case theirs = arrived().getFirst();
        assertThat(answers(theirs.id())).contains("\"rouge\"", "\"2026-04-30\"");

        String back = "{\"teamId\":\"" + here.city().west().id() + "\",\"reason\":\"à nous\"}";
        assertThat(resident.atDesk(ours, "/assignment", back).status()).isLessThan(300);
        eventually(() -> here.card(ours).text().contains("\"ending\":\"TOLD\""));
        eventually(() -> heard(theirs.id()).contains("Reprise par"));
    }

    private void ask(TestCity.City city, String questions) {
        cities.inside(city.jurisdiction(), () -> {
            admission.admit(categories.findOffered("nid-de-poule").orElseThrow(), AskedQuestions.of(questions));
            return true;
        });
    }

    private String answers(UUID id) {
        return cities.inside(
                there.jurisdiction(),
                () -> jdbc.sql("select answers::text from request.request where request_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single());
    }

    /** What stands in the conversation over there. */
    private String heard(UUID id) {
        return cities.inside(
                there.jurisdiction(),
                () -> jdbc.sql("select staff_text from request.history where entry = 'MESSAGE' and request_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list()
                        .toString());
    }

    @Test
    void twoTownsThatEachTakeItForTheOthersDoNotSendItRoundForEver() throws Exception {
        ForwardingTown back = ForwardingTown.make(http, cities, resident, competences);
        there = back.city();
        key = admit(there);
        connect(service(), "");
        back.connect(
                service() + "/" + here.city().jurisdiction().code() + "/open311/v2",
                ",\"apiKey\":\"" + admit(here.city()) + "\",\"services\":{\"nid-de-poule\":\"nid-de-poule\"}");
        Resident.Case ours = here.report();
        here.eventuallyIs("FOLLOWED", ours);
        Resident.Case theirs = arrived().getFirst();
        back.eventuallyIs("REFUSED", theirs);
        assertThat(back.problem(theirs)).isEqualTo("CAME_FORWARDED");
        assertThat(back.detail(theirs).<String>at("$.returnCause")).isEqualTo("NOT_TAKEN");
    }
}
