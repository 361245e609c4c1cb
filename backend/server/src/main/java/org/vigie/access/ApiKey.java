package org.vigie.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a client proves itself with. Only its hash is kept: 256 random bits cannot be tried out, so a fast hash will do.
 *
 * @param text shown once, when it is made
 */
public record ApiKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static ApiKey make() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new ApiKey(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
