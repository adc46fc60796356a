package dev.rapport.feedback.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Another name for a learner, the same for as long as a channel exists. Without the salt of the channel nobody finds out
 * whose it is, also not by trying all learners.
 */
final class Pseudonym {

    private static final int SALT_BYTES = 32;
    private static final int NAME_BYTES = 16;

    private Pseudonym() {
    }

    static String newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String of(String learner, String salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(learner.getBytes(StandardCharsets.UTF_8)), 0, NAME_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing", impossible);
        }
    }
}
