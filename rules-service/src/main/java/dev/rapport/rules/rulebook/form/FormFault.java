package dev.rapport.rules.rulebook.form;

/**
 * Something wrong with a form.
 *
 * @param field where, e.g. {@code conditions[2].parts[0].count}; empty for the form as a whole
 * @param what is wrong
 * @param expected what would be right; null where nothing certain can be said
 * @param didYouMean what was probably meant; null if nothing is like it
 */
public record FormFault(String field, String what, String expected, String didYouMean) {

    /** {@code field: what, expected ..., did you mean "..."?} */
    @Override
    public String toString() {
        return (field.isEmpty() ? "" : field + ": ") + what + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
