package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.forwarding.ForwardingTown.eventually;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;

/** That a request is no longer for them is told to the other side once, where they hear updates, and to staff in any case. */
@ForwardingServiceTest
class EndingsToldTest extends ConnectedTown {

    private static final String TAKEN_BACK = "{\"teamId\":\"%s\",\"reason\":\"à nous\"}";

    private List<String> staffTexts(Resident.Case it) throws Exception {
        return town.detail(it).at("$.history[?(@.entry=='TOLD_BY_AUTHORITY')].staffText");
    }

    private boolean staffRead(Resident.Case it, String words) throws Exception {
        return staffTexts(it).stream().anyMatch(text -> text != null && text.contains(words));
    }

    private String ending(Resident.Case it) throws Exception {
        List<String> endings = town.card(it).at("$.items[*].ending");
        return endings.isEmpty() ? "NONE" : endings.getFirst();
    }

    private Answers takeBack(Resident.Case it) throws Exception {
        return resident.atDesk(
                it, "/assignment", TAKEN_BACK.formatted(town.city().west().id()));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, closed, Terminée par Test. Vu avec vous",
        "RESOLVED, fixed, Faite par Test. Vu avec vous",
        // Nobody reads in public what is said of one that was rejected.
        "REJECTED, no_further_action, Classée sans suite par Test."
    })
    void whatEndsHereIsToldWithTheWordsThatEverybodyMayRead(String to, String status, String said) throws Exception {
        remote.speaksUpdates = true;
        Resident.Case it = followed("");
        String decision = "{\"to\":\"" + to + "\",\"reason\":\"interne\",\"publicText\":\"Vu avec vous\"}";
        assertThat(resident.atDesk(it, "/transitions", decision).status()).isLessThan(300);
        eventually(() -> ending(it).equals("TOLD"));
        assertThat(remote.told).hasSize(1);
        assertThat(remote.told.getFirst())
                .containsEntry("service_request_id", "R-1")
                .containsEntry("status", status)
                .containsEntry("api_key", ForwardingTown.KEY)
                .containsKeys("update_id", "updated_datetime");
        assertThat(remote.told.getFirst()).containsEntry("description", said);
        assertThat(staffRead(it, "leur système en est informé")).isTrue();
    }

    @Test
    void whatIsTakenBackIsToldAndWhileNobodyAnswersItIsToldAgainUnderTheSameId() throws Exception {
        remote.speaksUpdates = true;
        remote.hearing = 503;
        Resident.Case it = followed("");
        takeBack(it);
        eventually(() -> remote.told.size() > 2);
        assertThat(ending(it)).isEqualTo("WAITING");
        assertThat(staffRead(it, "informé")).isFalse();
        remote.hearing = 200;
        eventually(() -> ending(it).equals("TOLD"));
        assertThat(remote.told)
                .extracting(form -> form.get("update_id"))
                .containsOnly(remote.told.getFirst().get("update_id"));
        assertThat(remote.told.getLast()).containsEntry("status", "no_further_action");
        assertThat(remote.told.getLast().get("description")).contains("Reprise par");
    }

    @Test
    void whereTheyHearNoUpdatesStaffAreToldToTellThem() throws Exception {
        Resident.Case it = followed("");
        takeBack(it);
        eventually(() -> staffRead(it, "n’en est pas informé"));
        assertThat(staffRead(it, "R-1")).isTrue();
    }

    @Test
    void whatTheyDoNotTakeIsToldToStaff() throws Exception {
        remote.speaksUpdates = true;
        remote.hearing = 400;
        Resident.Case it = followed("");
        takeBack(it);
        eventually(() -> ending(it).equals("NOT_TOLD"));
        assertThat(remote.told).hasSize(1);
        assertThat(staffRead(it, "n’en est pas informé")).isTrue();
    }

    @Test
    void whatIsWaitedForInVainAndAConnectionThatEndsAreToldToStaff() throws Exception {
        remote.speaksUpdates = true;
        remote.hearing = 503;
        Resident.Case it = followed("");
        takeBack(it);
        eventually(() -> !remote.told.isEmpty());
        cities.inside(
                town.city().jurisdiction(),
                () -> jdbc.sql("update forwarding.ending set give_up_at = now() - interval '1 second'")
                        .update());
        eventually(() -> ending(it).equals("NOT_TOLD"));
        assertThat(staffRead(it, "n’en est pas informé")).isTrue();
    }

    @Test
    void whatTheyEndedThemselvesIsNotToldToThem() throws Exception {
        remote.speaksUpdates = true;
        Resident.Case it = followed("");
        remote.says("R-1", "closed", "Fait");
        eventually(() -> town.state(it).equals("CLOSED"));
        resident.atDesk(it, "/transitions", "{\"to\":\"REOPENED\",\"reason\":\"r\",\"publicText\":\"Pas fini\"}");
        eventually(() -> staffRead(it, "qui l’avait terminée"));
        assertThat(remote.told).isEmpty();
        assertThat(ending(it)).isEqualTo("NONE");
    }

    @Test
    void whatStandsBehindATokenIsToldOnceItsNumberIsKnown() throws Exception {
        remote.speaksUpdates = true;
        remote.answers = form -> new RemoteStub.Reply(true, 200, "[{\"token\":\"t/1\"}]");
        town.connect(remote.address(), "");
        Resident.Case it = town.report();
        town.eventuallyIs("TOKEN", it);
        takeBack(it);
        assertThat(remote.told).isEmpty();
        remote.tokenFor = "R-1";
        eventually(() -> ending(it).equals("TOLD"));
        assertThat(remote.told.getFirst()).containsEntry("service_request_id", "R-1");
    }
}
