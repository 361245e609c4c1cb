package org.vigie.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The last part of a link that only its owner has: an id and 96 bits of HMAC-SHA-256 over what the link is for, the jurisdiction and
 * the id, in base64url. It needs no storage, so the same id gets the same link, and cannot be guessed without the secret.
 */
@Component
@EnableConfigurationProperties(SecretSettings.class)
public class LinkTokens {

    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 12;

    private final SecretKeySpec key;

    public LinkTokens(SecretSettings settings) {
        this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param purpose a link for one purpose is good for no other */
    public String of(String purpose, UUID id) {
        byte[] bytes = bytes(id);
        byte[] token = Arrays.copyOf(bytes, ID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(sign(purpose, bytes), 0, token, ID_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The id that a token was made of for that purpose in the jurisdiction that is open; empty for any other text. */
    public Optional<UUID> findId(String purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        if (!MessageDigest.isEqual(signature, sign(purpose, id))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] sign(String purpose, byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update(bytes(CurrentJurisdiction.get().id()));
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
