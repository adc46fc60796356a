package dev.rapport.rules.rulebook;

import java.util.List;

/** What came of reading a rules folder. */
public sealed interface Reading {

    record Read(Rulebook rulebook) implements Reading {
    }

    /** @param faults all of them, by file and position; at least one */
    record Refused(List<Fault> faults) implements Reading {
    }
}
