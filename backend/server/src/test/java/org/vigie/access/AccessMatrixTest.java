package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.vigie.testing.TestCity.as;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Every endpoint against every role: what the table does not allow answers 403, and 401 to whoever is not signed in. */
@ServiceTest
class AccessMatrixTest {

    private static final Set<Role> DIRECTING =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> AT_THE_DESK =
            EnumSet.of(Role.FRONT_OFFICE, Role.DISPATCHER, Role.REFERENT, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> READING_THE_DESK = EnumSet.of(
            Role.FRONT_OFFICE,
            Role.DISPATCHER,
            Role.REFERENT,
            Role.HEAD,
            Role.ADMINISTRATOR,
            Role.SIGNATORY,
            Role.ELECTED_OFFICIAL);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.REFERENT, Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> READING_THE_DRAFTS = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> DRAWING = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> CALENDARS = EnumSet.of(Role.HEAD, Role.ADMINISTRATOR);
    private static final Set<Role> IN_THE_FIELD = EnumSet.of(Role.TEAM_MEMBER, Role.PATROLLER);
    private static final Set<Role> READING_THE_FIELD =
            EnumSet.of(Role.TEAM_MEMBER, Role.PATROLLER, Role.DISPATCHER, Role.HEAD, Role.ADMINISTRATOR);

    /** The restricted endpoints and who may call them; written out again, on purpose, apart from the rules. */
    private static final Map<String, Set<Role>> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("GET /api/desk/requests", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/teams", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/callers", DIRECTING);
        EXPECTED.put("POST /api/desk/requests", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/assignment", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/priority", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/position", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/category", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/owner", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/transmission", DIRECTING);
        EXPECTED.put("POST /api/desk/requests/{id}/acceptance", ANSWERING);
        EXPECTED.put("POST /api/desk/requests/{id}/refusal", ANSWERING);
        EXPECTED.put("POST /api/desk/requests/{id}/acknowledgement", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/front-desk", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/front-desk/presence", DIRECTING);
        EXPECTED.put("GET /api/desk/services", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/transitions", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/pause", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/resume", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/figures/sectors", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/calendars", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/calendars/{code}/days/{day}", CALENDARS);
        EXPECTED.put("DELETE /api/desk/calendars/{code}/days/{day}", CALENDARS);
        EXPECTED.put("PUT /api/desk/holidays/{day}", CALENDARS);
        EXPECTED.put("POST /api/desk/requests/{id}/notes", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/messages", AT_THE_DESK);
        EXPECTED.put("GET /api/desk/sector-drafts", READING_THE_DRAFTS);
        EXPECTED.put("POST /api/desk/sector-drafts", DRAWING);
        EXPECTED.put("GET /api/desk/sector-drafts/versions/{id}", READING_THE_DRAFTS);
        EXPECTED.put("GET /api/desk/sector-drafts/{id}", READING_THE_DRAFTS);
        EXPECTED.put("DELETE /api/desk/sector-drafts/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/sector-drafts/{id}/preview", READING_THE_DRAFTS);
        for (String edit : List.of(
                "presence", "publication", "claim", "split", "merge", "point", "name", "import", "undo", "redo")) {
            EXPECTED.put("POST /api/desk/sector-drafts/{id}/" + edit, DRAWING);
        }
        EXPECTED.put("GET /api/desk/replies", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}/reply", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/requests/{id}/reply/{letter}.pdf", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("PUT /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("DELETE /api/desk/requests/{id}/reply", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/submission", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/posting", AT_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/approvals", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/requests/{id}/reply/returns", READING_THE_DESK);
        EXPECTED.put("GET /api/desk/reply-templates", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/reply-templates/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/approval-chains", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/approval-chains/{id}", DRAWING);
        EXPECTED.put("GET /api/desk/letterhead", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/letterhead", DRAWING);
        EXPECTED.put("GET /api/desk/delegations", READING_THE_DESK);
        EXPECTED.put("POST /api/desk/delegations", READING_THE_DESK);
        EXPECTED.put("DELETE /api/desk/delegations/{id}", READING_THE_DESK);
        EXPECTED.put("PUT /api/desk/clock", DRAWING);
        EXPECTED.put("GET /api/field/jobs", READING_THE_FIELD);
        EXPECTED.put("GET /api/field/jobs/{id}", READING_THE_FIELD);
        EXPECTED.put("POST /api/field/jobs/{id}/steps", IN_THE_FIELD);
        EXPECTED.put("POST /api/field/position", IN_THE_FIELD);
        EXPECTED.put("POST /api/field/requests", IN_THE_FIELD);
    }

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyRestrictedEndpointStandsInTheExpectedTable() {
        Set<String> restricted = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> {
            for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/{jurisdiction}/api/desk") || pattern.startsWith("/{jurisdiction}/api/field")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method ->
                                    restricted.add(method + " " + pattern.substring("/{jurisdiction}".length())));
                }
            }
        });

        assertThat(restricted).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @TestFactory
    Stream<DynamicTest> forbiddenActionsAnswer403AndStrangers401() {
        TestCity.City city = cities.make();
        List<SignedInAccount> accounts =
                Stream.of(Role.values()).map(role -> cities.account(city, role)).toList();
        return EXPECTED.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    String[] methodAndPath = row.getKey().split(" ", 2);
                    String path = "/" + city.jurisdiction().code()
                            + methodAndPath[1].replaceAll(
                                    "\\{(id|letter|code|day)}", "01900000-0000-7000-8000-000000000000");
                    HttpMethod method = HttpMethod.valueOf(methodAndPath[0]);
                    assertThat(Answers.to(http, request(method, path).content("{}"))
                                    .status())
                            .isEqualTo(401);
                    for (SignedInAccount account : accounts) {
                        int status = Answers.to(
                                        http,
                                        request(method, path).with(as(account)).content("{}"))
                                .status();
                        if (row.getValue().contains(account.role())) {
                            assertThat(status)
                                    .as("%s as %s", row.getKey(), account.role())
                                    .isNotIn(401, 403, 500);
                        } else {
                            assertThat(status)
                                    .as("%s as %s", row.getKey(), account.role())
                                    .isEqualTo(403);
                        }
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
