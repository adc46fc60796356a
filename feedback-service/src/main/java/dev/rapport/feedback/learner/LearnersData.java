package dev.rapport.feedback.learner;

/**
 * A room that keeps something about learners. Whoever adds a table with a learner in it adds one of these, or the learner can
 * neither read nor delete what it holds.
 */
public interface LearnersData {

    /** Name of its part in what a learner is handed, e.g. {@code messages}. */
    String name();

    /**
     * Everything it keeps of a learner, as what is written to JSON. Part of the running transaction.
     */
    Object of(String tenant, String learner);

    /** Deletes everything it keeps of a learner. Part of the running transaction. */
    void erase(String tenant, String learner);
}
