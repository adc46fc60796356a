package dev.rapport.rules.rulebook.drl;

/**
 * Something wrong in a DRL text.
 *
 * @param line from 1
 * @param column from 1
 * @param what is wrong
 * @param expected what would be right; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record DrlFault(int line, int column, String what, String expected, String didYouMean) {

    /** {@code line:column: what, expected ..., did you mean "..."?} */
    @Override
    public String toString() {
        return line + ":" + column + ": " + what + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
