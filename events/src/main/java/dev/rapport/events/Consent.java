package dev.rapport.events;

/**
 * What the participants agreed to.
 *
 * @param given whether everybody whose words are in the conversation agreed
 * @param purpose what for; rapport processes a conversation for {@link #COACHING} only
 * @param reference where the agreement is written down in the system of the sender; null if not told
 */
public record Consent(boolean given, String purpose, String reference) {

    /** The one purpose this system serves. */
    public static final String COACHING = "coaching";
}
