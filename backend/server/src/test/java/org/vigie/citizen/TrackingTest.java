package org.vigie.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.request.TrackingTokens;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class TrackingTest {

    private static final String CONTACT =
            "{\"name\":\"Martine Bonnet\",\"email\":\"martine.bonnet@example.org\",\"phone\":\"06 39 98 12 34\",\"locale\":\"fr\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    TrackingTokens tokens;

    @Autowired
    Resident resident;

    @Test
    void tellsEachStepOfTheWorkInOrder() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);
        assertThat(steps(it)).containsExactly("RECEIVED", "ACKNOWLEDGED", "ASSIGNED");
        assertThat(resident.read(it).<String>at("$.state")).isEqualTo("RECEIVED");

        resident.inTheField(it, UUID.randomUUID().toString(), "ACCEPTED", "");
        resident.inTheField(it, UUID.randomUUID().toString(), "EN_ROUTE", "");
        assertThat(resident.read(it).<String>at("$.state")).isEqualTo("IN_PROGRESS");
        resident.inTheField(it, UUID.randomUUID().toString(), "DONE", "Enrobé posé");

        Answers page = resident.read(it);
        assertThat(page.<String>at("$.state")).isEqualTo("RESOLVED");
        assertThat(page.<List<Object>>at("$.steps[?(@.entry=='RESOLVED' && @.text=='Enrobé posé')]"))
                .hasSize(1);
        assertThat(page.<List<Object>>at("$.promises[?(!@.metAt)]")).isEmpty();
        assertThat(page.<Boolean>at("$.ring.late")).isFalse();
    }

    @Test
    void showsTheContactMaskedAndNothingOfStaff() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);
        resident.atDesk(it, "/notes", "{\"text\":\"client difficile\"}");
        resident.atDesk(it, "/priority", "{\"priority\":\"HIGH\",\"reason\":\"élu prévenu\"}");

        Answers page = resident.read(it);

        assertThat(page.<String>at("$.contact.emailMasked")).isEqualTo("m…@example.org");
        assertThat(page.<String>at("$.contact.phoneMasked")).isEqualTo("… 34");
        assertThat(page.text())
                .doesNotContain(
                        "Bonnet",
                        "bonnet",
                        "98 12",
                        "difficile",
                        "élu prévenu",
                        "Personne DISPATCHER",
                        "E1",
                        "private");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void showsAPrivateRequestToWhoeverMadeIt() throws Exception {
        Resident.Case it = resident.report("habitat-indigne", CONTACT);

        assertThat(resident.read(it).<String>at("$.number")).isEqualTo(it.number());
        assertThat(resident.follow(it, "voisin@example.org").problem()).isEqualTo("not-found");
    }

    @Test
    void everyTokenThatWasNotMadeForARequestHereGetsTheSameAnswer() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);
        TestCity.City elsewhere = cities.make();
        String here = it.track().substring(0, it.track().lastIndexOf('/') + 1);
        String token = it.track().substring(here.length());
        String unknown = CurrentJurisdiction.inside(it.city().jurisdiction(), () -> tokens.of(new UUID(1, 2)));
        String there = here.replace(
                it.city().jurisdiction().code(), elsewhere.jurisdiction().code());

        String answer = problemAt(here + "nothing");

        assertThat(answer).contains("not-found").doesNotContain(it.number());
        assertThat(problemAt(here + (token.startsWith("A") ? "B" : "A") + token.substring(1)))
                .isEqualTo(answer);
        assertThat(problemAt(here + token.substring(0, 30) + "AAAAAAAA")).isEqualTo(answer);
        assertThat(problemAt(here + unknown)).isEqualTo(answer);
        assertThat(problemAt(there + token)).isEqualTo(answer);
        assertThat(Answers.to(http, post(there + token + "/messages").content("{\"text\":\"Bonjour\"}"))
                        .text())
                .isEqualTo(answer);
    }

    @Test
    void carriesWordsBothWays() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);

        assertThat(resident.say(it, "C’est devant le 12").status()).isEqualTo(201);
        resident.atDesk(it, "/messages", "{\"text\":\"Nous passons demain.\"}");

        Answers page = resident.read(it);
        assertThat(page.<List<String>>at("$.messages[*].from")).containsExactly("REQUESTER", "SERVICE");
        assertThat(page.<List<String>>at("$.messages[*].text"))
                .containsExactly("C’est devant le 12", "Nous passons demain.");
        assertThat(page.<List<String>>at("$.messages[*].author")).containsExactly("", "Voirie municipale");
        assertThat(resident.say(it, " ").problem()).isEqualTo("text-missing");
        assertThat(resident.say(it, "x".repeat(4001)).problem()).isEqualTo("description-too-long");
    }

    @Test
    void takesWordsBehindTheLinkAsTheRequestersWhoeverIsSignedIn() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);

        Answers.to(
                http, post(it.track() + "/messages").with(as(it.dispatcher())).content("{\"text\":\"Toujours là\"}"));

        assertThat(resident.read(it).<List<String>>at("$.messages[*].from")).containsExactly("REQUESTER");
        assertThat(resident.mails(it)).hasSize(1);
    }

    @Test
    void countsFollowersOnceEach() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", CONTACT);

        assertThat(resident.follow(it, "voisin@example.org").status()).isEqualTo(204);
        assertThat(resident.follow(it, " Voisin@Example.org ").status()).isEqualTo(204);
        assertThat(resident.follow(it, "pas une adresse").problem()).isEqualTo("email-not-understood");

        assertThat(resident.read(it).<Integer>at("$.followers")).isEqualTo(1);
    }

    private List<String> steps(Resident.Case it) throws Exception {
        return resident.read(it).<List<Map<String, String>>>at("$.steps").stream()
                .map(step -> String.valueOf(step.get("entry")))
                .toList();
    }

    private String problemAt(String path) throws Exception {
        Answers answer = Answers.to(http, get(path));
        assertThat(answer.status()).isEqualTo(404);
        return answer.text();
    }
}
