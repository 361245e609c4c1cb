package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.forwarding.ForwardingTown.eventually;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;

/** What is the agglomeration's comes to its server exactly once, whatever goes wrong on the way, and what does not come is seen at the desk. */
@ForwardingServiceTest
class PostingTest extends ConnectedTown {

    private static final String BY_ID = ",\"externalIdAttribute\":\"vigie_id\"";

    @Autowired
    Scheduler scheduler;

    @Autowired
    Posting posting;

    @BeforeEach
    void knowRepetitions() {
        remote.idAttribute = "vigie_id";
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    /** Answers the first {@code n} posts so, and takes what comes after them. */
    private void first(int n, RemoteStub.Reply reply) {
        AtomicInteger came = new AtomicInteger();
        remote.answers = form -> came.getAndIncrement() < n ? reply : RemoteStub.Reply.TAKEN;
    }

    @Test
    void aRequestOfTheirsIsPostedWithItsPlaceAndOurReferenceAndItsNumberIsOnTheCard() throws Exception {
        town.connect(remote.address(), BY_ID + ",\"jurisdictionId\":\"val\"");
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);

        assertThat(remote.posts).hasSize(1);
        assertThat(remote.posts.getFirst())
                .containsEntry("service_code", "POT")
                .containsEntry("lat", "47.05")
                .containsEntry("long", "2.02")
                .containsEntry("jurisdiction_id", "val")
                .containsEntry("api_key", ForwardingTown.KEY)
                .containsKey("attribute[vigie_id]");
        assertThat(remote.posts.getFirst().get("description"))
                .contains("Nid-de-poule", "Trou profond")
                .endsWith("Vigie: " + town.city().jurisdiction().code() + "/"
                        + it.number().replace("-", "-no"));
        assertThat(town.card(it).<String>at("$.items[0].remoteId")).isEqualTo("R-1");
        assertThat(town.<Integer>standing("there")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {RemoteStub.CUT, 500, 502, 504})
    void whatWasTakenAndNotAnsweredIsPostedAgainUnderTheSameIdAndThereOnce(int status) throws Exception {
        town.connect(remote.address(), BY_ID);
        first(2, new RemoteStub.Reply(true, status, "down"));
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(3);
        assertThat(remote.posts)
                .extracting(form -> form.get("attribute[vigie_id]"))
                .containsOnly(remote.posts.getFirst().get("attribute[vigie_id]"));
        assertThat(remote.requests).hasSize(1);
        assertThat(town.card(it).<String>at("$.items[0].remoteId")).isEqualTo("R-1");
    }

    @Test
    void anAnswerThatComesTooLateIsNoSecondRequest() throws Exception {
        town.connect(remote.address(), BY_ID);
        AtomicInteger came = new AtomicInteger();
        remote.answers = form -> {
            if (came.getAndIncrement() == 0) {
                pause(3_000);
            }
            return RemoteStub.Reply.TAKEN;
        };
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        eventually(() -> remote.posts.size() == 2);
        pause(500);
        assertThat(remote.requests).hasSize(1);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service_request_id\":",
                "<requests><request>",
                "[]",
                "[17]",
                "<html><body>Hello</body></html>",
                "HUGE"
            })
    void whereNoIdIsKnownAgainTheirListIsAskedBeforeAnythingIsPostedAgain(String answer) throws Exception {
        town.connect(remote.address(), "");
        String body = answer.equals("HUGE") ? "[" + " ".repeat(3_000_000) + "]" : answer;
        first(1, new RemoteStub.Reply(true, 200, body));
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
        assertThat(town.card(it).<String>at("$.items[0].remoteId")).isEqualTo("R-1");
    }

    @Test
    void whatTheirListDoesNotHaveIsPostedAgain() throws Exception {
        town.connect(remote.address(), "");
        first(1, new RemoteStub.Reply(false, RemoteStub.CUT, ""));
        town.eventuallyIs("FOLLOWED", town.report());
        assertThat(remote.posts).hasSize(2);
        assertThat(remote.requests).hasSize(1);
    }

