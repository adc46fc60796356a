package dev.rapport.rules.rulebook.table;

/**
 * Something wrong in a table.
 *
 * @param place e.g. {@code Rules!C4}, or the name of the file or sheet where it is no single cell
 * @param what is wrong
 * @param expected what would be right; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record CellFault(String place, String what, String expected, String didYouMean) {

    /** {@code Rules!C4: what, expected ..., did you mean "..."?} */
    @Override
    public String toString() {
        return place + ": " + what + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
