package dev.rapport.feedback.learner;

import java.util.SortedSet;

/** Which profiles a tenant's rulebook has to choose from. */
public interface Profiles {

    /** Codes of the profiles. */
    SortedSet<String> of(String tenant);
}
