package dev.rapport.feedback.transcript;

import java.util.Set;

/** What is known already of words that are not to be kept. */
public interface Secrets {

    /**
     * Of one talk.
     *
     * @param danger whether words of danger were seen in it
     * @param turns numbers of those whose words are nobody's business
     */
    record Of(boolean danger, Set<Integer> turns) {
    }

    /** Nothing seen is nothing known. */
    Of of(String tenant, String conversation);
}
