package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.testing.Answers;
import org.vigie.testing.ApiDocument;
import org.vigie.testing.FurnishedCities;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/**
 * Every operation of the OpenAPI document that is served, for every role and for nobody: in one's own jurisdiction, with the ids of another
 * one, and with an account of another one. What the table does not allow answers 403, and 401 to whoever is not signed in here; what is
 * another jurisdiction's answers 404 and stays as it is.
 */
@ServiceTest
class AccessMatrixTest {

    /** Pages, the document itself and where failures are sent: no part of the API. Open311's door for trials is the same door. */
    private static final Pattern NOT_OF_THE_API =
            Pattern.compile("/|/error|/\\{jurisdiction}(/|/desk|/embed|/field|/field\\.webmanifest|"
                    + "/(track|watch|reopen)/\\{token}|/api/\\{document})?|/api/docs.*|/v3/.*|.*swagger.*");

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    FurnishedCities furnished;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void theTableNamesEveryOperationOfTheDocumentAndNoOther() throws Exception {
        Set<String> known = new TreeSet<>(ExpectedAccess.EXPECTED.keySet());
        known.addAll(ExpectedAccess.OPEN);

        assertThat(ApiDocument.read(http).operations().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theDocumentNamesEveryOperationOfTheServiceAndNoOther() throws Exception {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .map(pattern -> pattern.replaceAll("\\{(\\w+):[^/]*?}(?=[/.-]|$)", "{$1}"))
                        .filter(pattern -> !NOT_OF_THE_API.matcher(pattern).matches())
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + ApiDocument.below(pattern)))));

        assertThat(ApiDocument.read(http).operations().keySet()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void everyOperationOfTheDocumentSaysWhatItIsForWhoMayCallItAndHowItRefuses() throws Exception {
        ApiDocument.read(http).operations().forEach((operation, about) -> {
            Set<Role> roles = ExpectedAccess.EXPECTED.getOrDefault(operation, Set.of());
            assertThat(about.summary()).as(operation).isNotBlank();
            assertThat(about.roles())
                    .as(operation)
                    .containsExactlyInAnyOrderElementsOf(
                            roles.stream().map(Role::name).toList());
            assertThat(about.secured()).as(operation).isEqualTo(!roles.isEmpty());
            assertThat(about.problems()).as(operation).contains("404", "default");
            if (!roles.isEmpty()) {
                assertThat(about.problems()).as(operation).contains("401", "403");
            }
            if (about.takesRevision()) {
                assertThat(about.problems()).as(operation).contains("412", "428");
            }
        });
    }

    @Test
    void theDocumentIsAlsoWhereTheRestOfAJurisdictionIs() throws Exception {
        TestCity.City city = cities.make();
        Answers below = Answers.to(
                http, request(HttpMethod.GET, "/" + city.jurisdiction().code() + "/api/docs"));

        assertThat(below.status()).isEqualTo(200);
        assertThat(below.<String>at("$.servers[0].url")).isEqualTo("/");
        assertThat(below.<Map<String, Object>>at("$.paths").keySet())
                .isEqualTo(ApiDocument.read(http).paths());
    }

    @TestFactory
    Stream<DynamicTest> everyRoleIsAnsweredAsTheTableSays() throws Exception {
        FurnishedCities.Furnished own = furnished.make();
        FurnishedCities.Furnished other = furnished.make();
        String before = furnished.contents(other);
        // What takes things away comes last.
        Stream<DynamicTest> cells = ApiDocument.read(http).operations().keySet().stream()
                .sorted(Comparator.comparing((String operation) -> operation.startsWith("DELETE"))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(operation -> !operation.equals("GET /live"))
                .map(operation -> DynamicTest.dynamicTest(operation, () -> cell(operation, own, other)));
        return Stream.concat(
                cells,
                Stream.of(DynamicTest.dynamicTest(
                        "the other jurisdiction is as it was",
                        () -> assertThat(furnished.contents(other)).isEqualTo(before))));
    }

    private void cell(String operation, FurnishedCities.Furnished own, FurnishedCities.Furnished other)
            throws Exception {
        Set<Role> allowed = ExpectedAccess.OPEN.contains(operation)
                ? EnumSet.allOf(Role.class)
                : Objects.requireNonNull(ExpectedAccess.EXPECTED.get(operation), operation);
        int stranger = furnished.call(operation, own, own, null);
        assertThat(stranger).as("%s by nobody", operation).isNotEqualTo(500);
        if (ExpectedAccess.OPEN.contains(operation)) {
            assertThat(stranger).as("%s by nobody", operation).isNotIn(401, 403);
        } else {
            assertThat(stranger).as("%s by nobody", operation).isEqualTo(401);
        }
        boolean found = false;
        for (Role role : Role.values()) {
            int status = furnished.call(operation, own, own, own.account(role));
            found |= status != 404;
            int foreign = furnished.call(operation, own, other, own.account(role));
            int visitor = furnished.call(operation, own, own, other.account(role));
            if (!allowed.contains(role)) {
                assertThat(List.of(status, foreign))
                        .as("%s as %s", operation, role)
                        .containsOnly(403);
            } else {
                assertThat(status).as("%s as %s", operation, role).isNotIn(401, 403, 405, 406, 415, 500);
                if (furnished.namesAnother(operation)) {
                    assertThat(foreign)
                            .as("%s of another jurisdiction as %s", operation, role)
                            .isEqualTo(404);
                }
            }
            if (ExpectedAccess.OPEN.contains(operation)) {
                assertThat(visitor).as("%s by another’s %s", operation, role).isNotIn(401, 403, 500);
            } else {
                assertThat(visitor).as("%s by another’s %s", operation, role).isEqualTo(401);
            }
        }
        assertThat(found)
                .as("%s finds what is there: else a 404 would say nothing", operation)
                .isEqualTo(!FurnishedCities.NOT_FURNISHED.contains(operation));
    }

    @TestFactory
    Stream<DynamicTest> liveStreamsOfStaffAreClosedToOthers() {
        TestCity.City city = cities.make();
        String code = "/" + city.jurisdiction().code();
        return ExpectedAccess.LIVE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    assertThat(Answers.to(http, request(HttpMethod.GET, code + row.getKey()))
                                    .status())
                            .isEqualTo(401);
                    for (Role role : EnumSet.complementOf(EnumSet.copyOf(row.getValue()))) {
                        assertThat(Answers.to(
                                                http,
                                                request(HttpMethod.GET, code + row.getKey())
                                                        .with(as(cities.account(city, role))))
                                        .status())
                                .as("%s as %s", row.getKey(), role)
                                .isEqualTo(403);
                    }
                }));
    }

    @Test
    void aWriteWithoutTheSessionsTokenIsForbidden() throws Exception {
        TestCity.City city = cities.make();
        SignedInAccount dispatcher = cities.account(city, Role.DISPATCHER);
        var signedIn =
                org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                        .authentication(
                                org.springframework.security.authentication.UsernamePasswordAuthenticationToken
                                        .authenticated(dispatcher, null, List.of()));

        Answers answer = Answers.to(
                http,
                request(HttpMethod.POST, "/" + city.jurisdiction().code() + "/api/desk/requests")
                        .with(signedIn)
                        .content("{}"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("csrf-token-missing");
    }
}
