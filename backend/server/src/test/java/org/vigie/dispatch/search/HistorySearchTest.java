package org.vigie.dispatch.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class HistorySearchTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    JdbcClient jdbc;

    private TestCity.City city;
    private SignedInAccount dispatcher;
    private String hole;
    private String lamp;
    private String home;

    @BeforeEach
    void make() throws Exception {
        city = cities.make();
        dispatcher = cities.account(city, Role.DISPATCHER);
        hole = report(
                "nid-de-poule",
                "Un énorme trou devant l'école",
                "12 rue Victor-Hugo",
                "Zoé Lefèvre",
                "06 11 22 33 44",
                "zoe@example.org");
        lamp = report(
                "lampadaire",
                "Clignote toute la nuit",
                "3 place du Marché",
                "Marc O'Connor",
                "+33 7 55 66 77 88",
                "marc@example.org");
        home = report(
                "habitat-indigne",
                "Infiltrations dans la chambre",
                "8 rue des Lilas",
                "Zoé Martin",
                "0699887766",
                "zmartin@example.org");
    }

    @Test
    void findsWordsWithoutRegardToAccentsEndingsAndOrder() throws Exception {
        assertThat(found("trou enorme")).containsExactly(hole);
        assertThat(found("ÉCOLES")).containsExactly(hole);
        assertThat(found("infil")).containsExactly(home);
        assertThat(found("trou place")).isEmpty();
        assertThat(found("nids de poules")).containsExactly(hole);
        assertThat(searched("trou")).containsExactlyInAnyOrder("WORDS", "NAME");
    }

    @Test
    void findsAnAddressAndAPlace() throws Exception {
        assertThat(found("12 victor hugo")).containsExactly(hole);
        assertThat(found("rue lilas")).containsExactly(home);
        assertThat(numbers(Answers.to(
                        http,
                        desk().param("lon", "2.02")
                                .param("lat", "47.05")
                                .param("metres", "20")
                                .with(as(dispatcher)))))
                .containsExactlyInAnyOrder(hole, lamp, home);
        assertThat(numbers(Answers.to(
                        http,
                        desk().param("lon", "2.03")
                                .param("lat", "47.05")
                                .param("metres", "20")
                                .with(as(dispatcher)))))
                .isEmpty();
    }

    @Test
    void findsTheCategoryByItsNameOfToday() throws Exception {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql(
                                "update catalogue.category set name = 'Cratère', keywords = 'Nid-de-poule' where code = 'nid-de-poule'")
                        .update());
        assertThat(found("cratere hugo")).containsExactly(hole);
        assertThat(found("poule hugo")).containsExactly(hole);
    }

    @Test
    void findsPeopleByNameTelephoneAndMail() throws Exception {
        assertThat(found("zoe")).containsExactly(home, hole);
        assertThat(found("lefèvre zo")).containsExactly(hole);
        assertThat(found("o'connor")).containsExactly(lamp);
        assertThat(found("+33 6 11 22 33 44")).containsExactly(hole);
        assertThat(found("0755667788")).containsExactly(lamp);
        assertThat(found("ZOE@example.org")).containsExactly(hole);
        assertThat(searched("0755667788")).containsExactly("PHONE");
    }

    @Test
    void whoMayNotLookForPeopleFindsNoneAndIsToldSo() throws Exception {
        SignedInAccount elected = cities.account(city, Role.ELECTED_OFFICIAL);
        for (String person : List.of("lefèvre", "0611223344", "zoe@example.org")) {
            Answers answer = Answers.to(http, desk().param("q", person).with(as(elected)));
            assertThat(numbers(answer)).as(person).isEmpty();
            assertThat(answer.<List<String>>at("$.searched")).containsExactly("WORDS");
            Answers queue = Answers.to(
                    http,
                    get("/" + city.jurisdiction().code() + "/api/desk/requests")
                            .param("q", person)
                            .with(as(elected)));
            assertThat(queue.<List<Object>>at("$.items")).as(person).isEmpty();
        }
        Answers refused = Answers.to(
                http, desk().param("q", "lefèvre").param("by", "PERSON").with(as(elected)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("person-search-not-allowed");
    }

    @Test
    void aBareNumberIsTheRequestThatHasIt() throws Exception {
        assertThat(found(lamp)).containsExactly(lamp);
        assertThat(found(String.valueOf(Integer.parseInt(lamp.substring(5))))).containsExactly(lamp);
        assertThat(found("n° " + lamp.substring(5))).containsExactly(lamp);
        assertThat(searched(lamp)).containsExactly("NUMBER");
        assertThat(found("2001-" + lamp.substring(5))).isEmpty();
    }

    @Test
    void findsWhatLiesAroundAThingOfTheCity() throws Exception {
        cities.inside(city.jurisdiction(), () -> jdbc.sql("""
                        insert into territory.asset (jurisdiction_id, asset_id, kind, code, location)
                        values (access.current_jurisdiction(), gen_random_uuid(), 'LAMP_POST', 'L-0042', st_setsrid(st_makepoint(2.02, 47.05), 4326))
                        """).update());
        assertThat(found("l-0042")).containsExactly(home, lamp, hole);
        assertThat(searched("L-0042")).contains("ASSET");
    }

    @Test
    void findsClosedOnesToo() throws Exception {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("update request.request set state = 'CLOSED'").update());
        assertThat(found("trou")).containsExactly(hole);
    }

    @Test
    void pagesFromTheNewestWithoutGapOrRepetition() throws Exception {
        List<String> all = new ArrayList<>(List.of(hole));
        for (int i = 0; i < 6; i++) {
            all.addFirst(report("nid-de-poule", "Encore un trou", "Quai " + i, "Zoé", "0611223344", "zoe@example.org"));
        }
        List<String> paged = new ArrayList<>();
        @Nullable String after = null;
        do {
            MockHttpServletRequestBuilder page =
                    desk().param("q", "trou").param("limit", "3").with(as(dispatcher));
            Answers answer = Answers.to(http, after == null ? page : page.param("after", after));
            paged.addAll(numbers(answer));
            after = answer.text().contains("\"next\"") ? answer.at("$.next") : null;
        } while (after != null);
        assertThat(paged).isEqualTo(all);
        assertThat(Answers.to(
                                http,
                                desk().param("q", "trou").param("after", "x").with(as(dispatcher)))
                        .problem())
                .isEqualTo("cursor-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table request.request; --",
                "trou' | 'x",
                "a & b | !(c)",
                ":*",
                "\\",
                "%",
                "<->",
                "''",
                "((",
                "trou:*A",
                "\"",
                "de la",
                "…",
                "é\u0301",
                "0000000000000000000000000",
                "@",
                "n°",
                "😀",
                "\u0000trou"
            })
    void whatLooksLikeALanguageIsOnlyWords(String text) throws Exception {
        for (String by : List.of("EVERYTHING", "WORDS", "PERSON", "NUMBER", "ASSET")) {
            assertThat(Answers.to(http, desk().param("q", text).param("by", by).with(as(dispatcher)))
                            .status())
                    .as(by)
                    .isEqualTo(200);
        }
        assertThat(found("trou")).containsExactly(hole);
    }

    @Test
    void anotherJurisdictionFindsNothing() throws Exception {
        TestCity.City other = cities.make();
        SignedInAccount stranger = cities.account(other, Role.DISPATCHER);
        for (String text : List.of("trou", "zoe", "0611223344", hole)) {
            Answers answer = Answers.to(
                    http,
                    get("/" + other.jurisdiction().code() + "/api/desk/search")
                            .param("q", text)
                            .with(as(stranger)));
            assertThat(numbers(answer)).as(text).isEmpty();
        }
    }

    @Test
    void aRequesterWhoIsForgottenIsFoundNoMore() throws Exception {
        cities.inside(
                city.jurisdiction(),
                () -> jdbc.sql("delete from request.requester").update());
        assertThat(found("zoe")).isEmpty();
        assertThat(found("trou")).containsExactly(hole);
    }

    private MockHttpServletRequestBuilder desk() {
        return get("/" + city.jurisdiction().code() + "/api/desk/search");
    }

    private List<String> found(String text) throws Exception {
        Answers answer = Answers.to(http, desk().param("q", text).with(as(dispatcher)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return numbers(answer);
    }

    private List<String> searched(String text) throws Exception {
        return Answers.to(http, desk().param("q", text).with(as(dispatcher))).at("$.searched");
    }

    private static List<String> numbers(Answers answer) {
        return answer.at("$.items[*].number");
    }

    /** @return its number */
    private String report(String category, String description, String address, String name, String phone, String email)
            throws Exception {
        Answers receipt = Answers.to(
                http,
                post("/" + city.jurisdiction().code() + "/api/requests")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .content("""
                                {"category":"%s","description":"%s","address":"%s","photos":[],"publishPhotos":false,
                                 "contact":{"name":"%s","phone":"%s","email":"%s"},
                                 "position":{"type":"Point","coordinates":[2.02,47.05]}}
                                """.formatted(category, description, address, name, phone, email)));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return receipt.at("$.number");
    }
}
