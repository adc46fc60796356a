package dev.rapport.feedback.learner;

/** What somebody typed, before it is measured and kept. */
public final class Typed {

    private Typed() {
    }

    /**
     * @param text may be null
     * @return without space around it, a line break as the one character that a form counted it as, and without what PostgreSQL
     *         cannot keep; empty for nothing
     */
    public static String text(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\0', ' ').strip();
    }
}
