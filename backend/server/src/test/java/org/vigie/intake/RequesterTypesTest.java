package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.request.Requesters;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Clubs and associations ask, too: for whom somebody speaks is told like their name, to the service alone. */
@ServiceTest
class RequesterTypesTest {

    private static final String CLUB = "{\"name\":\"Jean Prat\",\"phone\":\"0611223344\",\"type\":\"CLUB\","
            + "\"organisation\":\"Étoile sportive d’Aubrelle\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Requesters requesters;

    private TestCity.City city;
    private SignedInAccount dispatcher;

    @BeforeEach
    void city() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void theDeskReadsForWhomAClubsReporterSpeaksAndThePublicDoesNot() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", CLUB, "[]");

        Answers desk = detail(it);
        assertThat(desk.<String>at("$.contact.type")).isEqualTo("CLUB");
        assertThat(desk.<String>at("$.contact.organisation")).isEqualTo("Étoile sportive d’Aubrelle");
        assertThat(resident.read(it).text()).doesNotContain("Étoile", "CLUB");
        assertThat(Answers.to(http, get(path("/requests/" + it.number()))).text())
                .doesNotContain("Étoile", "CLUB");
    }

    @Test
    void whoSaysNothingIsAPerson() throws Exception {
        Answers desk = detail(resident.report(city, "nid-de-poule", "{\"name\":\"Ana\"}", "[]"));

        assertThat(desk.<String>at("$.contact.type")).isEqualTo("PERSON");
        assertThat(desk.text()).doesNotContain("\"organisation\"");
    }

    @Test
    void anAssociationNeedsNeitherItsNameNorAPersons() throws Exception {
        Answers nameless = detail(
                resident.report(city, "nid-de-poule", "{\"phone\":\"0611223344\",\"type\":\"ASSOCIATION\"}", "[]"));
        Answers unnamed = detail(resident.report(
                city, "nid-de-poule", "{\"type\":\"BUSINESS\",\"organisation\":\"Boulangerie Dupont\"}", "[]"));

        assertThat(nameless.<String>at("$.contact.type")).isEqualTo("ASSOCIATION");
        assertThat(unnamed.<String>at("$.contact.organisation")).isEqualTo("Boulangerie Dupont");
    }

    @Test
    void theOrganisationIsFoundAsAPersonIs() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", CLUB, "[]");
        resident.report(city, "nid-de-poule", "{\"name\":\"Ana\"}", "[]");

        for (String wanted : List.of("etoile sportive", "aubrelle prat", "jean")) {
            assertThat(found("/desk/search", wanted, dispatcher)).as(wanted).containsExactly(it.number());
        }
        assertThat(found("/desk/requests", "Étoile sport", dispatcher)).containsExactly(it.number());
        SignedInAccount elected = cities.account(city, Role.ELECTED_OFFICIAL);
        assertThat(found("/desk/search", "etoile", elected)).isEmpty();
        assertThat(found("/desk/requests", "Étoile", elected)).isEmpty();
    }

    @Test
    void whoCallsAgainIsKnownWithTheirClub() throws Exception {
        Answers taken = Answers.to(
                http,
                post(path("/desk/requests"))
                        .with(as(dispatcher))
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content(
                                "{\"category\":\"nid-de-poule\",\"description\":\"Trou\",\"contact\":%s,\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"
                                        .formatted(CLUB)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);

        Answers callers =
                Answers.to(http, get(path("/desk/callers?phone=0611223344")).with(as(dispatcher)));
        assertThat(callers.<String>at("$.items[0].name")).isEqualTo("Jean Prat");
        assertThat(callers.<String>at("$.items[0].type")).isEqualTo("CLUB");
        assertThat(callers.<String>at("$.items[0].organisation")).isEqualTo("Étoile sportive d’Aubrelle");
    }

    @Test
    void theOrganisationGoesOnTheDayOnWhichTheNameGoes() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", CLUB, "[]");

        cities.inside(
                city.jurisdiction(),
                () -> requesters.removeExpired(
                        LocalDate.now(city.jurisdiction().zone()).plusYears(10)));

        assertThat(detail(it).text()).doesNotContain("Étoile");
        assertThat(found("/desk/search", "etoile", dispatcher)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"organisation\":\"Amicale\" | 422 | organisation-of-a-person",
                "\"type\":\"PERSON\",\"organisation\":\"Amicale\" | 422 | organisation-of-a-person",
                "\"type\":\"CLUB\",\"organisation\":\"LONG\" | 422 | organisation-too-long",
                "\"type\":\"TRIBE\" | 400 | field-malformed",
            })
    void whatDoesNotFitIsRefusedWithWhatToDo(String contact, int status, String problem) throws Exception {
        Answers refused = Answers.to(
                http,
                post(path("/requests"))
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content(
                                "{\"category\":\"nid-de-poule\",\"description\":\"Trou\",\"contact\":{%s},\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"
                                        .formatted(contact.replace("LONG", "x".repeat(121)))));

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo(problem);
    }

    private List<String> found(String door, String text, SignedInAccount who) throws Exception {
        return Answers.to(http, get(path(door)).param("q", text).with(as(who))).at("$.items[*].number");
    }

    private Answers detail(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher())));
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api" + below;
    }
}
