package dev.rapport.rules.conversation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How far a conversation has come. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@JsonSubTypes.Type(value = Phase.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Phase.Closing.class, name = "closing"),
        @JsonSubTypes.Type(value = Phase.Judged.class, name = "judged"),
        @JsonSubTypes.Type(value = Phase.Forgotten.class, name = "forgotten")})
public sealed interface Phase {

    /** Turns are expected. */
    record Open() implements Phase {
    }

    /**
     * Closed, but turns that were sent are still on their way.
     *
     * @param turns how many were sent; null if not told
     * @param until how long to wait for them
     */
    record Closing(Integer turns, Instant until) implements Phase {
    }

    /** The last word is spoken. Its turns are kept for a while, to tell a retry from a turn that came too late. */
    record Judged(Instant at) implements Phase {
    }

    /** Its turns are deleted; only that it was there is remembered. */
    record Forgotten(Instant at) implements Phase {
    }
}
