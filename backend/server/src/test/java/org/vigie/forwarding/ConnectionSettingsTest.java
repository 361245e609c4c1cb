package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.vigie.access.SecretSettings;
import org.vigie.testing.Answers;
import org.vigie.testing.Resident;
import org.vigie.testing.TestCity;

/** Administrators connect other authorities' systems: tried before they are used, with keys that nobody sees again. */
@ForwardingServiceTest
class ConnectionSettingsTest extends ConnectedTown {

    @ParameterizedTest
    @CsvSource({"JSON", "XML"})
    void aTrialShowsTheirServicesAndWhetherTheyTellUpdates(String format) throws Exception {
        town.connect(remote.address(), ",\"on\":false,\"format\":\"" + format + "\"");
        Answers tried = town.act("/trial");
        assertThat(tried.<List<String>>at("$.services[*].code")).containsExactly("POT", "LATER");
        assertThat(tried.<List<Boolean>>at("$.services[*].published")).containsExactly(true, false);
        assertThat(tried.<String>at("$.updates")).isEqualTo("NOT_SPOKEN");
        remote.speaksUpdates = true;
        assertThat(town.act("/trial").<String>at("$.updates")).isEqualTo("SPOKEN");
        remote.goDown();
        assertThat(town.act("/trial").<String>at("$.error")).contains("refused");
        remote.comeUp();
        assertThat(remote.posts).isEmpty();
    }

    @Test
    void theKeyStaysWhenItIsNotTypedInAndGoesToNoOtherServer() throws Exception {
        town.connect(remote.address(), "");
        String without = ForwardingTown.body(remote.address(), ",\"apiKey\":null");
        assertThat(town.save(1, without).<String>at("$.key")).isEqualTo("KEPT");
        assertThat(town.save(1, without).status()).isEqualTo(412);
        assertThat(town.save(2, ForwardingTown.body("http://127.0.0.2:9/v2", ",\"apiKey\":null"))
                        .problem())
                .isEqualTo("connection-key-needed");
        assertThat(town.save(2, ForwardingTown.body("http://127.0.0.2:9/v2", ",\"on\":false"))
                        .status())
                .isEqualTo(200);
        assertThat(town.save(3, ForwardingTown.body(remote.address(), ",\"apiKey\":\"\""))
                        .<String>at("$.key"))
                .isEqualTo("NONE");
    }

    @Test
    void aKeyThatWasSealedUnderAnotherSecretIsNotReadAndSaysSo() throws Exception {
        town.connect(remote.address(), "");
        RemoteKeys others = new RemoteKeys(jdbc, new SecretSettings("another secret of another installation"));
        RemoteKeys.Standing standing =
                cities.inside(town.city().jurisdiction(), () -> others.standing(town.authority()));
        assertThat(standing).isEqualTo(RemoteKeys.Standing.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '\"services\":{\"nowhere\":\"X\"}', reference-unknown",
        "http://user:pass@127.0.0.1/v2, '', outside-address-malformed",
        "http://127.0.0.1/v2?x=1, '', outside-address-malformed",
        "ftp://127.0.0.1/v2, '', outside-address-malformed"
    })
    void whatCannotBeCalledOrIsNotInTheCatalogueIsRefused(String address, String more, String problem)
            throws Exception {
        String body =
                ForwardingTown.body(address.isEmpty() ? remote.address() : address, more.isEmpty() ? "" : "," + more);
        Answers refused = town.save(0, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(town.read("").<List<Object>>at("$.items")).isEmpty();
    }

    @Test
    void aConnectionThatEndsSendsAndFollowsNothingMore() throws Exception {
        town.connect(remote.address(), "");
        Resident.Case it = town.report();
        town.eventuallyIs("FOLLOWED", it);
        Answers ended = Answers.to(
                http,
                MockMvcRequestBuilders.delete(town.path("/" + town.authority()))
                        .with(TestCity.as(town.administrator()))
                        .header("If-Match", "\"1\""));
        assertThat(ended.status()).isEqualTo(204);
        assertThat(town.stage(it)).isEqualTo("WITHDRAWN");
        Resident.Case after = town.report();
        assertThat(town.stage(after)).isEqualTo("NONE");
        assertThat(town.state(after)).isEqualTo("FORWARDED");
    }
}
