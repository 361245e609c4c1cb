package org.vigie.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.SecretSettings;

/**
 * What hooks know our messages by. A secret is 256 bits that follow from the installation's own secret and are kept nowhere; changing that
 * one changes them all.
 */
@Component
public class WebhookSecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] installation;

    WebhookSecrets(SecretSettings settings) {
        this.installation = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** As its receiver keeps it; the bytes of this text are the key. */
    public String of(Webhook hook) {
        String what = "webhook/%s/%s/%d".formatted(CurrentJurisdiction.get().id(), hook.id(), hook.secretNumber());
        return "whsec_"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(sign(installation, what.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The header {@code Vigie-Signature}: {@code t=SECONDS,v1=HEX}, where HEX is HMAC-SHA-256 over the seconds, a dot and the body.
     *
     * @param seconds since 1970, so that a receiver can refuse what was sent long ago
     */
    String signature(Webhook hook, long seconds, byte[] body) {
        byte[] head = (seconds + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        byte[] mac = sign(of(hook).getBytes(StandardCharsets.US_ASCII), signed);
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac);
    }

    private static byte[] sign(byte[] key, byte[] what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
