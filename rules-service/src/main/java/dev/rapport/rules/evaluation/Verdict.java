package dev.rapport.rules.evaluation;

import dev.rapport.rules.vocabulary.Truth;

/**
 * What became of a behaviour rule at a moment.
 *
 * @param reason why it cannot be told, in words; null otherwise
 */
public record Verdict(Truth truth, String reason) {

    static final Verdict YES = new Verdict(Truth.YES, null);
    static final Verdict NO = new Verdict(Truth.NO, null);

    static Verdict cannotTell(String reason) {
        return new Verdict(Truth.CANNOT_TELL, reason);
    }
}
