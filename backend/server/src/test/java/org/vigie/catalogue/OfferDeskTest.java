package org.vigie.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What is offered where and from when, as an administrator switches it on, and who answers there. */
@ServiceTest
class OfferDeskTest {

    private static final String WEST = "lon=2.02&lat=47.05";
    private static final String EAST = "lon=2.08&lat=47.05";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    private TestCity.City city;
    private WhereDesk desk;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        desk = new WhereDesk(http, city, cities.account(city, Role.ADMINISTRATOR));
    }

    @Test
    void aCategoryThatIsSwitchedOnInADistrictFromADayIsOfferedThereFromThenAndNowhereElse() throws Exception {
        Answers saved = offer(Ids.next(), 0, "\"category\":\"lampadaire\"," + inWest() + from("2032-03-01T00:00"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.<String>at("$.startsAt")).isEqualTo("2032-02-29T23:00:00Z");

        assertThat(offered(WEST, "2032-02-29T23:59"))
                .doesNotContain("lampadaire")
                .contains("nid-de-poule");
        assertThat(offered(WEST, "2032-03-01T00:00")).contains("lampadaire", "nid-de-poule");
        assertThat(offered(EAST, "2032-03-01T00:00"))
                .doesNotContain("lampadaire")
                .contains("nid-de-poule");
        assertThat(codes(desk.read("/catalogue?" + WEST, "fr"))).doesNotContain("lampadaire");
        assertThat(desk.get("grounds/at?" + WEST).<List<String>>at("$.grounds")).containsExactly("Ouest");
    }

    @Test
    void whatWouldLeaveASectorWithNothingIsRefusedWithItsNameUnlessItIsConfirmed() throws Exception {
        UUID id = Ids.next();
        String only = "\"domain\":\"voirie\"," + inWest() + from("2032-03-01T00:00");

        Answers refused = offer(id, 0, only);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("offer-leaves-nothing");
        assertThat(refused.<String>at("$.detail")).contains("Est", "Ouest");
        assertThat(desk.get("offers").<List<Object>>at("$.items")).isEmpty();
        assertThat(codes(desk.read("/catalogue?" + EAST, "fr"))).contains("nid-de-poule");

        Answers confirmed = offer(id, 0, only + ",\"confirmed\":true");
        assertThat(confirmed.<Integer>at("$.setting.revision")).isEqualTo(1);
        assertThat(codes(desk.read("/catalogue?" + EAST, "fr"))).isEmpty();
    }

    @Test
    void oneThatHoldsForPartOfASectorDoesNotSaveTheRestOfIt() throws Exception {
        UUID square = Ids.next();
        desk.put("grounds/" + square, 0, """
                {"name":"Place","reason":"","shape":{"type":"Polygon",
                 "coordinates":[[[2.07,47.04],[2.09,47.04],[2.09,47.06],[2.07,47.06],[2.07,47.04]]]}}
                """);
        assertThat(offer(Ids.next(), 0, "\"domain\":\"voirie\"," + inWest() + from("2026-01-01T00:00"))
                        .<String>at("$.detail"))
                .contains("Est")
                .doesNotContain("Ouest");
        assertThat(offer(Ids.next(), 0, "\"domain\":\"voirie\"," + from("2026-01-01T00:00"))
                        .status())
                .isEqualTo(200);
        assertThat(offer(
                                Ids.next(),
                                0,
                                "\"domain\":\"voirie\",\"groundId\":\"" + square + "\"," + from("2026-01-01T00:00"))
                        .status())
                .isEqualTo(200);
        List<String> ids = desk.get("offers").at("$.items[?(!@.groundId)].id");
        assertThat(desk.delete("offers/" + ids.getFirst(), 1).<String>at("$.detail"))
                .contains("Est", "Ouest")
                .doesNotContain("Place");
    }

    @Test
    void anEndThatLeavesNothingIsToldWithItsDay() throws Exception {
        String ending = "\"domain\":\"voirie\"," + from("2026-01-01T00:00") + ",\"until\":\"2033-07-01T00:00\"";
        assertThat(offer(Ids.next(), 0, ending).<String>at("$.detail")).contains("2033");
    }

    @Test
    void whatNoOfferIsLeftForIsOfferedEverywhereAgain() throws Exception {
        UUID id = Ids.next();
        offer(id, 0, "\"category\":\"lampadaire\"," + inWest() + from("2026-01-01T00:00"));
        assertThat(offered(EAST, "2032-01-01T00:00")).doesNotContain("lampadaire");
        assertThat(desk.delete("offers/" + id, 0).problem()).isEqualTo("setting-changed-meanwhile");
        assertThat(desk.delete("offers/" + id, 1).status()).isEqualTo(204);
        assertThat(offered(EAST, "2032-01-01T00:00")).contains("lampadaire");
    }

    @Test
    void whatCannotBeOfferedIsRefusedWithWhatToDo() throws Exception {
        assertThat(offer(Ids.next(), 0, from("2026-01-01T00:00")).problem()).isEqualTo("offer-of-nothing");
        assertThat(offer(Ids.next(), 0, "\"domain\":\"licorne\"," + from("2026-01-01T00:00"))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(offer(
                                Ids.next(),
                                0,
                                "\"domain\":\"voirie\"," + from("2026-01-01T00:00") + ",\"until\":\"2025-01-01T00:00\"")
                        .problem())
                .isEqualTo("period-turned-round");
        assertThat(desk.delete("offers/" + Ids.next(), 0).status()).isEqualTo(404);
        assertThat(desk.get("grounds/at?lon=200&lat=47").problem()).isEqualTo("position-out-of-range");
    }

    @Test
    void aCompetenceSaysWhoAnswersWhereAndWhenAndAPointIsTriedOnIt() throws Exception {
        UUID department = Ids.next();
        assertThat(organisation(department, "Département", false).<Boolean>at("$.worksHere"))
                .isFalse();
        UUID id = Ids.next();
        String body = """
                {"code":"LAMPES","organisationId":"%s","category":"lampadaire","sectorId":"%s","from":"2032-01-01T00:00","reason":"convention"}
                """.formatted(department, city.westSector());
        assertThat(desk.put("competences/" + id, 0, body).<String>at("$.setting.reason"))
                .isEqualTo("convention");

        assertThat(answers(WEST, "2032-01-01T00:00"))
                .containsExactly("Compétence : Département, pour « Lampadaire éteint » dans le secteur « Ouest ». "
                        + "Transmis à Département.");
        assertThat(answers(EAST, "2032-01-01T00:00")).first().asString().contains("Ville");
        assertThat(answers(WEST, "2031-12-31T23:59")).first().asString().contains("Ville");

        assertThat(desk.delete("competences/" + id, 1).status()).isEqualTo(204);
        assertThat(answers(WEST, "2032-01-01T00:00")).first().asString().contains("Ville");
    }

    @Test
    void aCompetenceThatCannotBeIsRefusedWithWhatToDo() throws Exception {
        UUID department = Ids.next();
        organisation(department, "Département", false);
        String body = "{\"code\":\"A\",\"organisationId\":\"%s\",\"from\":\"2032-01-01T00:00\",\"reason\":\"\"%s}";
        desk.put("competences/" + Ids.next(), 0, body.formatted(department, ""));
        assertThat(desk.put("competences/" + Ids.next(), 0, body.formatted(department, ""))
                        .problem())
                .isEqualTo("competence-code-taken");
        assertThat(desk.put("competences/" + Ids.next(), 0, body.formatted(Ids.next(), ""))
                        .problem())
                .isEqualTo("reference-unknown");
        List<String> services = desk.get("competences").at("$.organisations[?(@.name=='Ville')].services[*].id");
        assertThat(desk.put(
                                "competences/" + Ids.next(),
                                0,
                                body.formatted(department, ",\"serviceId\":\"" + services.getFirst() + "\""))
                        .problem())
                .isEqualTo("service-of-another");
        assertThat(organisation(Ids.next(), "Département", false).problem()).isEqualTo("organisation-name-taken");
        List<String> town = desk.get("competences").at("$.organisations[?(@.name=='Ville')].id");
        assertThat(organisation(UUID.fromString(town.getFirst()), "Ville", false)
                        .problem())
                .isEqualTo("organisation-has-services");
    }

    @Test
    void whatIsAnotherTownsIsNotFoundAndStaysAsItIs() throws Exception {
        UUID id = Ids.next();
        offer(id, 0, "\"category\":\"lampadaire\"," + inWest() + from("2026-01-01T00:00"));
        TestCity.City other = cities.make();
        WhereDesk there = new WhereDesk(http, other, cities.account(other, Role.ADMINISTRATOR));

        assertThat(there.delete("offers/" + id, 1).status()).isEqualTo(404);
        assertThat(there.delete("competences/" + id, 1).status()).isEqualTo(404);
        assertThat(there.delete("stop-messages/" + id, 1).status()).isEqualTo(404);
        assertThat(there.put(
                                "offers/" + Ids.next(),
                                0,
                                "{\"category\":\"lampadaire\",\"from\":\"2026-01-01T00:00\",\"reason\":\"\","
                                        + inWest().replaceFirst(",$", "}"))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(desk.get("offers").<List<String>>at("$.items[*].id")).containsExactly(id.toString());
    }

    private Answers organisation(UUID id, String name, boolean worksHere) throws Exception {
        return desk.put(
                "organisations/" + id,
                0,
                "{\"name\":\"%s\",\"worksHere\":%s,\"reason\":\"\"}".formatted(name, worksHere));
    }

    private Answers offer(UUID id, int revision, String body) throws Exception {
        return desk.put("offers/" + id, revision, "{" + body + ",\"reason\":\"essai\"}");
    }

    private String inWest() {
        return "\"sectorId\":\"" + city.westSector() + "\",";
    }

    private static String from(String wall) {
        return "\"from\":\"" + wall + "\"";
    }

    private List<String> offered(String place, String at) throws Exception {
        return desk.get("grounds/at?" + place + "&at=" + at).at("$.categories[?(@.offered==true)].code");
    }

    private List<String> answers(String place, String at) throws Exception {
        return desk.get("grounds/at?" + place + "&at=" + at).at("$.categories[?(@.code=='lampadaire')].sentence");
    }

    private static List<String> codes(Answers catalogue) {
        return catalogue.at("$..categories[*].code");
    }
}
