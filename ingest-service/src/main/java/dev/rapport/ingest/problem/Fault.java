package dev.rapport.ingest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing wrong with what was sent.
 *
 * @param field where in the request, e.g. {@code participants[1].role}; null if it is about the whole
 * @param line of the body, from 1; null if it is not about the body
 * @param column of that line, from 1, in UTF-16 units
 * @param problem what is wrong; never quotes anybody's words
 * @param todo what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String field, Integer line, Integer column, String problem, String todo) {

    public static Fault of(String field, String problem, String todo) {
        return new Fault(field, null, null, problem, todo);
    }

    /** Takes what is wrong with one field; the taker knows where the field stands. */
    @FunctionalInterface
    public interface Sink {
        void fault(String field, String problem, String todo);
    }
}
