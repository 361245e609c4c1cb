package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.forwarding.ForwardingTown.eventually;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notification.Message;
import org.vigie.testing.Resident;

/** What the other side says of a request comes back, each thing once; what it ends ends here, and what it opens again is open here. */
@ForwardingServiceTest
class FollowingTest extends ConnectedTown {

    private static final String AUTHORITY = "Agglomération du Val";

    /** How often the public history says so. */
    private long times(Resident.Case it, String words) throws Exception {
        return town.words(it).stream()
                .filter(text -> text != null && text.contains(words))
                .count();
    }

    private void twoMoreRounds() {
        int before = remote.asked.size();
        eventually(() -> remote.asked.size() > before + 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "XML"})
    void theirWordsStandInTheHistoryOnceAndTheirEndIsTheAnswer(String format) throws Exception {
        Resident.Case it = followed(",\"format\":\"" + format + "\"");
        remote.says("R-1", "open", "Équipe prévue lundi");
        eventually(() -> times(it, "Équipe prévue lundi") == 1);
        twoMoreRounds();
        assertThat(times(it, "Équipe prévue lundi")).isEqualTo(1);

        remote.says("R-1", "closed", "Rebouché");
        eventually(() -> town.state(it).equals("CLOSED"));
        twoMoreRounds();
        assertThat(times(it, AUTHORITY + " : Rebouché")).isEqualTo(1);
        assertThat(town.stage(it)).isEqualTo("ENDED_THERE");
        assertThat(resident.mails(it))
                .extracting(Message::body)
                .filteredOn(mail -> mail.contains("Rebouché"))
                .hasSize(1);
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void whatIsOpenedThereAgainIsOpenHereAgainAndStaysTheirs() throws Exception {
        Resident.Case it = followed("");
        remote.says("R-1", "closed", "Fait");
        eventually(() -> town.state(it).equals("CLOSED"));
        remote.says("R-1", "open", "Pas fini");
        eventually(() -> town.state(it).equals("FORWARDED"));
        assertThat(town.stage(it)).isEqualTo("FOLLOWED");
        assertThat(times(it, "Pas fini")).isEqualTo(1);
        remote.says("R-1", "closed", "Fini");
        eventually(() -> town.state(it).equals("CLOSED"));
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void updatesAreTakenEachOnceAndNotAgainAsNotes() throws Exception {
        remote.speaksUpdates = true;
        Resident.Case it = followed("");
        remote.update("u1", "R-1", "in_progress", "2026-01-02T10:00:00Z", "Vu sur place");
        remote.update("u2", "R-77", "fixed", "2026-01-02T11:00:00Z", "D’un autre");
        remote.says("R-1", "open", "Vu sur place");
        eventually(() -> times(it, "Vu sur place") == 1);
        remote.says("R-1", "closed", "Rebouché");
        remote.update("u3", "R-1", "fixed", "2026-01-03T10:00:00Z", "Rebouché");
        eventually(() -> town.state(it).equals("CLOSED"));
        twoMoreRounds();
        assertThat(times(it, "Vu sur place")).isEqualTo(1);
        assertThat(times(it, "Rebouché")).isEqualTo(1);
        assertThat(times(it, "D’un autre")).isZero();
        assertThat(town.state(it)).isEqualTo("CLOSED");
        assertThat(town.<Boolean>standing("speaksUpdates")).isTrue();
    }

    @Test
    void anUpdateFromBeforeTheEndOpensNothingAgain() throws Exception {
        Resident.Case it = followed("");
        remote.request("R-1").put("updated_datetime", "2026-01-05T10:00:00Z");
        remote.says("R-1", "closed", "Fait");
        eventually(() -> town.state(it).equals("CLOSED"));
        remote.update("u1", "R-1", "in_progress", "2026-01-02T10:00:00Z", "Vu sur place");
        remote.speaksUpdates = true;
        town.save(1, ForwardingTown.body(remote.address(), ""));
        eventually(() -> times(it, "Vu sur place") == 1);
        twoMoreRounds();
        assertThat(town.state(it)).isEqualTo("CLOSED");
    }

    @Test
    void whereALetterIsOwedItStaysOpenWithTheirWordsAndSaysWhy() throws Exception {
        town.connect(remote.address(), "");
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql("update catalogue.category set formal_reply_required = true where code = 'nid-de-poule'")
                        .update());
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        remote.says("R-1", "closed", "Rebouché");
        eventually(() -> times(it, "Rebouché") == 1);
        twoMoreRounds();
        assertThat(times(it, "Rebouché")).isEqualTo(1);
        assertThat(town.state(it)).isEqualTo("FORWARDED");
        assertThat(town.detail(it).<List<String>>at("$.history[?(@.entry=='TOLD_BY_AUTHORITY')].staffText"))
                .anyMatch(words -> words != null && words.contains("reste ouverte"));
    }

    @Test
    void whatTheOwnerEndsHereIsNoLongerFollowed() throws Exception {
        Resident.Case it = followed("");
        resident.atDesk(it, "/transitions", "{\"to\":\"CLOSED\",\"reason\":\"r\",\"publicText\":\"Fini par nous\"}");
        assertThat(town.stage(it)).isEqualTo("WITHDRAWN");
        remote.says("R-1", "closed", "Rebouché");
        Thread.sleep(900);
        assertThat(times(it, "Rebouché")).isZero();
    }

    @Test
    void whileTheyDoNotAnswerTheDeskSaysSoAndWhatHappenedMeanwhileComesAfterwards() throws Exception {
        Resident.Case it = followed("");
        remote.goDown();
        remote.says("R-1", "closed", "Rebouché");
        eventually(() -> town.read("").text().contains("failingSince"));
        // One that was being answered as it went down was cut off; whoever asks after that is refused.
        eventually(() -> town.<String>standing("lastError").contains("refused"));
        remote.comeUp();
        eventually(() -> town.state(it).equals("CLOSED"));
        eventually(() -> !town.read("").text().contains("failingSince"));
    }
}
