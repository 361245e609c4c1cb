package org.vigie.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** What the desk is answered: squares to draw, files to take away, and sentences where it asks for too much. */
@ServiceTest
class AnalysisDoorTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Clock clock;

    private TestCity.City city;
    private SignedInAccount head;
    private String today;

    @BeforeEach
    void make() throws Exception {
        city = cities.make();
        head = cities.account(city, Role.HEAD);
        today = LocalDate.ofInstant(clock.instant(), city.jurisdiction().zone()).toString();
        for (int i = 0; i < 3; i++) {
            resident.report(city, "nid-de-poule", "{\"email\":\"%s@example.org\"}".formatted(UUID.randomUUID()), "[]");
        }
    }

    @Test
    void theSquareUnderTheReportsIsTheHotOneAndTheDensest() throws Exception {
        Answers spots = ask("hot-spots", "cellMetres", "500");
        List<Object> square = spots.at("$.cells[?(@.requests == 3)].cell.square.coordinates[0][*]");
        assertThat(square).hasSize(5);
        assertThat(spots.<List<String>>at("$.cells[?(@.requests == 3)].verdict"))
                .containsExactly("HOT");
        assertThat(spots.<Integer>at("$.scope.epsgCode")).isEqualTo(32631);
        assertThat(spots.<Integer>at("$.scope.received")).isEqualTo(3);

        Answers heat = ask("heat", "cellMetres", "500", "radiusMetres", "1000");
        List<Number> densest = heat.at("$.cells[?(@.requests == 3)].perSquareKilometre");
        List<Number> all = heat.at("$.cells[*].perSquareKilometre");
        double most = all.stream().mapToDouble(Number::doubleValue).max().orElseThrow();
        assertThat(densest.getFirst().doubleValue()).isEqualTo(most);

        Answers frames = ask("frames", "step", "DAY");
        assertThat(frames.<List<String>>at("$.steps")).containsExactly(today);
        assertThat(frames.<List<Integer>>at("$.cells[*].counts[0]")).containsExactly(3);

        Answers silence = ask("silence");
        assertThat(silence.<List<Integer>>at("$.sectors[*].requests")).containsExactly(0, 3);
        assertThat(silence.text()).doesNotContain("perThousand\":", "inhabitants\":");
    }

    @Test
    void everyAnalysisIsAFileWithTheSameRows() throws Exception {
        int cells =
                ask("heat", "cellMetres", "1000").<List<Object>>at("$.cells[*]").size();
        for (String table : List.of("heat", "hot-spots", "comparison")) {
            assertThat(file(table)).hasSize(cells + 1);
        }
        assertThat(file("comparison-sectors")).hasSize(2);
        assertThat(file("frames")).hasSize(2);
        assertThat(file("silence"))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("W;Ouest;3;")
                .contains(";inconnu;");
        assertThat(file("promises").getFirst()).isEqualTo("\ufeffCode;Secteur;Reçues;Engagements échus;Tenus;Tenus, %");
    }

    @Test
    void saysWhatToDoWhereTooMuchIsAsked() throws Exception {
        assertThat(ask("heat", "cellMetres", "3").problem()).isEqualTo("cell-size");
        assertThat(ask("heat", "cellMetres", "25").problem()).isEqualTo("cells-too-many");
        assertThat(ask("heat", "cellMetres", "200", "radiusMetres", "9000").problem())
                .isEqualTo("radius-too-wide");
        assertThat(ask("heat", "cellMetres", "wide").status()).isEqualTo(422);
        assertThat(ask("frames", "step", "HOUR").status()).isEqualTo(422);
        assertThat(ask("nothing.csv").status()).isEqualTo(404);
        assertThat(days("frames", "2020-01-01", today, "step", "DAY").problem()).isEqualTo("steps-too-many");
        assertThat(days("comparison", "2099-01-01", "2099-02-01").problem()).isEqualTo("period-not-begun");
        assertThat(days("heat", "2026-03-31", "2026-03-01").problem()).isEqualTo("period-turned-round");
    }

    private List<String> file(String table) throws Exception {
        return ask(table + ".csv", "cellMetres", "1000").text().lines().toList();
    }

    private Answers ask(String what, String... more) throws Exception {
        return days(what, today, today, more);
    }

    private Answers days(String what, String from, String to, String... more) throws Exception {
        var request = get("/" + city.jurisdiction().code() + "/api/desk/analysis/" + what)
                .param("from", from)
                .param("to", to)
                .header("Accept-Language", "fr")
                .with(as(head));
        for (int i = 0; i < more.length; i += 2) {
            request = request.param(more[i], more[i + 1]);
        }
        return Answers.to(http, request);
    }
}
