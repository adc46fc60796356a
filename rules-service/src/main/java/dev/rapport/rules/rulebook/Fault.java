package dev.rapport.rules.rulebook;

import java.util.Comparator;

/**
 * Something wrong in the rules folder.
 *
 * @param file path below the rules folder, with slashes
 * @param line from 1
 * @param column from 1
 * @param what is wrong
 * @param expected what would be right; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record Fault(String file, int line, int column, String what, String expected, String didYouMean) {

    static final Comparator<Fault> BY_POSITION = Comparator.comparing(Fault::file).thenComparing(Fault::line)
            .thenComparing(Fault::column).thenComparing(Fault::what);

    static Fault at(Position position, String what, String expected) {
        return new Fault(position.file(), position.line(), position.column(), what, expected, null);
    }

    /** {@code file:line:column: what, expected ..., did you mean "..."?} */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
