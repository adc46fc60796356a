package dev.rapport.local;

import java.io.PrintStream;

/** Tells people what goes on: on a terminal one line that changes, elsewhere only lines that stay. */
final class Progress {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean lineOpen;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error; {@code ./rapport} says whether that is a terminal. */
    static Progress onStandardError() {
        return new Progress(System.err, Boolean.getBoolean("rapport.terminal"));
    }

    /** A line that stays. */
    synchronized void line(String text) {
        erase();
        out.println(text);
        out.flush();
    }

    /** What is being waited for; the next line takes its place. */
    synchronized void waiting(String text) {
        if (terminal) {
            out.print(ERASE_LINE + text);
            out.flush();
            lineOpen = true;
        }
    }

    /** Ends waiting. */
    synchronized void erase() {
        if (lineOpen) {
            out.print(ERASE_LINE);
            out.flush();
            lineOpen = false;
        }
    }
}
