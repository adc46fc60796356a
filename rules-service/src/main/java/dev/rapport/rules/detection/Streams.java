package dev.rapport.rules.detection;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a verb reads and prints. */
record Streams(InputStream in, PrintStream out, PrintStream err) {

    static Streams standard() {
        return new Streams(System.in, System.out, System.err);
    }
}
