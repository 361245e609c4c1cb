package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.vigie.testing.TestCity.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Role;
import org.vigie.access.SignedInAccount;
import org.vigie.catalogue.CatalogueDraft;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

@ServiceTest
class FormalReplyTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    CatalogueDraft catalogue;

    @Autowired
    Messages messages;

    @Autowired
    FormalReplies replies;

    @Autowired
    Clock clock;

    ReplyDesk desk;

    @BeforeEach
    void report() throws Exception {
        Resident.Case it = resident.report(
                "nid-de-poule", "{\"name\":\"Zoé Lefèvre\",\"email\":\"zoe@example.org\",\"locale\":\"fr\"}");
        desk = new ReplyDesk(http, cities, it);
    }

    @Test
    void aTemplateWithAFieldThatDoesNotExistIsRefusedByItsName() throws Exception {
        Answers refused =
                desk.put("/reply-templates/" + desk.template, ReplyDesk.template("Objet", "Bonjour {prénom} !"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("template-field-unknown");
        assertThat(refused.<String>at("$.detail")).contains("{prénom}", "{demandeur}");
    }

    @Test
    void aDraftTakesItsWordsFromTheTemplateAndTheRequest() throws Exception {
        Answers begun = desk.begin();

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.<String>at("$.current.subject")).isEqualTo("Votre demande " + desk.it.number());
        assertThat(begun.<String>at("$.current.body"))
                .startsWith("Bonjour Zoé Lefèvre, rue")
                .contains("Nid-de-poule");
        assertThat(begun.<String>at("$.current.recipient.sendBy")).isEqualTo("EMAIL");
        assertThat(desk.begin().problem()).isEqualTo("reply-under-way");
    }

    @Test
    void isApprovedInOrderSignedAndReceivedOnceWithItsPdf() throws Exception {
        desk.submit();
        assertThat(desk.approve(desk.head).<String>at("$.current.state")).isEqualTo("SUBMITTED");
        assertThat(desk.approve(desk.director).<String>at("$.current.state")).isEqualTo("APPROVED");
        assertThat(desk.approve(desk.elected).status()).isEqualTo(200);

        awaitSent();

        List<Message> mails = mails();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().recipient()).isEqualTo("zoe@example.org");
        assertThat(mails.getFirst().sentAt()).isPresent();
        Answers sent = desk.read(desk.agent);
        assertThat(sent.<Boolean>at("$.answered")).isTrue();
        assertThat(sent.<String>at("$.sent[0].proof.notificationId"))
                .isEqualTo(mails.getFirst().id().toString());
        assertThat(sent.<List<String>>at("$.sent[0].steps[*].passed.by"))
                .containsExactly("Personne HEAD", "Personne SIGNATORY", "Personne ELECTED_OFFICIAL");
        String hash = sent.at("$.sent[0].textSha256");
        assertThat(sent.<List<String>>at("$.sent[0].decisions[*].textSha256"))
                .hasSize(3)
                .containsOnly(hash);
        assertThat(pdfText(desk.bytes(sent.at("$.sent[0].pdf"), desk.agent)))
                .contains("Bonjour Zoé Lefèvre", "Adjointe au maire", "Personne ELECTED_OFFICIAL", desk.it.number())
                .doesNotContain("PROJET");
    }

    @Test
    void anApprovalOutOfOrderIsRefusedWithWhoseTurnItIs() throws Exception {
        desk.submit();

        Answers early = desk.approve(desk.elected);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("not-your-turn");
        assertThat(early.<String>at("$.detail")).contains("Chef de service");
        assertThat(desk.state()).isEqualTo("SUBMITTED");
    }

    @Test
    void whoeverIsInNoStepIsForbiddenToDecide() throws Exception {
        desk.submit();

        assertThat(desk.approve(desk.agent).status()).isEqualTo(403);
        assertThat(desk.approve(desk.agent).problem()).isEqualTo("not-an-approver");
        SignedInAccount otherDirector = cities.account(desk.city, Role.SIGNATORY);
        assertThat(desk.approve(otherDirector).status()).isEqualTo(403);
        SignedInAccount worker = cities.account(desk.city, Role.TEAM_MEMBER);
        assertThat(desk.read(worker).status()).isEqualTo(403);
    }

    @Test
    void aChangedTextVoidsTheApprovalsAndKeepsThemInTheTrace() throws Exception {
        desk.submit();
        desk.approve(desk.head);

        Answers edited = desk.edit("Autre texte", "EMAIL");

        assertThat(edited.<String>at("$.current.state")).isEqualTo("DRAFT");
        assertThat(edited.<List<Object>>at("$.current.decisions[?(@.voidedAt)]"))
                .hasSize(1);
        desk.act("/submission", desk.agent, "");
        assertThat(desk.approve(desk.director).problem()).isEqualTo("not-your-turn");
        assertThat(desk.approve(desk.head).status()).isEqualTo(200);
    }

    @Test
    void anotherRecipientVoidsNothing() throws Exception {
        desk.submit();
        desk.approve(desk.head);
        Answers before = desk.read(desk.agent);

        Answers edited = desk.send(HttpMethod.PUT, desk.reply(""), desk.agent, desk.revision(), """
                {"subject":"%s","body":"%s","locale":"fr","sendBy":"POST","recipientAddress":"1 rue du Pont"}
                """.formatted(
                        before.<String>at("$.current.subject"), before.<String>at("$.current.body")));

        assertThat(edited.<String>at("$.current.state")).isEqualTo("SUBMITTED");
        assertThat(desk.approve(desk.director).status()).isEqualTo(200);
    }

    @Test
    void isReturnedWithRemarksAndKeepsItsApprovalsWhileTheTextIsTheSame() throws Exception {
        desk.submit();
        desk.approve(desk.head);
        assertThat(desk.act("/returns", desk.director, "{\"remarks\":\" \"}").problem())
                .isEqualTo("remarks-missing");

        Answers returned = desk.act("/returns", desk.director, "{\"remarks\":\"Préciser la date\"}");

        assertThat(returned.<String>at("$.current.state")).isEqualTo("DRAFT");
        assertThat(returned.<List<String>>at("$.current.decisions[*].remarks")).containsExactly("Préciser la date");
        assertThat(desk.act("/submission", desk.agent, "").<List<Boolean>>at("$.current.steps[*].due"))
                .containsExactly(false, true, false);
    }

    @Test
    void aDeputyDecidesDuringTheAbsenceAndTheTraceSaysForWhom() throws Exception {
        desk.submit();
        desk.approve(desk.head);
        assertThat(desk.approve(desk.agent).status()).isEqualTo(403);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), desk.city.jurisdiction().zone());
        delegate(today.plusDays(1), today.plusDays(9));
        assertThat(desk.approve(desk.agent).status()).isEqualTo(403);

        delegate(today, today);
        Answers mine = Answers.to(http, get(desk.desk("/replies?mine=true")).with(as(desk.agent)));
        Answers approved = desk.approve(desk.agent);

        assertThat(mine.<List<Object>>at("$.items")).hasSize(1);
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.<String>at("$.current.decisions[1].by")).isEqualTo("Personne FRONT_OFFICE");
        assertThat(approved.<String>at("$.current.decisions[1].onBehalfOf")).isEqualTo("Personne SIGNATORY");
    }

    private void delegate(LocalDate first, LocalDate last) throws Exception {
        Answers named = desk.send(HttpMethod.POST, desk.desk("/delegations"), desk.director, "", """
                {"deputyId":"%s","firstDay":"%s","lastDay":"%s"}
                """.formatted(
                        desk.agent.accountId(), first, last));
        assertThat(named.status()).isEqualTo(201);
    }

    @Test
    void ofTwoWhoApproveTheSameStepAtOnceOneWins() throws Exception {
        desk.submit();
        SignedInAccount otherHead = cities.account(desk.city, Role.HEAD);
        String revision = desk.revision();
        List<Callable<Integer>> both = List.of(desk.head, otherHead).stream()
                .<Callable<Integer>>map(
                        who -> () -> desk.send(HttpMethod.POST, desk.reply("/approvals"), who, revision, "")
                                .status())
                .toList();

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = threads.invokeAll(both).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412);
        }
        assertThat(desk.read(desk.agent).<List<Object>>at("$.current.decisions"))
                .hasSize(1);
        assertThat(desk.send(HttpMethod.POST, desk.reply("/approvals"), desk.director, "", "")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void theApproversListShowsWhatWaitsForThem() throws Exception {
        desk.submit();

        assertThat(waiting(desk.head, true)).containsExactly("Chef de service");
        assertThat(waiting(desk.director, true)).isEmpty();
        assertThat(waiting(desk.director, false)).containsExactly("Chef de service");
        desk.approve(desk.head);
        assertThat(waiting(desk.director, true)).containsExactly("Directrice générale des services");
    }

    private List<String> waiting(SignedInAccount who, boolean mine) throws Exception {
        return Answers.to(http, get(desk.desk("/replies?mine=" + mine)).with(as(who)))
                .at("$.items[*].waitingFor");
    }

    @Test
    void whoCameByTelephoneIsWrittenToOnPaperAndThePostingIsConfirmed() throws Exception {
        desk.begin();
        desk.edit("Bonjour", "POST");
        desk.act("/submission", desk.agent, "");
        assertThat(desk.approveAll().<String>at("$.current.state")).isEqualTo("TO_POST");
        assertThat(desk.act("/posting", desk.agent, "{\"postedOn\":\"2999-01-01\"}")
                        .problem())
                .isEqualTo("posted-in-future");

        Answers posted = desk.act("/posting", desk.agent, "{\"postedOn\":\"2026-01-02\"}");

        assertThat(posted.<String>at("$.sent[0].proof.postedOn")).isEqualTo("2026-01-02");
        assertThat(posted.<String>at("$.sent[0].proof.postedBy")).isEqualTo("Personne FRONT_OFFICE");
        assertThat(mails()).isEmpty();
    }

    @Test
    void aRequestWhoseKindWantsALetterIsNotClosedWithoutOne() throws Exception {
        cities.inside(desk.city.jurisdiction(), () -> {
            catalogue.requireFormalReply("nid-de-poule", true);
            return true;
        });
        assertThat(transition("RESOLVED").status()).isEqualTo(200);
        assertThat(promise("REPLY")).doesNotContainKey("metAt");
        Answers refused = transition("CLOSED");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("formal-reply-missing");

        desk.submit();
        desk.approveAll();
        awaitSent();

        assertThat(promise("REPLY")).containsKey("metAt");
        assertThat(transition("CLOSED").status()).isEqualTo(200);
        transition("REOPENED");
        transition("RESOLVED");
        assertThat(transition("CLOSED").problem()).isEqualTo("formal-reply-missing");
    }

    private Answers transition(String to) throws Exception {
        return resident.atDesk(desk.it, "/transitions", "{\"to\":\"" + to + "\",\"reason\":\"fait\"}");
    }

    private Map<String, Object> promise(String commitment) throws Exception {
        Answers detail =
                Answers.to(http, get(desk.desk("/requests/" + desk.it.id())).with(as(desk.agent)));
        return detail.<List<Map<String, Object>>>at("$.promises[?(@.commitment=='" + commitment + "')]")
                .getFirst();
    }

    @Test
    void theRequesterReadsItBehindTheLinkAndNobodyElseDoes() throws Exception {
        desk.submit();
        assertThat(resident.read(desk.it).<List<Object>>at("$.letters")).isEmpty();
        desk.approveAll();
        awaitSent();

        Answers tracked = resident.read(desk.it);

        assertThat(tracked.<String>at("$.letters[0].text")).startsWith("Bonjour Zoé Lefèvre");
        assertThat(tracked.<List<String>>at("$.steps[*].entry")).contains("REPLIED");
        String pdf = tracked.at("$.letters[0].pdf");
        byte[] bytes = http.perform(get(pdf)).andReturn().getResponse().getContentAsByteArray();
        assertThat(pdfText(bytes)).contains("Zoé Lefèvre");
        Resident.Case other =
                resident.report(desk.city, "nid-de-poule", "{\"name\":\"B\",\"email\":\"b@example.org\"}", "[]");
        String stolen = other.track() + pdf.substring(pdf.indexOf("/letters/"));
        assertThat(Answers.to(http, get(stolen)).status()).isEqualTo(404);
    }

    @Test
    void anotherTownSeesNothing() throws Exception {
        desk.submit();
        TestCity.City elsewhere = cities.make();
        SignedInAccount stranger = cities.account(elsewhere, Role.HEAD);
        String there = "/" + elsewhere.jurisdiction().code() + "/api/desk";

        assertThat(desk.send(HttpMethod.GET, there + "/requests/" + desk.it.id() + "/reply", stranger, "", "")
                        .status())
                .isEqualTo(404);
        assertThat(desk.send(
                                HttpMethod.POST,
                                there + "/requests/" + desk.it.id() + "/reply/approvals",
                                stranger,
                                "\"2\"",
                                "")
                        .status())
                .isEqualTo(404);
        assertThat(Answers.to(http, get(there + "/replies").with(as(stranger))).<List<Object>>at("$.items"))
                .isEmpty();
        assertThat(desk.read(stranger).status()).isEqualTo(401);
    }

    @Test
    void theAddressIsMaskedForThoseWhoOnlyDecide() throws Exception {
        desk.submit();

        assertThat(desk.read(desk.agent).<String>at("$.current.recipient.email"))
                .isEqualTo("zoe@example.org");
        assertThat(desk.read(desk.director).<String>at("$.current.recipient.email"))
                .isEqualTo("z…@example.org");
    }

    @Test
    void thePreviewSaysThatItIsOne() throws Exception {
        desk.submit();

        String pdf = desk.read(desk.head).at("$.current.pdf");

        assertThat(pdfText(desk.bytes(pdf, desk.head))).contains("PROJET", "Adjointe au maire", "Zoé Lefèvre");
    }

    @Test
    void onItsDayTheLetterIsEmptiedAndTheTraceStays() throws Exception {
        desk.submit();
        desk.approveAll();
        awaitSent();

        int removed = cities.inside(desk.city.jurisdiction(), () -> replies.removeExpired(LocalDate.of(2999, 1, 1)));

        Answers left = desk.read(desk.agent);
        assertThat(removed).isEqualTo(1);
        assertThat(left.<String>at("$.sent[0].body")).isEqualTo("…");
        assertThat(left.<Map<String, Object>>at("$.sent[0].recipient")).doesNotContainKey("email");
        assertThat(left.<List<Object>>at("$.sent[0].decisions")).hasSize(3);
        assertThat(Answers.to(http, get(left.<String>at("$.sent[0].pdf")).with(as(desk.agent)))
                        .status())
                .isEqualTo(404);
    }

    private void awaitSent() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !desk.read(desk.agent).<List<Object>>at("$.sent").isEmpty());
    }

    private List<Message> mails() {
        return cities.inside(desk.city.jurisdiction(), () -> messages.listByOccasion("formal-reply/"));
    }

    private static String pdfText(byte[] bytes) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
