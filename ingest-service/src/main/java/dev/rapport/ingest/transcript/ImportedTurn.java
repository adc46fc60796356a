package dev.rapport.ingest.transcript;

/**
 * One speaker's words until somebody else spoke.
 *
 * @param speaker the name or label that stands in the file
 * @param text never blank, at most {@link dev.rapport.events.TurnSpoken#LONGEST_TEXT} characters
 * @param startMillis since the start of the conversation; null where the file does not say
 * @param endMillis since the start of the conversation; null where the file does not say
 * @param confidence of the speech recognition, 0 to 1; null where the file does not say
 * @param line of the file where the turn begins, from 1
 */
public record ImportedTurn(String speaker, String text, Long startMillis, Long endMillis, Double confidence,
        int line) {
}
