package dev.rapport.local;

import java.util.Locale;

/** Prints where a house is to be found. */
final class Addresses {

    private Addresses() {
    }

    static void print(HouseState state) {
        System.out.printf(Locale.ROOT, "ready in %.1f s%n", state.readyAfterMillis() / 1000.0);
        System.out.println("  turns and transcripts  " + state.ports().ingestUrl() + " (described at /q/openapi)");
        System.out.println("  rules in force         " + state.ports().rulesUrl() + "/rulebook");
        System.out.println("  rules for managers     " + state.ports().rulesUrl() + "/console");
        System.out.println("  coaching messages      " + state.ports().feedbackUrl() + "/learners/NAME");
        System.out.println("  Kafka                  127.0.0.1:" + state.ports().broker());
        System.out.println("  PostgreSQL             127.0.0.1:" + state.ports().database());
        System.out.flush();
    }
}