    @Test
    void whereTheirListCannotTellAPersonLooksAndHasItSentAgain() throws Exception {
        town.connect(remote.address(), ",\"services\":{\"nid-de-poule\":\"LATER\"}");
        first(1, new RemoteStub.Reply(false, RemoteStub.CUT, ""));
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("UNCERTAIN");
        assertThat(remote.posts).hasSize(1);

        assertThat(town.again(it).status()).isEqualTo(200);
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(2);
    }

    @Test
    void whileTheirServerIsDownItWaitsAndSaysSo() throws Exception {
        town.connect(remote.address(), "");
        remote.goDown();
        Resident.Case it = town.report();
        eventually(() -> town.read("").text().contains("failingSince"));
        assertThat(town.stage(it)).isEqualTo("WAITING");
        assertThat(town.<Integer>standing("waiting")).isEqualTo(1);
        assertThat(town.read("/" + town.authority() + "/not-there").<List<String>>at("$.items[*].number"))
                .containsExactly(it.number());
        remote.comeUp();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void whatIsNotTheRequestsFaultIsTriedAgain(int status) throws Exception {
        town.connect(remote.address(), "");
        first(2, RemoteStub.Reply.refused(status, ""));
        town.eventuallyIs("FOLLOWED", town.report());
        assertThat(remote.posts).hasSize(3);
    }

    @Test
    void whatTheyRefuseIsBackWithItsOwnerWithTheirWordsAndIsSentAgainFromTheDesk() throws Exception {
        town.connect(remote.address(), "");
        remote.answers = form -> RemoteStub.Reply.refused(
                400, "[{\"code\":400,\"description\":\"attribute depth missing, key " + ForwardingTown.KEY + "\"}]");
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("REFUSED");
        assertThat(town.card(it).<String>at("$.items[0].lastError"))
                .contains("HTTP 400", "attribute depth missing, key …");
        assertThat(town.detail(it).<String>at("$.returnCause")).isEqualTo("NOT_TAKEN");
        assertThat(town.detail(it)
                        .<List<String>>at("$.history[?(@.entry=='NOT_TAKEN')].staffText")
                        .getFirst())
                .contains("Agglomération du Val", "attribute depth missing");
        assertThat(town.<Integer>standing("refused")).isEqualTo(1);
        pause(700);
        assertThat(remote.posts).hasSize(1);

        remote.answers = form -> RemoteStub.Reply.TAKEN;
        assertThat(town.act("/replay").<Integer>at("$.sentAgain")).isEqualTo(1);
        town.eventuallyIs("FOLLOWED", it);
        assertThat(town.detail(it).text()).doesNotContain("returnCause");
        assertThat(town.again(it).problem()).isEqualTo("nothing-to-send-again");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        town.connect(remote.address(), "");
        remote.answers = form -> RemoteStub.Reply.refused(302, "");
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        assertThat(town.card(it).<String>at("$.items[0].lastError")).isEqualTo("HTTP 302");
        assertThat(remote.posts).hasSize(1);
        assertThat(remote.asked).noneMatch(path -> path.contains("elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "XML"})
    void aTokenIsAskedForItsNumberUntilItComes(String format) throws Exception {
        town.connect(remote.address(), ",\"format\":\"" + format + "\"");
        String token = format.equals("JSON")
                ? "[{\"token\":\"t/1\"}]"
                : "<service_requests><request><token>t/1</token></request></service_requests>";
        first(1, new RemoteStub.Reply(true, 200, token));
        Resident.Case it = town.report();
        town.eventuallyIs("TOKEN", it);
        eventually(() ->
                remote.asked.stream().filter(path -> path.contains("/tokens/")).count() > 1);
        remote.tokenFor = "R-1";
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
        assertThat(town.card(it).<String>at("$.items[0].remoteId")).isEqualTo("R-1");
    }

    @Test
    void whatNobodyTakesInAllThatTimeIsSeenAtTheDesk() throws Exception {
        town.connect(remote.address(), "");
        remote.goDown();
        Resident.Case it = town.report();
        eventually(() -> town.card(it).text().contains("lastError"));
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql("update forwarding.forwarding set give_up_at = now() - interval '1 second'")
                        .update());
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("NOBODY_ANSWERED");
    }

    @Test
    void twoProcessesNeverPostTheSameAtOnce() throws Exception {
        town.connect(remote.address(), BY_ID);
        scheduler.pause();
        Resident.Case it = town.report();
        remote.answers = form -> {
            pause(400);
            return RemoteStub.Reply.TAKEN;
        };
        Posting.Order order = new Posting.Order(
                town.city().jurisdiction().id(), UUID.fromString(town.card(it).at("$.items[0].id")));
        IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> posting.post(order)))
                .toList()
                .forEach(CompletableFuture::join);
        // A scheduler that had begun with it before the pause may be the one that posts.
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void whatIsTakenBackBeforeItIsSentIsNotSentAndWhatIsThereIsNoLongerFollowed() throws Exception {
        town.connect(remote.address(), "");
        scheduler.pause();
        Resident.Case early = town.report();
        assertThat(takeBack(early).status()).isLessThan(300);
        scheduler.resume();
        Resident.Case late = town.report();
        town.eventuallyIs("FOLLOWED", late);
        takeBack(late);
        assertThat(town.stage(early)).isEqualTo("WITHDRAWN");
        assertThat(town.stage(late)).isEqualTo("WITHDRAWN");
        assertThat(remote.posts).hasSize(1);
        remote.says("R-1", "closed", "Done");
        pause(900);
        assertThat(town.state(late)).isEqualTo("ASSIGNED");
        eventually(() ->
                town.detail(late).<List<String>>at("$.history[?(@.entry=='TOLD_BY_AUTHORITY')].staffText").stream()
                        .anyMatch(words -> words.contains("n’en est pas informé")));
    }

    private Answers takeBack(Resident.Case it) throws Exception {
        return resident.atDesk(
                it, "/assignment", "{\"teamId\":\"" + town.city().west().id() + "\",\"reason\":\"à nous\"}");
    }

    @Test
    void aCategoryWithoutAServiceOfTheirsIsNotSentUntilOneIsNamed() throws Exception {
        town.connect(remote.address(), ",\"services\":{}");
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("NO_SERVICE");
        assertThat(town.save(1, ForwardingTown.body(remote.address(), ",\"services\":{},\"serviceOtherwise\":\"POT\""))
                        .status())
                .isEqualTo(200);
        town.act("/replay");
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void whatADispatcherHandsOnByHandIsSentAsWell() throws Exception {
        town.connect(remote.address(), "");
        Resident.Case it = resident.report(town.city(), "danger", "{}", "[]");
        assertThat(town.state(it)).isNotEqualTo("FORWARDED");
        String byHand = "{\"organisationId\":\"%s\",\"reason\":\"leur voirie\"}".formatted(town.authority());
        assertThat(resident.atDesk(it, "/forwarding", byHand).status()).isEqualTo(200);
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("NO_SERVICE");
        assertThat(town.state(it)).isEqualTo("FORWARDED");
        assertThat(resident.atDesk(it, "/forwarding", byHand).problem()).isEqualTo("already-there");
        town.save(1, ForwardingTown.body(remote.address(), ",\"serviceOtherwise\":\"POT\""));
        town.again(it);
        town.eventuallyIs("FOLLOWED", it);
        assertThat(town.words(it)).contains("Transmise à : Agglomération du Val.");
    }

    @Test
    void whatIsForwardedWhileItIsOffIsSentWhenSomebodyHandsItOn() throws Exception {
        town.connect(remote.address(), ",\"on\":false");
        Resident.Case it = town.report();
        assertThat(town.state(it)).isEqualTo("FORWARDED");
        assertThat(town.stage(it)).isEqualTo("NONE");
        town.save(1, ForwardingTown.body(remote.address(), ""));
        String byHand = "{\"organisationId\":\"%s\",\"reason\":\"encore\"}".formatted(town.authority());
        assertThat(resident.atDesk(it, "/forwarding", byHand).status()).isEqualTo(200);
        town.eventuallyIs("FOLLOWED", it);
    }
}
