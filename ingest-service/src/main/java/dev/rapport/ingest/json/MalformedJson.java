package dev.rapport.ingest.json;

import dev.rapport.ingest.problem.Fault;

/** Text that is not the JSON it should be. The message never quotes it, because it may be somebody's words. */
public final class MalformedJson extends Exception {

    private final transient Place at;
    private final String todo;

    MalformedJson(Place at, String message, String todo) {
        super(message);
        this.at = at;
        this.todo = todo;
    }

    public Fault fault() {
        return new Fault(null, at.line(), at.column(), getMessage(), todo);
    }
}
