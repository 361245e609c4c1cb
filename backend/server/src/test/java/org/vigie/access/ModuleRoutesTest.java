package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;
import org.vigie.access.module.ModuleName;
import org.vigie.access.module.Modules;
import org.vigie.testing.Answers;
import org.vigie.testing.ApiDocument;
import org.vigie.testing.FurnishedCities;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Where a module is switched off, each of its operations answers 404 to everybody, and no other operation answers otherwise. */
@ServiceTest
class ModuleRoutesTest {

    private static final String BELOW = "(/.*)?";

    /** The operations of each module; written out again, on purpose, apart from the routes. */
    private static final Map<ModuleName, Pattern> OPERATIONS = Map.of(
            ModuleName.SECTOR_DRAFTS, Pattern.compile("\\w+ /api/desk/sector-drafts" + BELOW),
            ModuleName.RULES, Pattern.compile("\\w+ /api/desk/rules" + BELOW),
            ModuleName.FIELD, Pattern.compile("\\w+ /api/field/.*"),
            ModuleName.FORMAL_REPLIES,
                    Pattern.compile("\\w+ /api/desk/(replies|requests/\\{id}/reply|reply-templates|approval-chains"
                            + "|letterhead|delegations)" + BELOW),
            ModuleName.REOPENING,
                    Pattern.compile(
                            "\\w+ /api/(track/\\{token}/(reopening|satisfaction)|followed/\\{token}" + BELOW + ")"),
            // Whoever watches can always end it.
            ModuleName.WATCHED_AREAS, Pattern.compile("POST /api/watched-areas(/\\{token}/confirmation)?"),
            ModuleName.OPEN311, Pattern.compile("\\w+ (/open311/.*|/api/desk/open311-clients" + BELOW + ")"),
            ModuleName.REVIEW, Pattern.compile("\\w+ /api/desk/(review|analysis)" + BELOW));

    private static final Map<ModuleName, List<String>> PAGES = Map.of(
            ModuleName.FIELD, List.of("/field", "/field.webmanifest"),
            ModuleName.REOPENING, List.of("/reopen/x"));

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    FurnishedCities furnished;

    @Autowired
    Modules modules;

    @TestFactory
    Stream<DynamicTest> eachOperationOfAModuleThatIsOffIsThereForNobody() {
        return Arrays.stream(ModuleName.values())
                .map(module -> DynamicTest.dynamicTest(module.name(), () -> {
                    FurnishedCities.Furnished city = furnished.make();
                    turn(city.city(), module, false);
                    List<String> gone = operations(OPERATIONS.get(module));

                    assertThat(gone).isNotEmpty();
                    for (String operation : gone) {
                        isOff(operation, city, null);
                        for (Role role : Role.values()) {
                            isOff(operation, city, city.account(role));
                        }
                    }
                }));
    }

    /** Twins of which one has every module: whatever belongs to none of them is answered alike, role by role. */
    @Test
    void noOtherOperationChanges() throws Exception {
        FurnishedCities.Furnished whole = furnished.make();
        FurnishedCities.Furnished bare = furnished.make();
        for (ModuleName module : ModuleName.values()) {
            turn(bare.city(), module, false);
        }
        for (String operation : operations(null)) {
            assertThat(furnished.call(operation, bare, bare, null))
                    .as("%s by nobody", operation)
                    .isEqualTo(furnished.call(operation, whole, whole, null));
            for (Role role : Role.values()) {
                assertThat(furnished.call(operation, bare, bare, bare.account(role)))
                        .as("%s as %s", operation, role)
                        .isEqualTo(furnished.call(operation, whole, whole, whole.account(role)));
            }
        }
    }

    @Test
    void itsPagesAreNotThereEitherAndTheirReaderIsToldWhoCanBringThemBack() throws Exception {
        TestCity.City city = cities.make();
        for (Map.Entry<ModuleName, List<String>> pages : PAGES.entrySet()) {
            turn(city, pages.getKey(), false);
            for (String page : pages.getValue()) {
                Answers answer = Answers.sent(
                        http,
                        get("/" + city.jurisdiction().code() + page)
                                .header("Accept", "text/html")
                                .header("Accept-Language", "fr"));
                assertThat(answer.status()).as(page).isEqualTo(404);
                assertThat(HtmlUtils.htmlUnescape(answer.text()))
                        .as(page)
                        .contains("Module désactivé", "administrateur", "Réglages, Modules");
            }
        }
        assertThat(Answers.to(
                                http,
                                get("/" + city.jurisdiction().code() + "/live?for=field")
                                        .with(as(cities.account(city, Role.PATROLLER))))
                        .problem())
                .isEqualTo("module-off");
    }

    @Test
    void anotherTownKeepsWhatOneSwitchesOff() throws Exception {
        TestCity.City one = cities.make();
        TestCity.City other = cities.make();
        turn(one, ModuleName.REVIEW, false);

        assertThat(on(one)).doesNotContain("REVIEW").hasSize(ModuleName.values().length - 1);
        assertThat(on(other)).hasSize(ModuleName.values().length);
        turn(one, ModuleName.REVIEW, true);
        assertThat(on(one)).hasSize(ModuleName.values().length);
    }

    private List<String> on(TestCity.City city) throws Exception {
        return Answers.to(http, get("/" + city.jurisdiction().code() + "/api/jurisdiction"))
                .at("$.modules");
    }

    private void isOff(String operation, FurnishedCities.Furnished city, @Nullable SignedInAccount who)
            throws Exception {
        Answers answer = furnished.answer(operation, city, city, who);
        assertThat(answer.status()).as(operation).isEqualTo(404);
        if (operation.contains(" /open311/")) {
            // In the form of its standard, which has no names of problems.
            assertThat(answer.text()).as(operation).contains("Open311");
        } else {
            assertThat(answer.problem()).as(operation).isEqualTo("module-off");
        }
    }

    /** @param those null: what belongs to no module; the switches themselves are tried elsewhere */
    private List<String> operations(@Nullable Pattern those) throws Exception {
        Set<ModuleName> all = EnumSet.allOf(ModuleName.class);
        return ApiDocument.read(http).operations().keySet().stream()
                .filter(operation -> those != null
                        ? those.matcher(operation).matches()
                        : all.stream()
                                .noneMatch(module -> Objects.requireNonNull(OPERATIONS.get(module))
                                        .matcher(operation)
                                        .matches()))
                .filter(operation -> !operation.equals("GET /live") && !operation.contains("/api/desk/modules"))
                .sorted(Comparator.comparing((String operation) -> operation.startsWith("DELETE"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private void turn(TestCity.City city, ModuleName module, boolean on) {
        cities.inside(city.jurisdiction(), () -> {
            modules.turn(module, on, on ? 1 : 0, "");
            return true;
        });
    }
}
