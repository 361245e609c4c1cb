package org.vigie.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.Ids;
import org.vigie.testing.Answers;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** Hooks are made and changed by administrators, with the usual settings: to addresses outside, by https. */
@ServiceTest
class WebhookRegistrationTest {

    private static final String OUTSIDE = "https://9.9.9.9/vigie";

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    private WebhookDesk desk;
    private final UUID id = Ids.next();

    @BeforeEach
    void makeCity() {
        desk = WebhookDesk.of(http, cities, cities.make());
    }

    @Test
    void theSecretIsShownOnceAndTheSecondOfTwoChangesIsRefused() throws Exception {
        Answers made = desk.save(id, 0, WebhookDesk.body(OUTSIDE, "PUBLIC", ",\"kinds\":[\"CREATED\"]"));
        assertThat(made.<String>at("$.secret")).startsWith("whsec_").hasSizeGreaterThan(40);
        assertThat(desk.read("").text()).contains("\"SIG\"", "CREATED").doesNotContain("whsec_");
        Answers changed = desk.save(id, 1, WebhookDesk.body(OUTSIDE, "STAFF", ""));
        assertThat(changed.<String>at("$.content")).isEqualTo("STAFF");
        assertThat(changed.text()).doesNotContain("whsec_");
        assertThat(desk.save(id, 1, WebhookDesk.body(OUTSIDE, "PUBLIC", "")).status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({
        "http://9.9.9.9/, outside-address-not-https",
        "https://127.0.0.1/, outside-address-inside",
        "https://2130706433/, outside-address-inside",
        "https://localhost/, outside-address-inside",
        "https://[::1]/, outside-address-inside",
        "https://[::ffff:10.0.0.1]/, outside-address-inside",
        "https://10.1.2.3/, outside-address-inside",
        "https://172.16.0.1/, outside-address-inside",
        "https://192.168.1.1/, outside-address-inside",
        "https://169.254.169.254/latest/meta-data, outside-address-inside",
        "https://100.64.0.1/, outside-address-inside",
        "https://0.0.0.0/, outside-address-inside",
        "https://[fd00::1]/, outside-address-inside",
        "https://[fe80::1]/, outside-address-inside",
        "https://[64:ff9b::7f00:1]/, outside-address-inside",
        "https://[2002:7f00:1::]/, outside-address-inside",
        "https://user:secret@9.9.9.9/, outside-address-malformed",
        "ftp://9.9.9.9/, outside-address-malformed",
        "file:///etc/passwd, outside-address-malformed",
        "https://9.9.9.9/#x, outside-address-malformed",
        "not an address, outside-address-malformed"
    })
    void whatLeadsInsideOrCanBeReadOnTheWayIsRefused(String address, String problem) throws Exception {
        Answers refused = desk.save(id, 0, WebhookDesk.body(address, "PUBLIC", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(desk.read("").text()).doesNotContain("SIG");
    }

    @Test
    void whatIsNotInTheCatalogueOrNoSuchPlaceIsRefused() throws Exception {
        assertThat(desk.save(id, 0, WebhookDesk.body(OUTSIDE, "PUBLIC", ",\"categories\":[\"nowhere\"]"))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(desk.save(id, 0, WebhookDesk.body(OUTSIDE, "PUBLIC", ",\"groundId\":\"" + id + "\""))
                        .problem())
                .isEqualTo("reference-unknown");
        assertThat(desk.save(id, 0, WebhookDesk.body(OUTSIDE, "PUBLIC", ",\"kinds\":[\"EVERYTHING\"]"))
                        .status())
                .isIn(400, 422);
        assertThat(desk.read("/" + id + "/dead-letters").status()).isEqualTo(404);
    }
}
