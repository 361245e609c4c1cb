package org.vigie.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other servers answer is read in the forms that they have, and refused in every other. */
class RemoteDocumentTest {

    private static List<Map<String, String>> read(String text) throws IOException {
        return RemoteDocument.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"service_request_id\":293944,\"note\":null,\"more\":{\"x\":1}}]",
                "{\"service_request_id\":\"293944\"}",
                "{\"service_requests\":[{\"service_request_id\":\"293944\"}]}",
                "<?xml version=\"1.0\"?><service_requests><request><service_request_id>293944</service_request_id><a/>"
                        + "<more><x>1</x></more></request></service_requests>",
                " \n<requests><request><service_request_id> 293944 </service_request_id></request></requests>"
            })
    void theFormsThatServersHave(String text) throws IOException {
        assertThat(read(text)).containsExactly(Map.of("service_request_id", "293944"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "[1]",
                "{\"a\":",
                "<requests>",
                "<html><body>Sign in</body></html>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><r><request><a>&e;</a></request></r>",
                "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r><request><a>&b;</a></request></r>"
            })
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNestedWithoutEndIsRefusedAndNotFollowed() {
        assertThatThrownBy(() -> read("[".repeat(900_000))).isInstanceOf(IOException.class);
    }
}
