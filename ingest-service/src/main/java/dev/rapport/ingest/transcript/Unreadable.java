package dev.rapport.ingest.transcript;

import java.util.List;

/**
 * A file no conversation could be read from.
 *
 * @param reason why, as a sentence
 * @param todo what its owner can do about it, as a sentence
 */
public record Unreadable(String reason, String todo, List<Warning> warnings) implements Outcome {

    static final String NOBODY_NAMED = "This file does not say who speaks.";
    static final String NAME_THEM = "Export the transcript with speaker names, or write each turn as \"Name: words\".";

    public Unreadable {
        warnings = List.copyOf(warnings);
    }
}
