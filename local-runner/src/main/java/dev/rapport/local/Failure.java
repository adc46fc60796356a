package dev.rapport.local;

/** Ends a verb with a sentence for people and an exit code of {@link Exit}. */
final class Failure extends RuntimeException {

    private final int exit;

    Failure(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    Failure(int exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
