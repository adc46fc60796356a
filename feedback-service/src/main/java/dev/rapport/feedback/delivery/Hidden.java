package dev.rapport.feedback.delivery;

/** Something that must not be printed: it says nothing of itself, in a log line or elsewhere. */
record Hidden(String value) {

    @Override
    public String toString() {
        return "hidden";
    }
}
