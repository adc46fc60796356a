package dev.rapport.rules.vocabulary;

import java.util.List;

/**
 * The reason for a finding, in words a learner and a manager understand.
 *
 * @param fact what is so, with the actual numbers, e.g. {@code 3 closed questions in a row by the learner}
 * @param asked what the condition asks for, to follow "the rule asks for"; null where the fact says it already
 * @param otherwise what would have changed it, to follow "it would have been different with"
 * @param passages the words that were looked at; empty where the condition is not about words
 */
public record Why(String fact, String asked, String otherwise, List<Passage> passages) {

    public Why {
        passages = List.copyOf(passages);
    }

    public String because() {
        return asked == null ? fact : fact + "; the rule asks for " + asked;
    }
}
