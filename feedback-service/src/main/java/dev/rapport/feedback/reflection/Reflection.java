package dev.rapport.feedback.reflection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a learner thought of a talk before they read its message. All of it may be left out.
 *
 * @param best number of the turn they like best
 * @param hardest number of the turn that was hardest
 * @param note in their own words, at most {@link #LONGEST_NOTE} characters
 */
public record Reflection(@Schema(examples = "12", nullable = true) Integer best,
        @Schema(examples = "27", nullable = true) Integer hardest, @Schema(nullable = true) String note) {

    public static final int LONGEST_NOTE = 2_000;

    /** Nothing to say about it. */
    public static final Reflection NONE = new Reflection(null, null, null);
}
