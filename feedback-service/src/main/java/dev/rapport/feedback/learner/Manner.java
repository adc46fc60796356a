package dev.rapport.feedback.learner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a learner wants to be coached.
 *
 * @param profile code of how people talk where they are, which shifts what it takes for a behaviour to count; null for none
 * @param twoPoints whether a message may have a second point to try
 * @param reflectFirst whether they say what they think of a talk before they read its message
 */
public record Manner(@Schema(examples = "lively", nullable = true) String profile, boolean twoPoints,
        boolean reflectFirst) {

    /** As long as nothing is chosen. */
    public static final Manner USUAL = new Manner(null, false, false);
}
