package org.vigie.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.LinkTokens;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.notification.Messages;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What is said once a request has ended, and what proves that its receipt was told. */
@ServiceTest
class AfterTheEndTest {

    private static final String MARTINE = "{\"name\":\"Martine Bonnet\",\"email\":\"martine@example.org\"}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LinkTokens links;

    @Autowired
    Messages messages;

    @Autowired
    AcknowledgementProof proof;

    @Autowired
    Clock clock;

    @Test
    void theRequesterReopensWithinTheWindowAndTheSameTeamIsOfferedItAgain() throws Exception {
        Resident.Case it = done();
        Answers before = resident.read(it);
        assertThat(before.<String>at("$.reopenableUntil")).isNotEmpty();
        assertThat(reopen(it, " ").problem()).isEqualTo("reason-missing");

        assertThat(reopen(it, "Le trou est revenu").status()).isEqualTo(204);

        Answers page = resident.read(it);
        assertThat(page.<String>at("$.state")).isEqualTo("REOPENED");
        assertThat(page.text()).doesNotContain("reopenableUntil", "revenu");
        assertThat(page.<List<Object>>at("$.promises[?(@.commitment=='RESOLVE' && @.metAt)]"))
                .isEmpty();
        Answers desk = Answers.to(http, get(it.desk("")).with(as(it.dispatcher())));
        assertThat(desk.<String>at("$.team.code")).isEqualTo("E1");
        assertThat(desk.<String>at("$.job.step")).isEqualTo("OFFERED");
        assertThat(desk.<String>at("$.returnCause")).isEqualTo("REOPENED");
        assertThat(desk.<List<String>>at("$.history[?(@.entry=='REOPENED')].staffText"))
                .containsExactly("Le trou est revenu");
        assertThat(reopen(it, "encore").problem()).isEqualTo("not-reopenable");
        assertThat(ownerMails(it)).hasSize(1).first().asString().contains("Le trou est revenu");
    }

    @Test
    void afterTheWindowNobodyReopensAnyMore() throws Exception {
        Resident.Case it = done();
        inside(
                it,
                () -> jdbc.sql(
                                "update request.request set resolved_at = resolved_at - interval '31 days' where request_id = :id")
                        .param("id", it.id())
                        .update());

        assertThat(reopen(it, "trop tard").problem()).isEqualTo("not-reopenable");
        assertThat(resident.read(it).text()).doesNotContain("reopenableUntil");
    }

    @Test
    void aTeamThatLacksWhatTheWorkNeedsNowDoesNotGetItAgain() throws Exception {
        Resident.Case it = done();
        inside(it, () -> {
            UUID lift = UUID.randomUUID();
            jdbc.sql(
                            "insert into team.skill values (access.current_jurisdiction(), :id, 'NACELLE', 'nacelle', 'MEANS')")
                    .param("id", lift)
                    .update();
            jdbc.sql("insert into team.team_skill values (access.current_jurisdiction(), :team, :id)")
                    .param("team", it.city().lighting().id())
                    .param("id", lift)
                    .update();
            return jdbc.sql(
                            "insert into team.category_skill select jurisdiction_id, category_id, :id from request.request where request_id = :request")
                    .param("id", lift)
                    .param("request", it.id())
                    .update();
        });

        reopen(it, "revenu");

        assertThat(Answers.to(http, get(it.desk("")).with(as(it.dispatcher()))).<String>at("$.team.code"))
                .isNotEqualTo("E1");
    }

    @Test
    void aFollowerReopensByTheLinkOfTheirMailAndByNoOther() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.follow(it, "voisin@example.org");
        resident.inTheField(it, UUID.randomUUID().toString(), "DONE", "fait");
        String token = CurrentJurisdiction.inside(
                it.city().jurisdiction(), () -> links.of(AfterTheEnd.FOLLOWER_LINK, it.id()));
        String door = "/" + it.city().jurisdiction().code() + "/api/followed/";
        assertThat(resident.mails(it))
                .filteredOn(mail -> mail.recipient().equals("voisin@example.org"))
                .last()
                .satisfies(mail -> assertThat(mail.body()).contains("/reopen/" + token));

