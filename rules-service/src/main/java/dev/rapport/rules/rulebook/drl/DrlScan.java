package dev.rapport.rules.rulebook.drl;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.rules.rulebook.RuleSyntax;

/** Splits a DRL text into names, texts, numbers and marks; comments are passed over. */
final class DrlScan {

    /** @param firstOfLine whether nothing but blanks stands before it */
    record Token(Shape shape, String text, int line, int column, boolean firstOfLine) {

        enum Shape {
            NAME, TEXT, NUMBER, MARK, END
        }

        boolean is(String plain) {
            return (shape == Shape.NAME || shape == Shape.MARK) && text.equals(plain);
        }

        String shown() {
            return RuleSyntax.shown(text);
        }
    }

    private static final int LONGEST_TEXT = 2_000;

    private DrlScan() {
    }

    /** Always ends with an END. A text that is not closed is a fault. */
    static List<Token> tokens(String text, List<DrlFault> faults) {
        List<Token> tokens = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        boolean first = true;
        int i = text.startsWith("\uFEFF") ? 1 : 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int column = i - lineStart + 1;
            int from = i;
            if (c == '\n') {
                line++;
                lineStart = ++i;
                first = true;
            } else if (Character.isWhitespace(c)) {
                i++;
            } else if (text.startsWith("//", i)) {
                i = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
            } else if (text.startsWith("/*", i)) {
                int end = text.indexOf("*/", i + 2);
                if (end < 0) {
                    faults.add(new DrlFault(line, column, "the comment is not closed", "*/", null));
                    end = text.length() - 2;
                }
                for (; i < end + 2; i++) {
                    if (text.charAt(i) == '\n') {
                        line++;
                        lineStart = i + 1;
                        first = true;
                    }
                }
            } else if (c == '"') {
                StringBuilder value = new StringBuilder();
                i++;
                while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
                    char each = text.charAt(i++);
                    if (each == '\\' && i < text.length()) {
                        char escaped = text.charAt(i++);
                        int which = "\"\\ntr".indexOf(escaped);
                        if (which < 0) {
                            faults.add(new DrlFault(line, i - 2 - lineStart + 1, "this escape is not known",
                                    "\\\" \\\\ \\n \\t or \\r", null));
                        }
                        value.append(which < 0 ? escaped : "\"\\\n\t\r".charAt(which));
                    } else {
                        value.append(each);
                    }
                }
                boolean closed = i < text.length() && text.charAt(i) == '"';
                i += closed ? 1 : 0;
                if (!closed || value.length() > LONGEST_TEXT) {
                    faults.add(new DrlFault(line, column,
                            closed ? "the text is too long" : "the quotation mark is not closed",
                            closed ? "at most " + LONGEST_TEXT + " characters" : "\" on the same line", null));
                }
                tokens.add(new Token(Token.Shape.TEXT, value.toString(), line, column, first));
                first = false;
            } else {
                Token.Shape shape;
                if (c >= '0' && c <= '9') {
                    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                        i++;
                    }
                    shape = Token.Shape.NUMBER;
                } else if (isNamePart(text, i)) {
                    while (i < text.length() && isNamePart(text, i)) {
                        i++;
                    }
                    shape = Token.Shape.NAME;
                } else {
                    i += text.startsWith("==", i) ? 2 : Character.charCount(text.codePointAt(i));
                    shape = Token.Shape.MARK;
                }
                tokens.add(new Token(shape, text.substring(from, i), line, column, first));
                first = false;
            }
        }
        tokens.add(new Token(Token.Shape.END, "", line, Math.max(1, text.length() - lineStart + 1), first));
        return tokens;
    }

    /** Hyphens within, as in no-loop. */
    private static boolean isNamePart(String text, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' && i > 0 && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
    }
}
