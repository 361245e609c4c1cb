package org.vigie.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
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

/** Stop messages and the ground they hold on, as an administrator sets them up and as people read them. */
@ServiceTest
class StopMessageDeskTest {

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[2.01,47.01],[2.03,47.01],[2.03,47.03],[2.01,47.03],[2.01,47.01]]]}";
    private static final String BOW_TIE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[2.01,47.01],[2.03,47.03],[2.03,47.01],[2.01,47.03],[2.01,47.01]]]}";
    private static final String LINE = "{\"type\":\"LineString\",\"coordinates\":[[2.06,47.01],[2.06,47.09]]}";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private WhereDesk desk;
    private LocalDateTime now;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        desk = new WhereDesk(http, city, cities.account(city, Role.ADMINISTRATOR));
        now = LocalDateTime.ofInstant(clock.instant(), city.jurisdiction().zone())
                .truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void aMessageOnADrawnAreaIsReadThereAndNowhereElseInTheReadersLanguage() throws Exception {
        UUID square = Ids.next();
        assertThat(draw(square, "Place du Marché", SQUARE, "").<String>at("$.kind"))
                .isEqualTo("AREA");

        Answers saved = stop(Ids.next(), 0, about("\"groundId\":\"" + square + "\",", now.minusHours(1)));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.<String>at("$.state")).isEqualTo("CURRENT");
        assertThat(saved.<String>at("$.setting.changedBy"))
                .isEqualTo(desk.administrator().name());
        assertThat(told(2.02, 47.02, "fr")).containsOnly("Travaux place du Marché.");
        assertThat(told(2.02, 47.02, "en")).containsOnly("Works on the market place.");
        assertThat(told(2.04, 47.04, "fr")).isEmpty();
        assertThat(desk.get("grounds").<List<Integer>>at("$.items[?(@.name=='Place du Marché')].uses.stopMessages"))
                .containsExactly(1);
    }

    @Test
    void aMessageForASectorMakesItAGroundOnceAndRedrawingAGroundMovesItsMessages() throws Exception {
        String west = "\"sectorId\":\"" + city.westSector() + "\",";
        String first = stop(Ids.next(), 0, about(west, now.minusHours(1))).at("$.groundId");
        String second = stop(Ids.next(), 0, about(west, now.minusHours(1))).at("$.groundId");
        assertThat(second).isEqualTo(first);
        assertThat(told(2.02, 47.09, "fr")).hasSize(2);
        assertThat(told(2.08, 47.09, "fr")).isEmpty();
        assertThat(draw(UUID.fromString(first), "Ouest", SQUARE, "").problem()).isEqualTo("ground-is-a-sector");

        UUID road = Ids.next();
        assertThat(draw(road, "RD 1", LINE, ",\"widthMetres\":20").<String>at("$.kind"))
                .isEqualTo("ROAD");
        stop(Ids.next(), 0, about("\"groundId\":\"" + road + "\",", now.minusHours(1)));
        assertThat(told(2.0601, 47.05, "fr")).hasSize(1);
    }

    @Test
    void oneToComeIsWithdrawnAndOneThatHoldsEndsNowAndStaysAsItWas() throws Exception {
        UUID coming = Ids.next();
        assertThat(stop(coming, 0, about("", now.plusDays(1))).<String>at("$.state"))
                .isEqualTo("COMING");
        assertThat(end(coming, 1).status()).isEqualTo(204);
        assertThat(desk.get("stop-messages").<List<Object>>at("$.items")).isEmpty();

        UUID current = Ids.next();
        stop(current, 0, about("", now.minusHours(2)));
        assertThat(end(current, 0).problem()).isEqualTo("setting-changed-meanwhile");
        assertThat(end(current, 1).status()).isEqualTo(204);
        assertThat(told(2.02, 47.02, "fr")).isEmpty();
        assertThat(desk.get("stop-messages").<List<String>>at("$.items[*].state"))
                .containsExactly("PAST");
        assertThat(end(current, 2).problem()).isEqualTo("stop-message-past");
        assertThat(stop(current, 2, about("", now.minusHours(2))).problem()).isEqualTo("stop-message-past");
    }

    @Test
    void whatCannotBeToldIsRefusedWithWhatToDo() throws Exception {
        String valid = about("", now.minusHours(1));
        assertThat(problem(about("\"domain\":\"voirie\",\"category\":\"nid-de-poule\",", now)))
                .isEqualTo("scope-ambiguous");
        assertThat(problem(about("\"category\":\"licorne\",", now))).isEqualTo("reference-unknown");
        assertThat(problem(about("\"groundId\":\"" + Ids.next() + "\",", now))).isEqualTo("reference-unknown");
        assertThat(problem(about("\"sectorId\":\"" + Ids.next() + "\",", now))).isEqualTo("reference-unknown");
        assertThat(problem(about("", now.minusDays(30)))).isEqualTo("stop-message-over");
        assertThat(problem(valid.replaceFirst("\"until\":\"[^\"]*\"", "\"until\":\"" + now.minusDays(2) + "\"")))
                .isEqualTo("period-turned-round");
        assertThat(problem(valid.replaceFirst("\"from\":\"[^\"]*\"", "\"from\":\"+99999-01-01T00:00\"")))
                .isEqualTo("year-out-of-range");
        assertThat(problem(valid.replace("\"fr\"", "\"de\""))).isEqualTo("stop-message-language");
        assertThat(problem(valid.replace("Travaux place du Marché.", " "))).isEqualTo("stop-message-empty");
        assertThat(draw(Ids.next(), "Noeud", BOW_TIE, "").problem()).isEqualTo("ground-shape-invalid");
        assertThat(draw(Ids.next(), "Noeud", SQUARE, ",\"widthMetres\":8").problem())
                .isEqualTo("ground-width-missing");
        assertThat(draw(Ids.next(), "RD 2", LINE, "").problem()).isEqualTo("ground-width-missing");
        assertThat(draw(Ids.next(), "Loin", SQUARE.replace("47.0", "147.0"), "").status())
                .isIn(400, 422);
        assertThat(draw(Ids.next(), "Point", "{\"type\":\"Point\",\"coordinates\":[2.01,47.01]}", "")
                        .problem())
                .isEqualTo("ground-shape-invalid");
        assertThat(desk.get("stop-messages").<List<Object>>at("$.items")).isEmpty();
    }

    private String about(String scope, LocalDateTime from) {
        return """
                {"texts":{"fr":"Travaux place du Marché.","en":"Works on the market place."},"refuses":false,%s
                 "from":"%s","until":"%s","reason":"chantier"}
                """.formatted(scope, from, from.plusDays(7));
    }

    private String problem(String body) throws Exception {
        return stop(Ids.next(), 0, body).problem();
    }

    private Answers stop(UUID id, int revision, String body) throws Exception {
        return desk.put("stop-messages/" + id, revision, body);
    }

    private Answers end(UUID id, int revision) throws Exception {
        return desk.delete("stop-messages/" + id + "?reason=fini", revision);
    }

    private Answers draw(UUID id, String name, String shape, String more) throws Exception {
        return desk.put(
                "grounds/" + id, 0, "{\"name\":\"%s\",\"shape\":%s,\"reason\":\"\"%s}".formatted(name, shape, more));
    }

    private List<String> told(double lon, double lat, String language) throws Exception {
        return desk.read("/catalogue?lon=" + lon + "&lat=" + lat, language)
                .at("$..categories[?(@.code=='nid-de-poule')].messages[*].text");
    }
}
