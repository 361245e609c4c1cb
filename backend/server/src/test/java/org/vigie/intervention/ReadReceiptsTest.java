package org.vigie.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.testing.TestCity.as;

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

/** Desk, service and field write to each other about a request, and each sees who has read what; nobody else sees any of it. */
@ServiceTest
class ReadReceiptsTest {

    private static final String READ_BY = "$.messages[?(@.from=='INTERNAL')].readBy[*].name";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    private Resident.Case it;
    private SignedInAccount worker;
    private SignedInAccount referent;

    @BeforeEach
    void aNoteOfTheDesk() throws Exception {
        it = resident.report("nid-de-poule", "{\"email\":\"ana@example.org\"}");
        worker = cities.account(it.city(), Role.TEAM_MEMBER, it.city().west());
        referent = cities.account(it.city(), Role.REFERENT);
        resident.atDesk(it, "/notes", "{\"text\":\"Attention au gaz\"}");
    }

    @Test
    void whoOpensTheThreadAtTheDeskHasReadItAndTheFirstTimeCounts() throws Exception {
        assertThat(desk(it.dispatcher()).<List<Object>>at("$.messages[0].readBy"))
                .isEmpty();

        Answers first = readAtDesk(referent, note());
        Answers again = readAtDesk(referent, note());

        assertThat(first.<List<String>>at(READ_BY)).containsExactly(referent.name());
        assertThat(again.<String>at("$.messages[0].readBy[0].at"))
                .isEqualTo(first.<String>at("$.messages[0].readBy[0].at"));
        assertThat(again.<Integer>at("$.revision")).isEqualTo(first.<Integer>at("$.revision"));
    }

    @Test
    void whoWroteItIsNoneOfItsReaders() throws Exception {
        assertThat(readAtDesk(it.dispatcher(), note()).<List<String>>at(READ_BY))
                .isEmpty();
    }

    @Test
    void whoMayOnlyReadTheDeskHasReadItToo() throws Exception {
        SignedInAccount signatory = cities.account(it.city(), Role.SIGNATORY);

        assertThat(readAtDesk(signatory, note()).<List<String>>at(READ_BY)).containsExactly(signatory.name());
    }

    @Test
    void theTeamReadsItInTheFieldAndTheDeskSeesThat() throws Exception {
        Answers thread = field(worker, "");
        assertThat(thread.<List<String>>at("$.items[*].text")).containsExactly("Attention au gaz");
        assertThat(desk(it.dispatcher()).<List<String>>at(READ_BY)).isEmpty();

        Answers read = Answers.to(
                http, post(thread("/readings")).with(as(worker)).content("{\"messages\":[\"%s\"]}".formatted(note())));

        assertThat(read.<List<String>>at("$.items[0].readBy[*].name")).containsExactly(worker.name());
        assertThat(desk(it.dispatcher()).<List<String>>at(READ_BY)).containsExactly(worker.name());
    }

    @Test
    void theTeamAnswersAndAMessageThatIsSentTwiceIsOne() throws Exception {
        String message = "{\"id\":\"%s\",\"text\":\"Vanne fermée\"}".formatted(UUID.randomUUID());

        assertThat(Answers.to(http, post(thread("")).with(as(worker)).content(message))
                        .status())
                .isEqualTo(200);
        Answers twice = Answers.to(http, post(thread("")).with(as(worker)).content(message));

        assertThat(twice.<List<String>>at("$.items[*].text")).containsExactly("Attention au gaz", "Vanne fermée");
        assertThat(desk(it.dispatcher()).<List<String>>at("$.messages[?(@.from=='INTERNAL')].author"))
                .containsExactly(it.dispatcher().name(), worker.name());
        assertThat(Answers.to(
                                http,
                                post(thread(""))
                                        .with(as(worker))
                                        .content("{\"id\":\"%s\",\"text\":\" \"}".formatted(UUID.randomUUID())))
                        .problem())
                .isEqualTo("text-missing");
    }

