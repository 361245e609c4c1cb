package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vigie.testing.Resident;

/** What leaves a town for another authority's system, and what never does. */
@ForwardingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class WhatLeavesTest extends ConnectedTown {

    private void allSent() {
        ForwardingTown.eventually(() -> town.<Integer>standing("waiting") == 0);
    }

    @Test
    void ofWhoeverAskedNothingLeavesAndNoNoteOfStaff() throws Exception {
        town.connect(remote.address(), "");
        remote.answers = form -> RemoteStub.Reply.refused(400, "");
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        resident.atDesk(it, "/notes", "{\"text\":\"Voir Mme Xylographe\"}");
        remote.answers = form -> RemoteStub.Reply.TAKEN;
        town.again(it);
        town.eventuallyIs("FOLLOWED", it);
        assertThat(remote.posts)
                .allSatisfy(form -> assertThat(form.toString()).doesNotContain("Xylographe", "zoe@", "Personne"));
    }

    @Test
    void whoeverAskedIsNamedOnlyWhereTheConnectionSaysSo() throws Exception {
        town.connect(remote.address(), ",\"withRequester\":true");
        town.eventuallyIs("FOLLOWED", town.report());
        assertThat(remote.posts.getFirst())
                .containsEntry("last_name", "Zoé Xylographe")
                .containsEntry("email", "zoe@example.org");
    }

    @Test
    void aPrivateRequestLeavesOnlyWhereTheConnectionTakesPrivateOnes() throws Exception {
        String mapped = ",\"services\":{\"nid-de-poule\":\"POT\",\"habitat-indigne\":\"LATER\"}";
        town.connect(remote.address(), mapped);
        Resident.Case hidden = town.report("habitat-indigne");
        town.eventuallyIs("REFUSED", hidden);
        assertThat(town.problem(hidden)).isEqualTo("PRIVATE");
        assertThat(town.again(hidden).status()).isEqualTo(200);
        town.eventuallyIs("REFUSED", hidden);
        assertThat(remote.posts).isEmpty();

        town.save(1, ForwardingTown.body(remote.address(), mapped + ",\"takesPrivate\":true"));
        town.again(hidden);
        town.eventuallyIs("FOLLOWED", hidden);
        assertThat(remote.posts).hasSize(1);
        assertThat(remote.posts.getFirst())
                .containsEntry("service_code", "LATER")
                .doesNotContainKeys("media_url", "email", "last_name");
    }

    @Test
    void whatBecomesPrivateBeforeItIsSentDoesNotLeave() throws Exception {
        town.connect(remote.address(), "");
        remote.goDown();
        Resident.Case it = town.report();
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql("update request.request set is_private = true where request_id = :id")
                        .param("id", it.id())
                        .update());
        remote.comeUp();
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("PRIVATE");
        assertThat(remote.posts).isEmpty();
    }

    @Test
    void whatLooksLikeAnAddressOrANumberOfSomebodyIsMaskedAsOnThePublicPage() throws Exception {
        town.connect(remote.address(), "");
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        remote.goDown();
        Resident.Case told = resident.report(town.city(), "nid-de-poule", "{}", "[]");
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql(
                                "update request.request set description = 'Appelez zoe@example.org' where request_id = :id")
                        .param("id", told.id())
                        .update());
        remote.comeUp();
        town.eventuallyIs("FOLLOWED", told);
        assertThat(remote.posts.getLast().get("description"))
                .contains("Appelez")
                .doesNotContain("zoe@example.org");
    }

    @Test
    void theKeyIsInNoAnswerNoErrorAndNoLog(CapturedOutput output) throws Exception {
        town.connect(remote.address(), "");
        String echo = "[{\"code\":403,\"description\":\"bad key " + ForwardingTown.KEY + "\"}]";
        remote.answers = form -> RemoteStub.Reply.refused(403, echo);
        Resident.Case it = town.report();
        ForwardingTown.eventually(() -> town.card(it).text().contains("bad key"));
        remote.answers = form -> RemoteStub.Reply.refused(400, echo);
        town.eventuallyIs("REFUSED", it);
        for (String answer : new String[] {
            town.read("").text(),
            town.card(it).text(),
            town.detail(it).text(),
            output.getAll(),
            town.read("/" + town.authority() + "/not-there").text()
        }) {
            assertThat(answer).doesNotContain("theirs=", "of%2Ftheirs");
        }
        assertThat(town.<String>standing("key")).isEqualTo("KEPT");
        byte[] sealed = cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql("select key_sealed from forwarding.connection")
                        .query((row, n) -> row.getBytes(1))
                        .single());
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("theirs");
    }

    @Test
    void whatAnotherTownForwardedToUsGoesOnOnlyByAPerson() throws Exception {
        town.connect(remote.address(), "");
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        Map<String, String> sent = remote.posts.getFirst();
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql(
                                "update request.request set channel = 'OPEN311', description = :told where request_id = :id")
                        .param("id", it.id())
                        .param("told", sent.get("description"))
                        .update());
        resident.atDesk(it, "/assignment", "{\"teamId\":\"" + town.city().west().id() + "\",\"reason\":\"à nous\"}");
        String byHand = "{\"organisationId\":\"%s\",\"reason\":\"non\"}".formatted(town.authority());
        resident.atDesk(it, "/forwarding", byHand);
        town.eventuallyIs("REFUSED", it);
        assertThat(town.problem(it)).isEqualTo("CAME_FORWARDED");
        town.again(it);
        town.eventuallyIs("FOLLOWED", it);
        allSent();
        assertThat(remote.posts).hasSize(2);
    }
}
