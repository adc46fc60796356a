package dev.rapport.rules.vocabulary;

import java.util.Locale;

/**
 * A word of a written rule and where it stands.
 *
 * @param text as written, quotation marks left out
 * @param line from 1
 * @param column of its first character, from 1
 * @param firstOfLine whether nothing but blanks stands before it
 */
public record Word(Shape shape, String text, int line, int column, boolean firstOfLine) {

    public enum Shape {
        WORD, NUMBER, QUOTED,
        /** Anything else, one character each. */
        MARK
    }

    public boolean is(String plain) {
        return shape != Shape.QUOTED && text.equalsIgnoreCase(plain);
    }

    boolean isArticle() {
        return is("a") || is("an");
    }

    String plain() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As it should be shown in a message. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(60).forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format("U+%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        if (text.codePointCount(0, text.length()) > 60) {
            shown.append("…");
        }
        return shown.toString();
    }

    /** Column after its last character. */
    public int endColumn() {
        return column + text.length() + (shape == Shape.QUOTED ? 2 : 0);
    }
}