    @Test
    void noOtherTeamHasTheThreadNorTheOneThatItWasTakenFrom() throws Exception {
        SignedInAccount east =
                cities.account(it.city(), Role.TEAM_MEMBER, it.city().east());
        assertThat(field(east, "").status()).isEqualTo(404);
        String job = job();

        Answers moved = resident.atDesk(
                it,
                "/assignment",
                "{\"teamId\":\"%s\",\"reason\":\"essai\"}"
                        .formatted(it.city().east().id()));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);

        assertThat(Answers.to(http, get(path("/field/jobs/" + job + "/thread")).with(as(worker)))
                        .status())
                .isEqualTo(404);
        assertThat(Answers.to(
                                http,
                                post(path("/field/jobs/" + job + "/thread"))
                                        .with(as(worker))
                                        .content("{\"id\":\"%s\",\"text\":\"vu\"}".formatted(UUID.randomUUID())))
                        .status())
                .isEqualTo(404);
        String theirs = Answers.to(http, get(path("/field/jobs?ended=true")).with(as(east)))
                .at("$.items[0].id");
        assertThat(Answers.to(
                                http,
                                get(path("/field/jobs/" + theirs + "/thread")).with(as(east)))
                        .<List<String>>at("$.items[*].text"))
                .containsExactly("Attention au gaz");
    }

    @Test
    void neitherRequesterNorPublicNorAnyoneWithoutTheDeskOrTheJobSeesIt() throws Exception {
        readAtDesk(referent, note());

        for (Answers outside : List.of(resident.read(it), Answers.to(http, get(path("/requests/" + it.number()))))) {
            assertThat(outside.text()).doesNotContain("gaz", "readBy", referent.name());
        }
        assertThat(Answers.to(http, get(it.desk(""))).status()).isEqualTo(401);
        assertThat(Answers.to(http, get(it.desk("")).with(as(worker))).status()).isEqualTo(403);
        assertThat(Answers.to(http, get(it.desk("")).with(as(cities.account(it.city(), Role.CITIZEN))))
                        .status())
                .isEqualTo(403);
        assertThat(field(it.dispatcher(), "").status()).isEqualTo(404);
    }

    @Test
    void onlyMessagesOfThatThreadAreMarked() throws Exception {
        resident.atDesk(it, "/messages", "{\"text\":\"Nous venons demain\"}");
        Answers before = desk(it.dispatcher());
        String toRequester =
                before.<List<String>>at("$.messages[?(@.from=='SERVICE')].id").getFirst();
        Resident.Case other = resident.report(it.city(), "lampadaire", "{}", "[]");
        resident.atDesk(other, "/notes", "{\"text\":\"autre\"}");

        Answers.to(
                http,
                post(other.desk("/readings")).with(as(referent)).content("{\"messages\":[\"%s\"]}".formatted(note())));
        Answers after = readAtDesk(referent, toRequester);

        assertThat(after.text()).doesNotContain(referent.name() + "\",\"at");
        assertThat(after.<List<String>>at(READ_BY)).isEmpty();
        assertThat(after.<List<Object>>at("$.messages[?(@.from=='SERVICE' && @.readBy)]"))
                .isEmpty();
    }

    private Answers readAtDesk(SignedInAccount who, String message) throws Exception {
        Answers answer = Answers.to(
                http, post(it.desk("/readings")).with(as(who)).content("{\"messages\":[\"%s\"]}".formatted(message)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String note() throws Exception {
        return desk(it.dispatcher())
                .<List<String>>at("$.messages[?(@.from=='INTERNAL')].id")
                .getFirst();
    }

    private Answers desk(SignedInAccount who) throws Exception {
        return Answers.to(http, get(it.desk("")).with(as(who)));
    }

    private Answers field(SignedInAccount who, String below) throws Exception {
        return Answers.to(http, get(thread(below)).with(as(who)));
    }

    private String thread(String below) throws Exception {
        return path("/field/jobs/" + job() + "/thread" + below);
    }

    private String job() throws Exception {
        return Answers.to(http, get(path("/field/jobs?ended=true")).with(as(worker)))
                .at("$.items[0].id");
    }

    private String path(String below) {
        return "/" + it.city().jurisdiction().code() + "/api" + below;
    }
}
