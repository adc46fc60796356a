package dev.rapport.feedback.transcript;

import java.time.Instant;

/** A room that keeps words of talks, which go after some weeks. */
public interface KeepsWords {

    /** Forgets the words of what came before {@code then}; doing it again changes nothing. */
    void forgetBefore(Instant then);
}
