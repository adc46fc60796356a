package dev.rapport.ingest.transcript;

import java.util.ArrayList;
import java.util.List;

/** What is done to spoken words and to names before they leave this package. */
final class Words {

    private Words() {
    }

    /** One line: white space runs become one space, control characters and lone surrogates go. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                // a null byte stands for nothing, not for a gap between words
                space |= c != 0;
                continue;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    continue;
                }
            }
            if (space && !clean.isEmpty()) {
                clean.append(' ');
            }
            space = false;
            clean.append(c);
            if (Character.isHighSurrogate(c)) {
                clean.append(text.charAt(++i));
            }
        }
        return clean.toString();
    }

    /** A name without the invisible marks, brackets' leftovers and colons that formats put around it. */
    static String name(String text) {
        String clean = clean(text);
        int from = 0;
        int to = clean.length();
        while (from < to && edge(clean.charAt(from))) {
            from++;
        }
        while (to > from && edge(clean.charAt(to - 1))) {
            to--;
        }
        return clean.substring(from, to);
    }

    private static boolean edge(char c) {
        return c == ':' || c == ' ' || c == '\uFF1A' || Character.getType(c) == Character.FORMAT;
    }

    /** Whether there is anything to see in {@code text}. */
    static boolean said(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT) {
                return true;
            }
        }
        return false;
    }

    /** {@code at}, or one less where that would cut a character in two. */
    static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    /** Clean text in parts of at most {@code longest} characters: cut after a sentence, else between words, else anywhere. */
    static List<String> parts(String text, int longest) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > longest) {
            int cut = cut(text, from, from + longest);
            parts.add(text.substring(from, cut).strip());
            from = cut;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
        }
        if (from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static int cut(String text, int from, int to) {
        int half = from + (to - from) / 2;
        int space = -1;
        for (int i = to; i > half; i--) {
            if (text.charAt(i) == ' ') {
                if (".!?\u2026\u061F\u06D4\u0964".indexOf(text.charAt(i - 1)) >= 0) {
                    return i;
                }
                if (space < 0) {
                    space = i;
                }
            } else if ("\u3002\uFF01\uFF1F".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return space > 0 ? space : boundary(text, to);
    }
}
