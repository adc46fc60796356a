package dev.rapport.ingest.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The id of a learner of whom only the name is known. */
public final class LearnerId {

    private static final int LONGEST = 100;

    /** Latin letters that are no letter with an accent. */
    private static final Map<Integer, String> FOLDED = Map.ofEntries(Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"), Map.entry((int) 'œ', "oe"), Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"), Map.entry((int) 'đ', "d"), Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"), Map.entry((int) 'ı', "i"), Map.entry((int) 'ħ', "h"));

    private LearnerId() {
    }

    /**
     * @return the name in lower case without accents, words joined by hyphens; for a name with letters that are not Latin,
     * a short hash, because dropping letters would give two people one id
     */
    public static String of(String name) {
        String lower = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        boolean foreign = false;
        for (int c : Normalizer.normalize(lower, Normalizer.Form.NFD).codePoints().toArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                folded.appendCodePoint(c);
            } else if (FOLDED.containsKey(c)) {
                folded.append(FOLDED.get(c));
            } else if (Character.isLetterOrDigit(c)) {
                foreign = true;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !folded.isEmpty()
                    && folded.charAt(folded.length() - 1) != '-') {
                folded.append('-');
            }
        }
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) == '-') {
            folded.setLength(folded.length() - 1);
        }
        return foreign || folded.isEmpty() || folded.length() > LONGEST
                ? "learner-" + shortHash(lower)
                : folded.toString();
    }

    private static String shortHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
