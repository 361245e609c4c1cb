package org.vigie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.geo.Geometries;
import org.vigie.team.Team;
import org.vigie.team.Teams;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Which organisation answers where for what, what may be reported where, and what people are told of it. */
@ServiceTest
class WhoAnswersTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    CompetenceDraft draft;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Teams teams;

    @Autowired
    Clock clock;

    TestCity.City city;
    SignedInAccount dispatcher;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
    }

    @Test
    void theSamePointGoesToTheTownForOneCategoryAndToTheAgglomerationForAnother() throws Exception {
        inside(() -> draft.competence(
                "EAU", draft.authority("Agglomération du Val"), Optional.empty(), category("lampadaire")));

        Answers pothole = read("/locate?lon=2.02&lat=47.05&category=nid-de-poule");
        Answers lamp = read("/locate?lon=2.02&lat=47.05&category=lampadaire");

        assertThat(pothole.<String>at("$.organisation.name")).isEqualTo("Ville");
        assertThat(pothole.<String>at("$.organisation.sentence"))
                .isEqualTo("Compétence : Ville, dont relève le service « Voirie municipale ».");
        assertThat(lamp.<String>at("$.organisation.name")).isEqualTo("Agglomération du Val");
        assertThat(lamp.<String>at("$.organisation.sentence"))
                .isEqualTo("Compétence : Agglomération du Val, pour « Lampadaire éteint » sur tout le territoire. "
                        + "Transmis à Agglomération du Val.");
    }

    @Test
    void aPointOnTheDepartmentalRoadIsForwardedWithItsOwnerNamedAndWhy() throws Exception {
        departmentalRoad();

        Answers located = read("/locate?lon=2.02&lat=47.05002&category=nid-de-poule");
        assertThat(located.<Boolean>at("$.organisation.forwarded")).isTrue();
        assertThat(located.<String>at("$.organisation.reason"))
                .isEqualTo(
                        "Compétence : Département. RD 976 lui appartient : l’endroit est à 2,2 m de son axe, pour 10 m de large.");
        assertThat(located.<String>at("$.organisation.sentence")).endsWith("Transmis à Département.");
        Answers receipt = report("nid-de-poule", "2.02, 47.05002", "");
        assertThat(receipt.<String>at("$.state")).isEqualTo("FORWARDED");

        Answers published = read("/requests/" + receipt.at("$.id"));
        assertThat(published.<String>at("$.state")).isEqualTo("FORWARDED");
        assertThat(published.<List<String>>at("$.steps[?(@.entry=='FORWARDED')].text"))
                .containsExactly("Compétence : Département. RD 976 lui appartient : l’endroit est à 2,2 m de son axe, "
                        + "pour 10 m de large. Transmis à Département.");
        Answers atDesk = staff(get(path("/desk/requests/" + receipt.at("$.id"))));
        assertThat(atDesk.<Object>at("$.team.code")).isEqualTo("E1");
        assertThat(atDesk.text()).doesNotContain("\"job\"");
    }

    @Test
    void whatIsUrgentOnSomebodyElsesRoadIsMadeSafeByOurOwnTeamFirst() throws Exception {
        departmentalRoad();

        Answers receipt = report("danger", "2.02, 47.05", "");

        assertThat(receipt.<String>at("$.state")).isEqualTo("RECEIVED");
        Answers atDesk = staff(get(path("/desk/requests/" + receipt.at("$.id"))));
        assertThat(atDesk.<String>at("$.job.team.code")).isEqualTo("U1");
        assertThat(atDesk.<List<String>>at("$.history[?(@.entry=='ASSIGNED')].staffText"))
                .containsExactly(
                        "Urgence : U1, Urgences va partout. Compétence : Département. RD 976 lui appartient : "
                                + "l’endroit est à 0,0 m de son axe, pour 10 m de large. C’est urgent : la commune met d’abord en sécurité.");
    }

    @Test
    void anOrganisationThatWorksHereSendsATeamOfItsOwn() throws Exception {
        inside(() -> {
            UUID agglomeration = catalogue.organisation("Agglomération");
            UUID service = catalogue.service(agglomeration, "dechets", "Collecte");
            teams.add(new Team(Ids.next(), "A1", "Collecte", Optional.of(service), Team.Kind.REGULAR, false, 10));
            draft.competence("DECHETS", agglomeration, Optional.empty(), category("nid-de-poule"));
        });

        Answers receipt = report("nid-de-poule", "2.02, 47.05", "");

        assertThat(receipt.<String>at("$.state")).isEqualTo("RECEIVED");
        assertThat(receipt.<String>at("$.service")).isEqualTo("Collecte");
        Answers atDesk = staff(get(path("/desk/requests/" + receipt.at("$.id"))));
        assertThat(atDesk.<String>at("$.team.code")).isEqualTo("A1");
        assertThat(atDesk.<String>at("$.assignment.reason")).isEqualTo("A1, Collecte relève du service compétent ici.");
    }

    @Test
    void aPinMovedOffTheRoadComesBackAndOneMovedOntoItIsForwarded() throws Exception {
        departmentalRoad();
        String forwarded = report("nid-de-poule", "2.02, 47.05002", "").at("$.id");
        String ours = report("nid-de-poule", "2.02, 47.06", "").at("$.id");

        assertThat(move(forwarded, "2.02, 47.06").<String>at("$.state")).isEqualTo("ASSIGNED");
        Answers moved = move(ours, "2.02, 47.05");
        assertThat(moved.<String>at("$.state")).isEqualTo("FORWARDED");
        assertThat(moved.<List<String>>at("$.history[?(@.entry=='MOVED')].publicText"))
                .singleElement()
                .asString()
                .contains("Département");
    }

    @Test
    void aTeamThatTheDeskChoosesGoesBeforeTheRoadsOwner() throws Exception {
        departmentalRoad();
        Answers receipt =
                desk("nid-de-poule", "2.02, 47.05", ",\"team\":\"" + city.west().id() + "\"");

        assertThat(receipt.<String>at("$.state")).isEqualTo("RECEIVED");
    }

    @Test
    void aDomainActivatedInOneDistrictIsOfferedThereOnly() throws Exception {
        inside(() -> draft.activate(new CompetenceDraft.Extent(
                Optional.of(draft.sector("Q-O", "Ouest", city.westSector())),
                Optional.empty(),
                Optional.of("lampadaire"),
                now().minus(Duration.ofDays(1)),
                Optional.empty())));

        assertThat(categories("?lon=2.02&lat=47.05")).contains("nid-de-poule", "lampadaire");
        assertThat(categories("?lon=2.08&lat=47.05")).contains("nid-de-poule").doesNotContain("lampadaire");
        assertThat(categories("")).contains("lampadaire");
        Answers refused = report("lampadaire", "2.08, 47.05", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-offered-here");
        assertThat(report("lampadaire", "2.02, 47.05", "").status()).isEqualTo(201);
        assertThat(desk("lampadaire", "2.08, 47.05", "").status()).isEqualTo(201);
    }

    @Test
    void anActivationToComeOffersNothingYet() throws Exception {
        inside(() -> draft.activate(new CompetenceDraft.Extent(
                Optional.empty(),
                Optional.of("voirie"),
                Optional.empty(),
                now().plus(Duration.ofDays(30)),
                Optional.empty())));

        assertThat(categories("?lon=2.02&lat=47.05")).isEmpty();
    }

    @Test
    void aStopMessageIsToldWhereItHoldsAndRefusesWhenItSaysSo() throws Exception {
        Instant until = Instant.parse("2199-12-01T17:00:00Z");
        inside(() -> {
            UUID west = draft.sector("Q-O", "Ouest", city.westSector());
            draft.stop("Travaux annoncés ici jusqu’au 1er décembre.", false, stop(west, "nid-de-poule", until));
            draft.stop("Éclairage coupé pour la fête.", true, stop(west, "lampadaire", until));
        });

        Answers west = read("/catalogue?lon=2.02&lat=47.05");
        assertThat(west.<List<String>>at("$..categories[?(@.code=='nid-de-poule')].messages[*].text"))
                .containsExactly("Travaux annoncés ici jusqu’au 1er décembre.");
        assertThat(west.<List<String>>at("$..categories[?(@.code=='nid-de-poule')].messages[*].until"))
                .containsExactly("2199-12-01T17:00:00Z");
        assertThat(read("/catalogue?lon=2.08&lat=47.05").text()).doesNotContain("messages");
        assertThat(report("nid-de-poule", "2.02, 47.05", "").status()).isEqualTo(201);
        Answers refused = report("lampadaire", "2.02, 47.05", "");
        assertThat(refused.problem()).isEqualTo("reports-stopped");
        assertThat(refused.<String>at("$.detail")).contains("Éclairage coupé pour la fête.");
        assertThat(report("lampadaire", "2.08, 47.05", "").status()).isEqualTo(201);
    }

    @Test
    void nearAnEdgeThePersonIsToldAndMayChooseTheNeighbour() throws Exception {
        Answers located = read("/locate?lon=2.0501&lat=47.05");
        assertThat(located.<String>at("$.sector.code")).isEqualTo("E");
        assertThat(located.<Double>at("$.placement.metresToEdge")).isEqualTo(7.6);
        assertThat(located.<List<String>>at("$.neighbours[*].code")).containsExactly("W");

        assertThat(located.text()).doesNotContain("usualSector");

        Answers neighbours = read("/locate?lon=2.0501&lat=47.05&sector=W");
        assertThat(neighbours.<String>at("$.sector.code")).isEqualTo("W");
        assertThat(neighbours.<String>at("$.usualSector.code")).isEqualTo("E");
        assertThat(neighbours.<String>at("$.placement.rule")).isEqualTo("CHOSEN");

        Answers chosen = report("nid-de-poule", "2.0501, 47.05", ",\"sectorChoice\":\"W\"");
        assertThat(chosen.<String>at("$.sector.code")).isEqualTo("W");
        assertThat(chosen.<String>at("$.placement.rule")).isEqualTo("CHOSEN");
        assertThat(chosen.<String>at("$.placement.sentence"))
                .isEqualTo("Choisi par une personne : Ouest (W), à 7,6 m.");
        Answers atDesk = staff(get(path("/desk/requests/" + chosen.at("$.id"))));
        assertThat(atDesk.<String>at("$.team.code")).isEqualTo("E1");
        assertThat(atDesk.<String>at("$.placement.rule")).isEqualTo("CHOSEN");
    }

    @Test
    void aSectorThatIsNotNearCannotBeChosen() throws Exception {
        assertThat(read("/locate?lon=2.06&lat=47.05").<List<Object>>at("$.neighbours"))
                .isEmpty();
        assertThat(report("nid-de-poule", "2.06, 47.05", ",\"sectorChoice\":\"W\"")
                        .problem())
                .isEqualTo("sector-not-near");
        assertThat(report("nid-de-poule", "2.0501, 47.05", ",\"sectorChoice\":\"nowhere\"")
                        .problem())
                .isEqualTo("sector-not-near");
        assertThat(report("nid-de-poule", "2.0501, 47.05", ",\"sectorChoice\":\"E\"")
                        .<String>at("$.placement.rule"))
                .isEqualTo("INSIDE");
    }

    @Test
    void theTeamIsNamedToStaffOnly() throws Exception {
        String query = "/locate?lon=2.02&lat=47.05&category=nid-de-poule";
        assertThat(read(query).text()).doesNotContain("Voirie Ouest");
        assertThat(staff(get(path(query))).<String>at("$.team.code")).isEqualTo("E1");
    }

    @Test
    void aPlaceOutsideTheCommuneIsSaidToBeOutside() throws Exception {
        Answers located = read("/locate?lon=2.5&lat=47.05");
        assertThat(located.<Boolean>at("$.inside")).isFalse();
        assertThat(located.<String>at("$.placement.rule")).isEqualTo("OUTSIDE");
    }

    private void departmentalRoad() {
        inside(() -> {
            LineString line = Geometries.FACTORY.createLineString(
                    new Coordinate[] {new Coordinate(2.0, 47.05), new Coordinate(2.1, 47.05)});
            UUID road = draft.road(
                    "RD976", "RD 976", Geometries.FACTORY.createMultiLineString(new LineString[] {line}), 10);
            draft.competence(
                    "RD976",
                    draft.authority("Département"),
                    Optional.empty(),
                    new CompetenceDraft.Extent(
                            Optional.of(road),
                            Optional.of("voirie"),
                            Optional.empty(),
                            now().minus(Duration.ofDays(1)),
                            Optional.empty()));
        });
    }

    private CompetenceDraft.Extent category(String code) {
        return new CompetenceDraft.Extent(
                Optional.empty(),
                Optional.empty(),
                Optional.of(code),
                now().minus(Duration.ofDays(1)),
                Optional.empty());
    }

    private CompetenceDraft.Extent stop(UUID ground, String category, Instant until) {
        return new CompetenceDraft.Extent(
                Optional.of(ground),
                Optional.empty(),
                Optional.of(category),
                now().minus(Duration.ofDays(1)),
                Optional.of(until));
    }

    private List<String> categories(String query) throws Exception {
        return read("/catalogue" + query).at("$.domains[*].categories[*].code");
    }

    private Answers report(String category, String position, String more) throws Exception {
        return Answers.to(
                http, post(path("/requests")).header("Idempotency-Key", key()).content(body(category, position, more)));
    }

    private Answers desk(String category, String position, String more) throws Exception {
        return staff(
                post(path("/desk/requests")).header("Idempotency-Key", key()).content(body(category, position, more)));
    }

    private Answers move(String id, String position) throws Exception {
        return staff(post(path("/desk/requests/" + id + "/position"))
                .header("If-Match", "\"1\"")
                .content("{\"position\":{\"type\":\"Point\",\"coordinates\":[" + position + "]}}"));
    }

    private static String body(String category, String position, String more) {
        return "{\"category\":\"%s\",\"position\":{\"type\":\"Point\",\"coordinates\":[%s]}%s}"
                .formatted(category, position, more);
    }

    private Answers read(String path) throws Exception {
        return Answers.to(http, get(path(path)));
    }

    private Answers staff(MockHttpServletRequestBuilder request) throws Exception {
        return Answers.to(http, request.with(as(dispatcher)));
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }

    private String path(String rest) {
        return "/" + city.jurisdiction().code() + "/api" + rest;
    }

    private Instant now() {
        return clock.instant();
    }

    private void inside(Runnable work) {
        cities.inside(city.jurisdiction(), () -> {
            work.run();
            return true;
        });
    }
}
