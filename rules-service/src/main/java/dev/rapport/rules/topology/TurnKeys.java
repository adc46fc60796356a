package dev.rapport.rules.topology;

/** Keys of the turns store: those of one conversation lie side by side, in the order of their numbers. */
final class TurnKeys {

    /** The greatest number a turn may have. */
    static final int LAST = 99_999_999;

    private TurnKeys() {
    }

    static String of(String conversation, int turn) {
        return "%s/turn%08d".formatted(conversation, turn);
    }

    static String first(String conversation) {
        return of(conversation, 0);
    }

    static String last(String conversation) {
        return of(conversation, LAST);
    }
}
