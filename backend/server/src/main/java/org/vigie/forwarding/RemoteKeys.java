package org.vigie.forwarding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.SecretSettings;

/**
 * The keys of connections, sealed with AES-GCM: the table alone opens none, and a seal that is copied to another connection opens nothing.
 * What seals them follows from the installation's secret; with another one they have to be typed in again.
 */
@Repository
public class RemoteKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final SecretKeySpec sealing;

    RemoteKeys(JdbcClient jdbc, SecretSettings settings) {
        this.jdbc = jdbc;
        this.sealing = new SecretKeySpec(derived(settings.secret()), "AES");
    }

    /** How a connection stands without anybody seeing its key. */
    public enum Standing {
        NONE,
        KEPT,
        /** It was sealed under another secret of the installation. */
        UNREADABLE
    }

    @Transactional(readOnly = true)
    public Standing standing(UUID organisationId) {
        return sealed(organisationId)
                .map(kept -> open(kept, organisationId).isPresent() ? Standing.KEPT : Standing.UNREADABLE)
                .orElse(Standing.NONE);
    }

    /** Empty when there is none that can be read. */
    @Transactional(readOnly = true)
    Optional<RemoteKey> find(UUID organisationId) {
        return sealed(organisationId).flatMap(kept -> open(kept, organisationId));
    }

    /** @param key empty: none from now on */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID organisationId, String key) {
        jdbc.sql("update forwarding.connection set key_sealed = :sealed where organisation_id = :id")
                .param("sealed", key.isEmpty() ? null : seal(key, organisationId), java.sql.Types.BINARY)
                .param("id", organisationId)
                .update();
    }

    private Optional<byte[]> sealed(UUID organisationId) {
        return jdbc
                .sql(
                        "select key_sealed from forwarding.connection where organisation_id = :id and key_sealed is not null")
                .param("id", organisationId)
                .query((row, n) -> row.getBytes("key_sealed"))
                .list()
                .stream()
                .findFirst();
    }

    private byte[] seal(String key, UUID organisationId) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, organisationId).doFinal(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<RemoteKey> open(byte[] sealed, UUID organisationId) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, organisationId)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new RemoteKey(new String(text, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException anotherSecret) {
            LOG.warn("the key of the connection with {} cannot be read: was VIGIE_SECRET changed?", organisationId);
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID organisationId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD("%s/%s"
                .formatted(CurrentJurisdiction.get().id(), organisationId)
                .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] derived(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal("forwarding/keys".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
