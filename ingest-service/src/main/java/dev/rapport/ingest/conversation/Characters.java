package dev.rapport.ingest.conversation;

import java.util.Optional;

/** Characters that are no words: they come from broken exports and break what reads them. */
public final class Characters {

    private Characters() {
    }

    /** @return which character makes {@code text} unusable and where; empty if none does */
    public static Optional<String> objection(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("a null character at position " + (i + 1));
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of("half a character (an unpaired surrogate) at position " + (i + 1));
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /** Whether nothing in {@code text} can be seen or said: spaces, controls, joiners and direction marks only. */
    public static boolean sayNothing(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
