package org.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMessageTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", "first.last+tag@sub.example.org", "o'neil@example.org"})
    void knowsAnAddress(String text) {
        assertThat(OutgoingMessage.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b",
                "a@b@c",
                "a@example.org\r\nBcc: x@example.org",
                "a@example.org, b@example.org",
                "Name <a@example.org>",
                "a@example.org\n",
                "group:a@example.org;",
                "é@example.org",
                "a b@example.org"
            })
    void knowsWhatIsNoAddress(String text) {
        assertThat(OutgoingMessage.isAddress(text)).isFalse();
        assertThatThrownBy(() -> new OutgoingMessage("o", text, "s", "b", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("example");
    }

    @Test
    void makesTheSubjectOneLine() {
        OutgoingMessage message =
                new OutgoingMessage("o", "a@example.org", "Bonjour\r\nBcc: x@example.org\u2028!", "b", Locale.FRENCH);
        assertThat(message.subject()).isEqualTo("Bonjour Bcc: x@example.org !");
    }
}
