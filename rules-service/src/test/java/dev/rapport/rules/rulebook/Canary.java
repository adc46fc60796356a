package dev.rapport.rules.rulebook;

import java.util.concurrent.atomic.AtomicInteger;

/** Rings when something a hostile text names is ever loaded or run. */
public final class Canary {

    private static final AtomicInteger RUNG = new AtomicInteger();
    /** Set by loading the class, so that the test can ask without loading it. */
    public static final String LOADED = "rapport.canary";

    static {
        System.setProperty(LOADED, "rang");
    }

    private Canary() {
    }

    public static boolean ring() {
        RUNG.incrementAndGet();
        return true;
    }
}
