package dev.rapport.feedback.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what the database must not show to whoever reads it or a copy of it: AES-256-GCM, bound to the row it belongs to.
 * The first key seals; the others still open what was sealed before a change of keys.
 */
final class SealingKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** What was sealed cannot be opened: by another key, or of another row. */
    static final class CannotOpen extends Exception {

        CannotOpen(String why) {
            super(why);
        }
    }

    private final Map<String, SecretKey> byId = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param keys in Base64, 32 bytes each
     * @throws IllegalArgumentException for none or one of another length; says nothing of its content
     */
    SealingKeys(List<String> keys) {
        for (String key : keys) {
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(key.strip());
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException("a key for secrets that is no Base64");
            }
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("a key for secrets of " + bytes.length + " bytes instead of 32");
            }
            byId.put(idOf(bytes), new SecretKeySpec(bytes, "AES"));
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("no key for secrets");
        }
    }

    /** @param row what it belongs to; it opens for that only */
    String seal(Hidden secret, String row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var first = byId.entrySet().iterator().next();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, first.getValue(), nonce, row);
            byte[] sealed = cipher.doFinal(secret.value().getBytes(StandardCharsets.UTF_8));
            return first.getKey() + ":" + Base64.getEncoder().encodeToString(
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing", impossible);
        }
    }

    Hidden open(String sealed, String row) throws CannotOpen {
        String[] parts = sealed.split(":", 2);
        SecretKey key = byId.get(parts[0]);
        if (key == null || parts.length != 2) {
            throw new CannotOpen("sealed by a key that is not here");
        }
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, NONCE_BYTES), row);
            return new Hidden(new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
                    StandardCharsets.UTF_8));
        } catch (GeneralSecurityException changed) {
            throw new CannotOpen("sealed for something else, or changed");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }
}
