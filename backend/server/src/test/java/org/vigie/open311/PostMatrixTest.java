package org.vigie.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.process.ProcessAdmission;
import org.vigie.testing.Answers;
import org.vigie.testing.AskedQuestions;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;
import org.vigie.testing.TestImages;

/** POST requests, as the row of GeoReport v2 has it; the names quote its rules. */
@ServiceTest
class PostMatrixTest {

    private static final String QUESTIONS = """
            [{"code":"couleur","text":"Quelle couleur ?","type":"CHOICE","required":true,
              "choices":[{"code":"rouge","label":"Rouge"},{"code":"bleu","label":"Bleu"}]},
             {"code":"jour","text":"Depuis quel jour ?","type":"DATE"},
             {"code":"taille","text":"Quelle taille ?","type":"NUMBER"}]
            """;

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clients clients;

    @Autowired
    Categories categories;

    @Autowired
    ProcessAdmission admission;

    @Autowired
    JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        TestCity.City city = cities.make();
        door = Door.of(http, cities, clients, city);
        cities.inside(city.jurisdiction(), () -> {
            admission.admit(categories.findOffered("lampadaire").orElseThrow(), AskedQuestions.of(QUESTIONS));
            jdbc.sql("""
                            insert into intake.address (jurisdiction_id, address_id, house_number, street, postcode, locality, label, folded, location, import_sha256)
                            values (access.current_jurisdiction(), 'BAN-12', '12', 'rue des Lilas', '93010', 'Test', '12 rue des Lilas, 93010 Test',
                                '12 rue des lilas 93010 test', st_setsrid(st_makepoint(2.03, 47.04), 4326), '')
                            """).update();
            return true;
        });
    }

    private Map<String, @Nullable Object> stored(String number) {
        return cities.inside(
                door.city().jurisdiction(),
                () -> jdbc.sql("""
                        select r.channel, r.description, r.address, st_x(r.location) as lon, st_y(r.location) as lat, r.answers::text as answers,
                            q.name, q.email, q.phone, c.external_id,
                            (select count(*) from intake.photo p where p.request_id = r.request_id) as photos
                        from request.request r left join request.requester q using (jurisdiction_id, request_id)
                        left join open311.client_request c using (jurisdiction_id, request_id) where r.number = :number
                        """).param("number", number).query().singleRow());
    }

    @Test
    void anApiKeyIsRequiredElse403() throws Exception {
        String where = "service_code=nid-de-poule&lat=47.05&long=2.02";
        for (String key : List.of("", "&api_key=", "&api_key=nobodys")) {
            Answers answer = door.sendForm("requests.json", where + key);
            assertThat(answer.status()).as(key).isEqualTo(403);
            assertThat(answer.<Integer>at("$[0].code")).isEqualTo(403);
            assertThat(answer.<String>at("$[0].description")).isNotBlank();
        }
        assertThat(door.sendForm("requests.xml", where).text())
                .matches("(?s)<\\?xml version='1.0' encoding='UTF-8'\\?><errors><error><code>403</code>"
                        + "<description>.+</description></error></errors>");
    }

    @Test
    void theKeyOfAnotherCityAndARevokedOneAre403() throws Exception {
        Door other = Door.of(http, cities, clients, cities.make());
        assertThat(door.sendForm(
                                "requests.json", "service_code=nid-de-poule&lat=47.05&long=2.02&api_key=" + other.key())
                        .status())
                .isEqualTo(403);
        cities.inside(door.city().jurisdiction(), () -> {
            clients.revoke(door.clientId());
            return true;
        });
        assertThat(door.report().status()).isEqualTo(403);
    }

    @Test
    void aQuotaThatIsUsedUpIs403AndRepetitionsCostNothing() throws Exception {
        Door small = Door.of(http, cities, clients, door.city(), new Clients.Terms(2, "external_id"));
        for (int i = 0; i < 5; i++) {
            assertThat(small.report("attribute[external_id]", "1").status()).isEqualTo(200);
        }
        assertThat(small.report("attribute[external_id]", "2").status()).isEqualTo(200);
        Answers refused = small.report("attribute[external_id]", "3");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.<String>at("$[0].description")).contains("2", "30");
    }

    @Test
    void latAndLongGiveAServiceRequestIdAndNoToken() throws Exception {
        Answers answer = door.report("description", "Trou profond");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.<List<Map<String, Object>>>at("$").getFirst().keySet())
                .containsExactly("service_request_id", "service_notice", "account_id");
        Map<String, @Nullable Object> stored = stored(answer.at("$[0].service_request_id"));
        assertThat(stored).containsEntry("channel", "OPEN311").containsEntry("description", "Trou profond");
        assertThat(stored).containsEntry("lon", 2.02).containsEntry("lat", 47.05);
    }

    @Test
    void addressStringIsAPlaceToo() throws Exception {
        Answers known = door.send(
                "requests.json", "service_code", "nid-de-poule", "address_string", "12 rue des Lilas, 93010 Test");
        assertThat(stored(known.at("$[0].service_request_id")))
                .containsEntry("lon", 2.03)
                .containsEntry("lat", 47.04);

        Answers unknown =
                door.send("requests.json", "service_code", "nid-de-poule", "address_string", "derrière la gare");
        assertThat(stored(unknown.at("$[0].service_request_id")))
                .containsEntry("lon", null)
                .containsEntry("address", "derrière la gare");
    }

    @Test
    void addressIdIsAPlaceTooAndAnUnknownOneIs400() throws Exception {
        Answers known = door.send("requests.json", "service_code", "nid-de-poule", "address_id", "BAN-12");
        assertThat(stored(known.at("$[0].service_request_id")))
                .containsEntry("lon", 2.03)
                .containsEntry("address", "12 rue des Lilas, 93010 Test");
        Answers unknown = door.send("requests.json", "service_code", "nid-de-poule", "address_id", "BAN-13");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.<String>at("$[0].description")).contains("BAN-13");
    }

    @Test
    void noPlaceAtAllIs400AndSoIsHalfAPosition() throws Exception {
        assertThat(door.send("requests.json", "service_code", "nid-de-poule").status())
                .isEqualTo(400);
        for (List<String> half :
                List.of(List.of("lat", "47.05"), List.of("long", "2.02"), List.of("lat", "47.05", "long", ""))) {
            Answers answer = door.sendForm(
                    "requests.json",
                    "service_code=nid-de-poule&" + Door.form(half.toArray(String[]::new)) + "&api_key=" + door.key());
            assertThat(answer.status()).as(half.toString()).isEqualTo(400);
        }
    }

    @Test
    void outsideTheJurisdictionIs400AndSoIsAPositionThatIsNone() throws Exception {
        for (String[] where : new String[][] {{"10", "10"}, {"91", "2"}, {"NaN", "2"}, {"47,05", "2.02"}, {"x", "y"}}) {
            Answers answer =
                    door.send("requests.json", "service_code", "nid-de-poule", "lat", where[0], "long", where[1]);
            assertThat(answer.status()).as(where[0]).isEqualTo(400);
        }
    }

    @Test
    void aServiceCodeIsRequiredElse400AndAnUnknownOneIs404() throws Exception {
        assertThat(door.send("requests.json", "lat", "47.05", "long", "2.02").status())
                .isEqualTo(400);
        assertThat(door.send("requests.json", "service_code", "", "lat", "47.05", "long", "2.02")
                        .status())
                .isEqualTo(400);
        assertThat(door.send("requests.json", "service_code", "licorne", "lat", "47.05", "long", "2.02")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theJurisdictionIdMayBeGivenAndAnotherOneIs404() throws Exception {
        assertThat(door.report("jurisdiction_id", door.city().jurisdiction().code())
                        .status())
                .isEqualTo(200);
        assertThat(door.report("jurisdiction_id", "atlantis").status()).isEqualTo(404);
    }

    @Test
    void anEmptyOptionalParameterEqualsAnAbsentOne() throws Exception {
        Answers answer = door.report(
                "address_id",
                "",
                "address_string",
                " ",
                "email",
                "",
                "phone",
                "",
                "first_name",
                "",
                "description",
                "",
                "media_url",
                "",
                "attribute[fixmystreet_id]",
                "",
                "jurisdiction_id",
                "",
                "account_id",
                "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.<Object>at("$[0].account_id")).isNull();
    }

    @Test
    void whoAsksIsKeptWithTheRequestAndTheAccountIsGivenBack() throws Exception {
        Answers answer = door.report(
                "first_name",
                "Jeanne",
                "last_name",
                "Dupont",
                "email",
                "jeanne@example.org",
                "phone",
                "0612345678",
                "device_id",
                "abc",
                "account_id",
                "77");
        assertThat(answer.<String>at("$[0].account_id")).isEqualTo("77");
        assertThat(stored(answer.at("$[0].service_request_id")))
                .containsEntry("name", "Jeanne Dupont")
                .containsEntry("email", "jeanne@example.org")
                .containsEntry("phone", "0612345678");
        assertThat(door.report("email", "nobody").status()).isEqualTo(400);
    }

    @Test
    void aDescriptionHasAtMost4000CharactersAndIsPlainText() throws Exception {
        assertThat(door.report("description", "é".repeat(4000)).status()).isEqualTo(200);
        assertThat(door.report("description", "é".repeat(4001)).status()).isEqualTo(400);
        Answers html = door.report("description", "<b>Trou</b> & \"eau\"");
        String number = html.at("$[0].service_request_id");
        assertThat(stored(number)).containsEntry("description", "<b>Trou</b> & \"eau\"");
        assertThat(door.read("requests/" + number + ".xml").text())
                .contains("<description>&lt;b>Trou&lt;/b> &amp; \"eau\"</description>");
        assertThat(door.report("description", "nul\0").status()).isEqualTo(400);
    }

    @Test
    void attributesAnswerTheQuestionsOfTheService() throws Exception {
        Answers answer = lamp(
                "attribute[couleur][]", "rouge", "attribute[jour]", "2026-01-31T23:30:00Z", "attribute[taille]", "3,5");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        // The moment lies on the first of February in the town.
        assertThat(stored(answer.at("$[0].service_request_id")).get("answers"))
                .isEqualTo("{\"jour\": \"2026-02-01\", \"taille\": \"3.5\", \"couleur\": \"rouge\"}");
    }

    @Test
    void aRequiredAttributeThatIsMissingOrOneThatFailsIs400() throws Exception {
        assertThat(lamp().status()).isEqualTo(400);
        assertThat(lamp("attribute[couleur]", "").status()).isEqualTo(400);
        assertThat(lamp("attribute[couleur]", "vert").status()).isEqualTo(400);
        assertThat(lamp("attribute[couleur]", "rouge", "attribute[inconnu]", "1")
                        .status())
                .isEqualTo(400);
        assertThat(lamp("attribute[couleur][]", "rouge", "attribute[couleur][]", "bleu")
                        .status())
                .isEqualTo(400);
        assertThat(lamp("attribute[couleur]", "rouge", "attribute[taille]", "grand")
                        .status())
                .isEqualTo(400);
    }

    private Answers lamp(String... attributes) throws Exception {
        return door.sendForm(
                "requests.json",
                "service_code=lampadaire&lat=47.05&long=2.02&api_key=" + door.key() + "&" + Door.form(attributes));
    }

    @Test
    void theSameExternalIdOfTheSameClientIsTheSameRequest() throws Exception {
        String first = door.report("attribute[fixmystreet_id]", "4711").at("$[0].service_request_id");
        String again = door.report("attribute[fixmystreet_id]", "4711", "description", "amended")
                .at("$[0].service_request_id");
        assertThat(again).isEqualTo(first);
        assertThat(stored(first)).containsEntry("external_id", "4711").containsEntry("description", "");
        Door other = Door.of(http, cities, clients, door.city());
        assertThat(other.report("attribute[fixmystreet_id]", "4711").<String>at("$[0].service_request_id"))
                .isNotEqualTo(first);
    }

    @Test
    void aPrivateServiceGivesATokenAndNoServiceRequestIdAndTheTokenTellsIt() throws Exception {
        Answers posted = door.send(
                "requests.json", "service_code", "habitat-indigne", "lat", "47.05", "long", "2.02", "description", "x");
        assertThat(posted.<List<Map<String, Object>>>at("$").getFirst().keySet())
                .containsExactly("token", "service_notice", "account_id");
        String token = posted.at("$[0].token");

        Answers told = door.read("tokens/" + token + ".json");
        assertThat(told.<String>at("$[0].token")).isEqualTo(token);
        String number = told.at("$[0].service_request_id");
        assertThat(stored(number)).containsEntry("description", "x");
        assertThat(door.read("requests/" + number + ".json").status()).isEqualTo(404);
        assertThat(door.read("tokens/" + token.substring(1) + "A.json").status())
                .isEqualTo(404);
    }

    @Test
    void mediaComesInBase64() throws Exception {
        byte[] photo = TestImages.phonePhoto(120, 80, 2.01, 47.01, 1);
        String base64 = Base64.getEncoder().encodeToString(photo);
        for (String media : List.of(base64, "data:image/jpeg;base64," + base64)) {
            Answers answer = door.report("media", media);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(stored(answer.at("$[0].service_request_id"))).containsEntry("photos", 1L);
        }
        assertThat(door.report("media", "%%%").status()).isEqualTo(400);
        assertThat(door.report(
                                "media",
                                Base64.getEncoder()
                                        .encodeToString("text".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void moreThanSixPhotosAre400() throws Exception {
        String photo = Base64.getEncoder().encodeToString(TestImages.image("png", 4, 4));
        String[] seven = new String[14];
        for (int i = 0; i < 14; i += 2) {
            seven[i] = "media[]";
            seven[i + 1] = photo;
        }
        assertThat(door.report(seven).status()).isEqualTo(400);
    }

    @Test
    void aMediaUrlIsNeverFetchedAndTheServiceIsToldOfIt() throws Exception {
        try (Trap trap = new Trap()) {
            Answers answer = door.report("media_url", trap.address() + "/photo.jpg");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.<String>at("$[0].service_notice")).contains("media_url");
            String number = answer.at("$[0].service_request_id");
            assertThat(cities.<String>inside(
                            door.city().jurisdiction(),
                            () -> jdbc.sql("""
                                    select h.staff_text from request.history h join request.request r using (jurisdiction_id, request_id)
                                    where r.number = :number and h.entry = 'NOTE'
                                    """)
                                    .param("number", number)
                                    .query(String.class)
                                    .single()))
                    .contains("FixMyStreet", trap.address() + "/photo.jpg");
            assertThat(trap.visits()).isZero();
        }
        for (String no : List.of("file:///etc/passwd", "gopher://x/", "http://a b", "javascript:alert(1)")) {
            assertThat(door.report("media_url", no).status()).as(no).isEqualTo(400);
        }
    }

    @Test
    void anythingButAFormIs400() throws Exception {
        Answers json = Answers.sent(
                http,
                MockMvcRequestBuilders.post(door.path("requests.json"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"));
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.<Integer>at("$[0].code")).isEqualTo(400);
        assertThat(door.sendForm("requests.json", "a=%zz").status()).isEqualTo(400);
    }
}
