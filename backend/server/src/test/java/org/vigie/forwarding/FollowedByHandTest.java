package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.vigie.forwarding.ForwardingTown.eventually;
import static org.vigie.testing.TestCity.as;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;

/** "It is there already as R-7": a request is followed under a number that somebody types in, once it is seen to be there. */
@ForwardingServiceTest
class FollowedByHandTest extends ConnectedTown {

    private Answers type(Resident.Case it, String number, boolean unseen) throws Exception {
        return Answers.to(
                http,
                post(it.desk("/forwarding/number"))
                        .with(as(it.dispatcher()))
                        .content("{\"number\":\"" + number + "\",\"unseen\":" + unseen + "}"));
    }

    private void isThere(String number) {
        remote.requests.put(
                number,
                new java.util.concurrent.ConcurrentHashMap<>(Map.of(
                        "service_request_id",
                        number,
                        "service_code",
                        "POT",
                        "status",
                        "open",
                        "status_notes",
                        "",
                        "updated_datetime",
                        "2026-01-01T10:00:00Z")));
    }

    private Resident.Case refused() throws Exception {
        town.connect(remote.address(), "");
        remote.answers = form -> RemoteStub.Reply.refused(400, "");
        Resident.Case it = town.report();
        town.eventuallyIs("REFUSED", it);
        return it;
    }

    @Test
    void whatWasNotTakenAndIsThereAlreadyIsFollowedAndEndsHereAsTheyEndIt() throws Exception {
        Resident.Case it = refused();
        isThere("R-7");
        Answers typed = type(it, " R-7 ", false);
        assertThat(typed.status()).as(typed.text()).isEqualTo(200);
        assertThat(typed.<String>at("$.items[0].stage")).isEqualTo("FOLLOWED");
        assertThat(typed.<String>at("$.items[0].remoteId")).isEqualTo("R-7");
        assertThat(town.detail(it).text()).contains("saisi à la main").doesNotContain("returnCause");
        remote.says("R-7", "closed", "Rebouché");
        eventually(() -> town.state(it).equals("CLOSED"));
        assertThat(remote.posts).hasSize(1);
    }

    @Test
    void aNumberThatTheyDoNotShowIsFollowedOnlyUnseen() throws Exception {
        Resident.Case it = refused();
        assertThat(type(it, "R-404", false).problem()).isEqualTo("remote-number-unseen");
        town.eventuallyIs("REFUSED", it);
        assertThat(type(it, "R-404", true).status()).isEqualTo(200);
        assertThat(town.stage(it)).isEqualTo("FOLLOWED");
    }

    @Test
    void aNumberThatWasMistypedIsCorrectedAndThatOfAnotherRequestIsRefused() throws Exception {
        Resident.Case other = followed("");
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        assertThat(type(it, "R-1", false).problem()).isEqualTo("remote-number-taken");
        assertThat(type(it, "R-1", false).text()).contains(other.number());
        isThere("R-9");
        assertThat(type(it, "R-9", false).<String>at("$.items[0].remoteId")).isEqualTo("R-9");
    }

    @Test
    void whatWasForwardedWhileTheConnectionWasOffIsFollowedToo() throws Exception {
        town.connect(remote.address(), ",\"on\":false");
        Resident.Case it = town.report();
        assertThat(type(it, "R-7", true).problem()).isEqualTo("nothing-to-follow");
        town.save(1, ForwardingTown.body(remote.address(), ""));
        isThere("R-7");
        assertThat(type(it, "R-7", false).status()).isEqualTo(200);
        assertThat(town.stage(it)).isEqualTo("FOLLOWED");
        assertThat(remote.posts).isEmpty();
    }

    @Test
    void whatIsOursAndWhatTheyEndedCannotBeFollowed() throws Exception {
        Resident.Case it = followed("");
        remote.says("R-1", "closed", "Fait");
        eventually(() -> town.state(it).equals("CLOSED"));
        assertThat(type(it, "R-1", true).problem()).isEqualTo("nothing-to-follow");
        Resident.Case ours = resident.report(town.city(), "danger", "{}", "[]");
        assertThat(type(ours, "R-1", true).problem()).isEqualTo("nothing-to-follow");
    }
}
