package dev.rapport.rules.rulebook.exchange;

import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.drl.DrlFault;
import dev.rapport.rules.rulebook.table.CellFault;

/**
 * Something wrong in what was to be imported.
 *
 * @param place a cell ({@code Rules!C4}), a line and column ({@code rules.drl:4:12}), or the name of a file
 * @param what is wrong
 * @param expected what would be right; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record ImportFault(String place, String what, String expected, String didYouMean) {

    static ImportFault of(CellFault fault) {
        return new ImportFault(fault.place(), fault.what(), fault.expected(), fault.didYouMean());
    }

    static ImportFault of(String file, DrlFault fault) {
        return new ImportFault(file + ":" + fault.line() + ":" + fault.column(), fault.what(), fault.expected(),
                fault.didYouMean());
    }

    static ImportFault of(Fault fault) {
        return new ImportFault(fault.file().isEmpty()
                ? "the rulebook"
                : fault.file() + ":" + fault.line() + ":" + fault.column(), fault.what(), fault.expected(),
                fault.didYouMean());
    }

    /** {@code place: what, expected ..., did you mean "..."?} */
    @Override
    public String toString() {
        return place + ": " + what + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
