package dev.rapport.ingest.turn;

import java.util.List;

import dev.rapport.events.TurnSpoken;
import dev.rapport.ingest.problem.Fault;

/** What one turn as it was sent turns out to be. */
sealed interface Reading {

    record Taken(TurnSpoken turn) implements Reading {
    }

    /**
     * @param turn its number; null if that cannot be told
     * @param faults at least one, each with its line
     */
    record Refused(Integer turn, List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
