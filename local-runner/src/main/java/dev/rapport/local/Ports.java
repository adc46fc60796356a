package dev.rapport.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

import dev.rapport.parts.FreePorts;

/** The ports of one house, all on 127.0.0.1. */
record Ports(int ingest, int rules, int feedback, int broker, int controller, int database) {

    /** What a house gets that has not been here before: what people know by heart, and for the parts whatever is free. */
    static final Ports PREFERRED = new Ports(8081, 8082, 8083, 0, 0, 0);

    /** These ports, with a free one in the place of each that is taken, or claimed by another house that is starting. */
    Ports orFree() {
        return orFree(FreePorts::claim, () -> FreePorts.find(1).get(0));
    }

    Ports orFree(IntPredicate isFree, IntSupplier anyFree) {
        var given = new HashSet<Integer>();
        var chosen = new ArrayList<Integer>();
        for (int wish : List.of(ingest, rules, feedback, broker, controller, database)) {
            int port = wish;
            while (port == 0 || given.contains(port) || !isFree.test(port)) {
                port = anyFree.getAsInt();
            }
            given.add(port);
            chosen.add(port);
        }
        return new Ports(chosen.get(0), chosen.get(1), chosen.get(2), chosen.get(3), chosen.get(4), chosen.get(5));
    }

    String ingestUrl() {
        return url(ingest);
    }

    String rulesUrl() {
        return url(rules);
    }

    String feedbackUrl() {
        return url(feedback);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
