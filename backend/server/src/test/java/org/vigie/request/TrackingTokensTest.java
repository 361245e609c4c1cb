package org.vigie.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Jurisdiction;
import org.vigie.access.LinkTokens;
import org.vigie.access.SecretSettings;

class TrackingTokensTest {

    private static final Jurisdiction HERE = jurisdiction("here");
    private static final Jurisdiction ELSEWHERE = jurisdiction("elsewhere");
    private final TrackingTokens tokens =
            new TrackingTokens(new LinkTokens(new SecretSettings("0123456789012345678901234567890123456789")));
    private final UUID request = UUID.randomUUID();

    @Test
    void findsTheRequestThatItWasMadeForAndGivesTheSameLinkAgain() {
        CurrentJurisdiction.inside(HERE, () -> {
            String token = tokens.of(request);
            assertThat(tokens.findRequestId(token)).contains(request);
            assertThat(tokens.of(request)).isEqualTo(token);
        });
    }

    @Test
    void opensNothingInAnotherJurisdiction() {
        String token = CurrentJurisdiction.inside(HERE, () -> tokens.of(request));
        assertThat(CurrentJurisdiction.inside(ELSEWHERE, () -> tokens.findRequestId(token)))
                .isEmpty();
    }

    @Test
    void opensNothingWhenASingleCharacterIsChanged() {
        CurrentJurisdiction.inside(HERE, () -> {
            String token = tokens.of(request);
            for (int i = 0; i < token.length() - 1; i++) {
                String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
                assertThat(tokens.findRequestId(changed)).as(changed).isEmpty();
            }
        });
    }

    @Test
    void opensNothingForOtherTexts() {
        CurrentJurisdiction.inside(HERE, () -> {
            assertThat(tokens.findRequestId("")).isEmpty();
            assertThat(tokens.findRequestId("not base64 !")).isEmpty();
            assertThat(tokens.findRequestId(request.toString())).isEmpty();
        });
    }

    private static Jurisdiction jurisdiction(String code) {
        return new Jurisdiction(UUID.randomUUID(), code, code, "fr", ZoneId.of("Europe/Paris"));
    }
}
