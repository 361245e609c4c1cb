package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.ReferentScope;
import org.vigie.team.Team;
import org.vigie.team.TeamDraft;
import org.vigie.team.Teams;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The owner transmits, the service says yes or no. */
@ServiceTest
class TransmissionTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Teams teams;

    @Autowired
    TeamDraft draft;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private SignedInAccount anne;
    private SignedInAccount roads;
    private SignedInAccount parks;
    private UUID parksService;

    @BeforeEach
    void aCityOfTwoServices() {
        city = cities.make();
        anne = cities.account(city, Role.FRONT_OFFICE);
        roads = cities.account(city, Role.REFERENT);
        parks = cities.account(city, Role.REFERENT);
        parksService = inside(() -> {
            UUID ville = catalogue.organisation("Ville");
            catalogue.referent(roads.accountId(), catalogue.service(ville, "voirie", "Voirie municipale"));
            UUID service = catalogue.service(ville, "parcs", "Parcs et jardins");
            catalogue.referent(parks.accountId(), service);
            teams.add(new Team(Ids.next(), "P1", "Jardiniers", Optional.of(service), Team.Kind.REGULAR, false, 10));
            return service;
        });
    }

    @Test
    void aRefusalComesBackToItsOwnerOnTopWithItsReasonAndTheNextServiceAccepts() throws Exception {
        String older = report();
        String id = report();
        assertThat(inbox(roads)).hasSize(2);
        assertThat(inbox(parks)).isEmpty();

        Answers sent = transmit(id, parksService, "une racine soulève le trottoir");
        assertThat(sent.<String>at("$.state")).isEqualTo("RECEIVED");
        assertThat(sent.<String>at("$.team.code")).isEqualTo("P1");
        assertThat(sent.<String>at("$.job.team.code")).isEqualTo("P1");
        assertThat(sent.<Integer>at("$.transfers")).isEqualTo(1);
        assertThat(inbox(parks)).containsExactly(id);
        assertThat(inbox(roads)).containsExactly(older);

        Answers refused = act(id, parks, "/refusal", "{\"reason\":\"pas un arbre de la ville\"}");
        assertThat(refused.<String>at("$.returnCause")).isEqualTo("REFUSED");
        assertThat(refused.<String>at("$.owner.id")).isEqualTo(anne.accountId().toString());
        assertThat(refused.<String>at("$.assignment.rule")).isEqualTo("LAST_RESORT");
        assertThat(refused.<List<String>>at("$.history[?(@.entry=='REFUSED')].staffText"))
                .containsExactly("Refus de Parcs et jardins : pas un arbre de la ville");
        assertThat(list("?owner=me", anne)).containsExactly(id, older);
        assertThat(inbox(parks)).isEmpty();
        assertThat(inbox(roads)).containsExactly(older);

        UUID roadsService = UUID.fromString(read(older, anne).at("$.serviceId"));
        Answers again = transmit(id, roadsService, "c’est la voirie");
        assertThat(again.<Integer>at("$.transfers")).isEqualTo(2);
        assertThat(again.text()).doesNotContain("returnCause");
        assertThat(list("?transferred=true", anne)).containsExactly(id);

        Answers accepted = act(id, roads, "/acceptance", "{}");
        assertThat(accepted.<String>at("$.state")).isEqualTo("ASSIGNED");
        assertThat(accepted.<String>at("$.owner.id")).isEqualTo(anne.accountId().toString());
        assertThat(accepted.text()).doesNotContain("transmittedAt");
        assertThat(inbox(roads)).containsExactly(older);
        assertThat(act(id, roads, "/acceptance", "{}").problem()).isEqualTo("nothing-to-answer");
    }

    @Test
    void onlyTheServiceThatHasItAnswersItsDeputiesAndTheHeads() throws Exception {
        String id = report();
        SignedInAccount deputy = cities.account(city, Role.REFERENT);

        assertThat(act(id, anne, "/acceptance", "{}").status()).isEqualTo(403);
        assertThat(act(id, parks, "/acceptance", "{}").problem()).isEqualTo("not-your-service");
        assertThat(act(id, deputy, "/refusal", "{\"reason\":\"non\"}").problem())
                .isEqualTo("not-your-service");
        assertThat(act(id, roads, "/refusal", "{}").problem()).isEqualTo("reason-missing");
        assertThat(act("01900000-0000-7000-8000-000000000000", "\"1\"", roads, "/acceptance", "{}")
                        .status())
                .isEqualTo(404);
        inside(() -> draft.absent(roads.accountId(), Optional.of(deputy.accountId()), today(), today()));
        assertThat(inbox(deputy)).containsExactly(id);
        assertThat(act(id, deputy, "/acceptance", "{}").<String>at("$.state")).isEqualTo("ASSIGNED");
    }

    @Test
    void aReferentOfOneCategoryInOneSectorSpeaksForThatAloneAndTheDeskIsToldWhy() throws Exception {
        SignedInAccount potholes = cities.account(city, Role.REFERENT);
        inside(() -> {
            UUID service = catalogue.service(catalogue.organisation("Ville"), "voirie", "Voirie municipale");
            catalogue.referent(
                    potholes.accountId(),
                    service,
                    new ReferentScope(
                            Optional.empty(), Optional.of(city.westSector()), Optional.of(parks.accountId())));
        });
        String id = report();

        assertThat(read(id, anne).<String>at("$.answering.referent"))
                .isEqualTo("Référent : Personne REFERENT. Désigné pour ce secteur.");
        assertThat(inbox(potholes)).containsExactly(id);
        inside(() -> draft.absent(potholes.accountId(), Optional.empty(), today(), today()));
        assertThat(read(id, anne).<String>at("$.answering.referent"))
                .isEqualTo(
                        "Référent : Personne REFERENT, qui remplace Personne REFERENT, absent. Désigné pour ce secteur.");
    }

    @Test
    void askingTheTeamThatHasItIsNoTransferAndItsYesInTheFieldAnswers() throws Exception {
        Resident.Case it = resident.report(city, "nid-de-poule", "{}", "[]");
        UUID service = UUID.fromString(read(it.id().toString(), anne).at("$.serviceId"));

        Answers asked = transmit(it.id().toString(), service, city.west().id(), "");
        assertThat(asked.<Integer>at("$.transfers")).isZero();
        assertThat(asked.<String>at("$.transmittedAt")).isNotEmpty();
        resident.inTheField(it, UUID.randomUUID().toString(), "ACCEPTED", "");

        Answers accepted = read(it.id().toString(), anne);
        assertThat(accepted.<String>at("$.state")).isEqualTo("ASSIGNED");
        assertThat(accepted.text()).doesNotContain("transmittedAt");
    }

    @Test
    void transmittingNeedsAReasonAKnownServiceAndATeamOfIt() throws Exception {
        String id = report();

        assertThat(transmit(id, parksService, "").problem()).isEqualTo("reason-missing");
        assertThat(transmit(id, UUID.randomUUID(), "x").problem()).isEqualTo("unknown-service");
        assertThat(transmit(id, parksService, city.west().id(), "x").problem()).isEqualTo("team-of-another-service");
        UUID empty = inside(() -> catalogue.service(catalogue.organisation("Ville"), "vide", "Sans équipe"));
        assertThat(transmit(id, empty, "x").problem()).isEqualTo("service-without-team");
        assertThat(act(id, "\"99\"", anne, "/transmission", "{\"serviceId\":\"" + parksService + "\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aHandOverByTheDispatcherIsATransferTooAndNeedsNobodysYes() throws Exception {
        String id = report();

        Answers assigned =
                act(id, anne, "/assignment", "{\"teamId\":\"" + city.east().id() + "\",\"reason\":\"renfort\"}");

        assertThat(assigned.<Integer>at("$.transfers")).isEqualTo(1);
        assertThat(assigned.<String>at("$.state")).isEqualTo("ASSIGNED");
        assertThat(assigned.text()).doesNotContain("transmittedAt");
    }

    private Answers transmit(String id, UUID service, String reason) throws Exception {
        return act(id, anne, "/transmission", "{\"serviceId\":\"%s\",\"reason\":\"%s\"}".formatted(service, reason));
    }

    private Answers transmit(String id, UUID service, UUID team, String reason) throws Exception {
        return act(
                id,
                anne,
                "/transmission",
                "{\"serviceId\":\"%s\",\"teamId\":\"%s\",\"reason\":\"%s\"}".formatted(service, team, reason));
    }

    private List<String> inbox(SignedInAccount who) throws Exception {
        return list("?inbox=true", who);
    }

    private List<String> list(String filter, SignedInAccount who) throws Exception {
        return Answers.to(http, get(desk(filter)).with(as(who))).at("$.items[*].id");
    }

    private String report() throws Exception {
        return Answers.to(
                        http,
                        post(desk(""))
                                .with(as(anne))
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .content(
                                        "{\"category\":\"nid-de-poule\",\"channel\":\"PHONE\",\"position\":{\"type\":\"Point\",\"coordinates\":[2.02,47.05]}}"))
                .at("$.id");
    }

    private Answers read(String id, SignedInAccount who) throws Exception {
        return Answers.to(http, get(desk("/" + id)).with(as(who)).header("Accept-Language", "fr"));
    }

    private Answers act(String id, SignedInAccount who, String what, String body) throws Exception {
        return act(id, read(id, who).header("ETag"), who, what, body);
    }

    private Answers act(String id, String revision, SignedInAccount who, String what, String body) throws Exception {
        return Answers.to(
                http,
                post(desk("/" + id + what))
                        .with(as(who))
                        .header("If-Match", revision)
                        .content(body));
    }

    private String desk(String path) {
        return "/" + city.jurisdiction().code() + "/api/desk/requests" + path;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return cities.inside(city.jurisdiction(), work);
    }

    private void inside(Runnable work) {
        org.vigie.access.CurrentJurisdiction.inside(city.jurisdiction(), work);
    }
}
