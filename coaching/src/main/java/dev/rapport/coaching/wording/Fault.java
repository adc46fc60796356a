package dev.rapport.coaching.wording;

/**
 * Something wrong in a message file.
 *
 * @param line from 1
 * @param column from 1
 * @param what is wrong
 * @param expected what should stand there; null if {@code what} says it
 * @param didYouMean the nearest word that would be right; null if none is near
 */
public record Fault(String file, int line, int column, String what, String expected, String didYouMean) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what
                + (expected == null ? "" : ", expected " + expected)
                + (didYouMean == null ? "" : ", did you mean \"" + didYouMean + "\"?");
    }
}
