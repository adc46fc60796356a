package dev.rapport.feedback.page;

/** When something was said, as people read it. */
final class Clock {

    private Clock() {
    }

    static String at(int turn, Long startMillis, Texts texts) {
        if (startMillis == null) {
            return texts.turn(turn);
        }
        long seconds = Math.max(0, startMillis) / 1000;
        return seconds < 3600
                ? String.format("%02d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
