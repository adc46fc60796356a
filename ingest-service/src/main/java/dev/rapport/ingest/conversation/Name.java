package dev.rapport.ingest.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a participant may be called, and when two names are the same. */
public final class Name {

    /** Characters. */
    public static final int LONGEST = 200;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Name() {
    }

    /** @return {@code name} without surrounding and doubled spaces */
    public static String clean(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC).strip()).replaceAll(" ");
    }

    /** @return what is wrong with it; empty if it can stand on turns */
    public static Optional<String> objection(String name) {
        if (clean(name).isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.length() > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        return Characters.objection(name).map(found -> "holds " + found);
    }

    /** Whether somebody who typed {@code one} means {@code other}: spaces and case do not matter. */
    public static boolean same(String one, String other) {
        return clean(one).toLowerCase(Locale.ROOT).equals(clean(other).toLowerCase(Locale.ROOT));
    }
}
