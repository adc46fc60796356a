package dev.rapport.coaching.wording;

import java.util.List;

/** What came of reading a folder of message files. */
public sealed interface Reading {

    /** Every file is sound. */
    record Read(Wordings wordings) implements Reading {
    }

    /**
     * At least one file is not.
     *
     * @param faults in the order of files and positions, never empty
     */
    record Refused(List<Fault> faults) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
