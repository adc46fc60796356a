package dev.rapport.parts;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ties a JVM to the process that started it. The parent holds the other end of standard input and never writes to it, so
 * the end of that stream means that the parent is gone, also when it was killed without a chance to say so. Unlike a
 * look at the parent's process id this needs no polling and cannot mistake a reused id for the parent.
 */
public final class Tether {

    private static final long GRACE_MILLIS = 15_000;

    private Tether() {
    }

    /** Ends this JVM, running its shutdown hooks for at most 15 s, as soon as standard input ends. */
    public static void toParent() {
        var watch = new Thread(() -> {
            waitForEnd(System.in);
            endWithin(GRACE_MILLIS);
        }, "tether");
        watch.setDaemon(true);
        watch.start();
    }

    /** Runs the class named first with the remaining arguments, tied to the parent. */
    public static void main(String[] args) throws ReflectiveOperationException {
        toParent();
        var rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void waitForEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // nobody speaks here; only the end matters
            }
        } catch (IOException ignored) {
            // a broken pipe is an end too
        }
    }

    private static void endWithin(long millis) {
        var deadline = new Thread(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        }, "tether-deadline");
        deadline.setDaemon(true);
        deadline.start();
        System.exit(0);
    }
}
