package dev.rapport.events;

import java.util.regex.Pattern;

/** What an id may look like, so that ids can stand in keys, URLs, file names and logs without escaping. */
public final class Ids {

    /** 1 to 128 letters, digits, dots, hyphens or underscores, starting with a letter or digit. */
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

    private static final Pattern VALID = Pattern.compile(PATTERN);

    private Ids() {
    }

    public static boolean isValid(String id) {
        return id != null && VALID.matcher(id).matches();
    }

    /**
     * @return {@code id}
     * @throws IllegalArgumentException if it is none; the message names {@code what} it should have been
     */
    public static String valid(String what, String id) {
        if (!isValid(id)) {
            throw new IllegalArgumentException(what + " must be 1 to 128 letters, digits, '.', '-' or '_'");
        }
        return id;
    }
}
