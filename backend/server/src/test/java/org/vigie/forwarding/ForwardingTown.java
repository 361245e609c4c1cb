package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.vigie.testing.TestCity.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CompetenceDraft;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** A town in which everything that is not urgent is the agglomeration's, with an administrator at its connections. */
record ForwardingTown(
        MockMvc http, Resident resident, TestCity.City city, UUID authority, SignedInAccount administrator) {

    static final String KEY = "a key+of/theirs=";

    /** Codes of test cities are random: such a one is masked in published texts, and the reference with it. */
    private static final Pattern LIKE_A_TELEPHONE_NUMBER = Pattern.compile("\\d{9}");

    static ForwardingTown make(MockMvc http, TestCity cities, Resident resident, CompetenceDraft draft) {
        TestCity.City city = plainlyNamed(cities);
        UUID authority = cities.inside(city.jurisdiction(), () -> {
            UUID id = draft.authority("Agglomération du Val");
            draft.competence(
                    "A",
                    id,
                    Optional.empty(),
                    new CompetenceDraft.Extent(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.parse("2020-01-01T00:00:00Z"),
                            Optional.empty()));
            return id;
        });
        return new ForwardingTown(http, resident, city, authority, cities.account(city, Role.ADMINISTRATOR));
    }

    private static TestCity.City plainlyNamed(TestCity cities) {
        TestCity.City city = cities.make();
        while (LIKE_A_TELEPHONE_NUMBER.matcher(city.jurisdiction().code()).find()) {
            city = cities.make();
        }
        return city;
    }

    String path(String below) {
        return "/" + city.jurisdiction().code() + "/api/desk/connections" + below;
    }

    /** @param more members that differ from the usual, each with a comma before it */
    static String body(String address, String more) {
        StringBuilder body = new StringBuilder("{\"address\":\"" + address + "\",\"reason\":\"\"" + more);
        for (String usual : List.of(
                "\"format\":\"JSON\"",
                "\"jurisdictionId\":\"\"",
                "\"apiKey\":\"" + KEY + "\"",
                "\"externalIdAttribute\":\"\"",
                "\"services\":{\"nid-de-poule\":\"POT\"}",
                "\"serviceOtherwise\":\"\"",
                "\"attributes\":{}",
                "\"withRequester\":false",
                "\"takesPrivate\":false",
                "\"on\":true")) {
            String name = usual.substring(0, usual.indexOf(':') + 1);
            body.append(more.contains(name) ? "" : "," + usual);
        }
        return body.append("}").toString();
    }

    Answers save(int revision, String body) throws Exception {
        return Answers.to(
                http,
                put(path("/" + authority))
                        .with(as(administrator))
                        .header("If-Match", "\"" + revision + "\"")
                        .content(body));
    }

    ForwardingTown connect(String address, String more) throws Exception {
        Answers saved = save(0, body(address, more));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return this;
    }

    Answers act(String below) throws Exception {
        return act(below, "");
    }

    Answers act(String below, String body) throws Exception {
        return Answers.to(
                http,
                post(path("/" + authority + below)).with(as(administrator)).content(body));
    }

    Answers read(String below) throws Exception {
        return Answers.to(http, get(path(below)).with(as(administrator)));
    }

    /** What the list says of the only connection there. */
    <T> T standing(String member) throws Exception {
        return read("").at("$.items[0]." + member);
    }

    Resident.Case report() throws Exception {
        return report("nid-de-poule");
    }

    Resident.Case report(String category) throws Exception {
        return resident.report(city, category, "{\"name\":\"Zoé Xylographe\",\"email\":\"zoe@example.org\"}", "[]");
    }

    Answers card(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("/forwarding")).with(as(it.dispatcher())));
    }

    /** Of the newest forwarding of a request; NONE when there is none. */
    String stage(Resident.Case it) throws Exception {
        List<String> stages = card(it).at("$.items[*].stage");
        return stages.isEmpty() ? "NONE" : stages.getFirst();
    }

    String problem(Resident.Case it) throws Exception {
        List<String> problems = card(it).at("$.items[*].problem");
        return problems.isEmpty() ? "NONE" : problems.getFirst();
    }

    Answers again(Resident.Case it) throws Exception {
        return Answers.to(http, post(it.desk("/forwarding/again")).with(as(it.dispatcher())));
    }

    Answers detail(Resident.Case it) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(it.dispatcher())));
    }

    String state(Resident.Case it) throws Exception {
        return detail(it).at("$.state");
    }

    /** The public words of the history, oldest first. */
    List<String> words(Resident.Case it) throws Exception {
        return detail(it).at("$.history[*].publicText");
    }

    static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    void eventuallyIs(String stage, Resident.Case it) throws Exception {
        try {
            eventually(() -> stage.equals(stage(it)));
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new AssertionError(card(it).text(), late);
        }
    }
}