        assertThat(Answers.to(http, get(door + token)).<String>at("$.number")).isEqualTo(it.number());
        String tracking = it.track().substring(it.track().lastIndexOf('/') + 1);
        assertThat(Answers.to(http, get(door + tracking)).status()).isEqualTo(404);
        assertThat(Answers.to(http, post(door + token + "/reopening").content("{\"reason\":\"toujours là\"}"))
                        .status())
                .isEqualTo(204);
        assertThat(resident.read(it).<String>at("$.state")).isEqualTo("REOPENED");
    }

    @Test
    void satisfactionIsAskedAfterTheEndAndTheLastWordCounts() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        assertThat(rate(it, 4, "").problem()).isEqualTo("not-ended-yet");
        resident.inTheField(it, UUID.randomUUID().toString(), "DONE", "fait");

        assertThat(resident.read(it).<Boolean>at("$.asksSatisfaction")).isTrue();
        assertThat(rate(it, 6, "").problem()).isEqualTo("score-out-of-range");
        assertThat(rate(it, 2, "lent").status()).isEqualTo(204);
        assertThat(rate(it, 5, "merci").status()).isEqualTo(204);

        assertThat(resident.read(it).<Integer>at("$.satisfaction.score")).isEqualTo(5);
        assertThat(inside(
                        it,
                        () -> jdbc.sql("select score || words from citizen.satisfaction")
                                .query(String.class)
                                .list()))
                .containsExactly("5merci");
    }

    @Test
    void theAcknowledgementsDeliveryIsKeptOnceAndAnotherRequestsLinkSaysNothing() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        UUID jurisdiction = it.city().jurisdiction().id();
        var outcome = new AcknowledgementProof.Outcome(jurisdiction, it.id(), clock.instant());

        CurrentJurisdiction.inside(it.city().jurisdiction(), () -> proof.settle(outcome));
        CurrentJurisdiction.inside(it.city().jurisdiction(), () -> proof.settle(outcome));

        assertThat(Answers.to(http, get(it.desk("")).with(as(it.dispatcher())))
                        .<List<String>>at("$.history[?(@.entry=='DELIVERED')].staffText"))
                .containsExactly("Accusé de réception remis à l’adresse électronique du demandeur");
    }

    @Test
    void whatCouldNotBeDeliveredToACallerIsOwedAgain() throws Exception {
        TestCity.City city = cities.make();
        SignedInAccount anne = cities.account(city, Role.FRONT_OFFICE);
        String desk = "/" + city.jurisdiction().code() + "/api/desk/requests";
        String id = Answers.to(
                        http,
                        post(desk)
                                .with(as(anne))
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"lampadaire\",\"channel\":\"PHONE\",\"contact\":{\"email\":\"faux@example.org\"},\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"))
                .at("$.id");
        assertThat(Answers.to(http, get(desk + "/" + id).with(as(anne))).<Boolean>at("$.toAcknowledge"))
                .isFalse();

        CurrentJurisdiction.inside(
                city.jurisdiction(),
                () -> proof.settle(
                        new AcknowledgementProof.Outcome(city.jurisdiction().id(), UUID.fromString(id), null)));

        Answers after = Answers.to(http, get(desk + "/" + id).with(as(anne)));
        assertThat(after.<Boolean>at("$.toAcknowledge")).isTrue();
        assertThat(after.<List<Object>>at("$.history[?(@.entry=='UNDELIVERED')]"))
                .hasSize(1);
    }

    private Resident.Case done() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", MARTINE);
        resident.inTheField(it, UUID.randomUUID().toString(), "DONE", "rebouché");
        return it;
    }

    private Answers reopen(Resident.Case it, String reason) throws Exception {
        return Answers.to(http, post(it.track() + "/reopening").content("{\"reason\":\"" + reason + "\"}"));
    }

    private Answers rate(Resident.Case it, int score, String text) throws Exception {
        return Answers.to(
                http,
                put(it.track() + "/satisfaction").content("{\"score\":%d,\"text\":\"%s\"}".formatted(score, text)));
    }

    private List<String> ownerMails(Resident.Case it) {
        return inside(
                it,
                () -> messages.listByOccasion("owner/" + it.id() + "/").stream()
                        .map(message -> message.body())
                        .toList());
    }

    private <T> T inside(Resident.Case it, java.util.function.Supplier<T> work) {
        return cities.inside(it.city().jurisdiction(), work);
    }
}
