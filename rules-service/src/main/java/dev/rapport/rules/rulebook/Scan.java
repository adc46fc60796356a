package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.vocabulary.Word;
import dev.rapport.rules.vocabulary.Word.Shape;

/** Splits the text of a rules file into words, numbers, quoted texts and marks. One pass, no looking back. */
final class Scan {

    static final int LONGEST_QUOTE = 300;

    private Scan() {
    }

    static List<Word> words(String file, String text, Faults faults) {
        List<Word> words = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        boolean first = true;
        int i = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
        if (i == 1) {
            lineStart = 1;
        }
        while (i < text.length()) {
            char c = text.charAt(i);
            int column = i - lineStart + 1;
            if (c == '\n') {
                line++;
                lineStart = i + 1;
                first = true;
                i++;
            } else if (Character.isWhitespace(c) || c == '\u00A0') {
                i++;
            } else if (c == '#') {
                i = endOfLine(text, i);
            } else {
                int from = i;
                if (isQuote(c)) {
                    int end = i + 1;
                    while (end < text.length() && text.charAt(end) != '\n' && !isQuote(text.charAt(end))) {
                        end++;
                    }
                    boolean closed = end < text.length() && isQuote(text.charAt(end));
                    String quoted = text.substring(i + 1, end).stripTrailing();
                    if (!closed) {
                        faults.add(file, line, column, "the quotation mark is not closed", "\" on the same line", null);
                    } else if (quoted.length() > LONGEST_QUOTE) {
                        faults.add(file, line, column, "the quoted text is too long",
                                "at most " + LONGEST_QUOTE + " characters", null);
                    }
                    words.add(
                            new Word(Shape.QUOTED, closed ? text.substring(i + 1, end) : quoted, line, column, first));
                    i = closed ? end + 1 : end;
                } else if (isWordPart(text, i)) {
                    boolean digits = true;
                    while (i < text.length() && isWordPart(text, i)) {
                        digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
                        i++;
                    }
                    words.add(new Word(digits ? Shape.NUMBER : Shape.WORD, text.substring(from, i).replace('’', '\''),
                            line, column, first));
                } else {
                    i += Character.charCount(text.codePointAt(i));
                    words.add(new Word(Shape.MARK, text.substring(from, i), line, column, first));
                }
                first = false;
            }
        }
        return words;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }

    /** Hyphens and apostrophes inside a word, and a point inside a number, belong to it. */
    private static boolean isWordPart(String text, int i) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c) || c == '_') {
            return true;
        }
        boolean between = i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
        if (c == '\'' || c == '’') {
            return i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
        }
        return between && (c == '-' || c == '.');
    }
}
