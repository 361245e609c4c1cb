package org.vigie.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.request.Priorities;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** The table of priorities as an administrator writes it. */
@ServiceTest
class PriorityTableTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Priorities priorities;

    private TestCity.City city;
    private SignedInAccount administrator;
    private UUID school;

    @BeforeEach
    void makeCity() {
        city = cities.make();
        administrator = cities.account(city, Role.ADMINISTRATOR);
        school = cities.inside(
                city.jurisdiction(),
                () -> priorities.placeClass("ECOLE", "école", Priorities.Source.ASSET, new String[] {"SCHOOL"}, 100));
    }

    @Test
    void aCellIsReadByItselfAndByTheNarrowerOnesThatItDecidesFor() throws Exception {
        String danger = "{\"danger\":\"IMMEDIATE\",\"priority\":\"URGENT\"}";
        String near = "{\"placeClassId\":\"" + school + "\",\"priority\":\"HIGH\"}";
        assertThat(write("", 0, danger).status()).isEqualTo(200);
        assertThat(write("\"domain\":\"voirie\",", 1, near).<Integer>at("$.setting.revision"))
                .isEqualTo(2);

        Answers pothole = row("?category=nid-de-poule");
        assertThat(pothole.<List<Object>>at("$.cells")).hasSize(8);
        assertThat(pothole.<List<Object>>at("$.cells[?(@.written)]")).isEmpty();
        assertThat(pothole.<List<String>>at("$.cells[?(!@.placeClassId && @.danger=='IMMEDIATE')].sentence"))
                .containsExactly("Priorité urgente : écrite pour toutes les catégories, danger immédiat.");
        assertThat(pothole.<List<String>>at("$.cells[?(@.placeClassId && @.danger=='IMMEDIATE')].sentence"))
                .containsExactly("Priorité haute : écrite pour Voirie, près d’un lieu du type « école ».");
        assertThat(pothole.<List<String>>at("$.cells[?(!@.placeClassId && !@.danger)].sentence"))
                .containsExactly("Comme d’habitude pour la catégorie.");
        assertThat(pothole.<List<Integer>>at("$.written[*].cells")).containsExactly(1, 1);
    }

    @Test
    void whatIsWrittenDecidesForTheNextReportAndALineThatIsEmptiedDecidesNothing() throws Exception {
        write("\"category\":\"nid-de-poule\",", 0, "{\"priority\":\"LOW\"}");
        assertThat(located()).isEqualTo("LOW");
        Answers again = write("\"category\":\"nid-de-poule\",", 1, "{\"priority\":\"HIGH\"}");
        assertThat(again.<List<String>>at("$.cells[?(@.written)].written")).containsExactly("HIGH");
        assertThat(located()).isEqualTo("HIGH");
        write("\"category\":\"nid-de-poule\",", 2, "");
        assertThat(located()).isEqualTo("NORMAL");
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndNothingIsChanged() throws Exception {
        write("", 0, "{\"priority\":\"LOW\"}");
        assertThat(write("", 0, "").problem()).isEqualTo("setting-changed-meanwhile");
        assertThat(write("\"domain\":\"voirie\",\"category\":\"nid-de-poule\",", 1, "")
                        .problem())
                .isEqualTo("scope-ambiguous");
        assertThat(write("\"category\":\"licorne\",", 1, "").problem()).isEqualTo("reference-unknown");
        assertThat(write("", 1, "{\"placeClassId\":\"" + Ids.next() + "\",\"priority\":\"LOW\"}")
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(write("", 1, "{\"danger\":\"IMMEDIATE\"}").status()).isEqualTo(422);
        assertThat(row("").<List<String>>at("$.cells[?(@.written)].written")).containsExactly("LOW");
    }

    private Answers write(String about, int revision, String cells) throws Exception {
        return Answers.to(
                http,
                put(path("/desk/priority-table"))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content("{%s\"cells\":[%s],\"reason\":\"essai\"}".formatted(about, cells)));
    }

    private Answers row(String query) throws Exception {
        return Answers.to(
                http,
                get(path("/desk/priority-table" + query))
                        .with(as(administrator))
                        .header("Accept-Language", "fr"));
    }

    private String located() throws Exception {
        return Answers.to(
                        http,
                        get(path("/locate?lon=2.02&lat=47.05&category=nid-de-poule"))
                                .with(as(administrator)))
                .at("$.priority.priority");
    }

    private String path(String below) {
        return "/" + city.jurisdiction().code() + "/api" + below;
    }
}
