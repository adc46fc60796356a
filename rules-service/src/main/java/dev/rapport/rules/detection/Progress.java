package dev.rapport.rules.detection;

import java.io.PrintStream;
import java.util.Locale;

/** Says on standard error how far the work is, where somebody looks at it. */
final class Progress {

    private static final long EVERY_NANOS = 500_000_000;
    private static final boolean SEEN = Boolean.getBoolean("rapport.terminal");

    private final String unit;
    private final PrintStream err;
    private final long began = System.nanoTime();
    private long told = began;
    private long done;
    private boolean shown;

    Progress(String unit, PrintStream err) {
        this.unit = unit;
        this.err = err;
    }

    void at(int more) {
        done += more;
        long now = System.nanoTime();
        if (SEEN && now - told > EVERY_NANOS) {
            told = now;
            show();
        }
    }

    private void show() {
        double seconds = (System.nanoTime() - began) / 1e9;
        err.printf(Locale.ROOT, "\r  %,d %s, %,.0f %s/s\u001b[K", done, unit, done / seconds, unit);
        shown = true;
    }

    void erase() {
        if (shown) {
            err.print("\r\u001b[K");
            shown = false;
        }
    }

    void end() {
        if (SEEN) {
            show();
            err.println();
        }
    }
}
