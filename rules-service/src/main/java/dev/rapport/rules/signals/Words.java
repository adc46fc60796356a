package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words and punctuation marks, contractions into their two parts. Written here because a trained
 * tokeniser expects edited prose: speech comes without casing and with doubled dashes, and spans must be exact.
 */
final class Words {

    /** @param joined whether it is the second part of a contraction, which is no word of its own */
    record Piece(int from, int to, boolean joined) {
    }

    private static final Set<String> SECOND_PARTS = Set.of("'s", "'m", "'re", "'ve", "'ll", "'d");
    private static final int LONGEST_CONTRACTION = 24;

    private Words() {
    }

    static List<Piece> cut(String text) {
        return cut(text, true);
    }

    /** As {@link #cut}, but no word is cut in two: contractions are English. */
    static List<Piece> cutWhole(String text) {
        return cut(text, false);
    }

    private static List<Piece> cut(String text, boolean english) {
        List<Piece> pieces = new ArrayList<>(text.length() / 5 + 4);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (isWord(c)) {
                int end = wordEnd(text, i + width);
                if (english && end - i > 3 && end < text.length() && isApostrophe(text.charAt(end))
                        && text.startsWith("in", end - 2)) {
                    // "goin'"
                    end++;
                }
                addWord(text, i, end, english, pieces);
                i = end;
            } else {
                if (!isBlank(c)) {
                    int end = i + width;
                    // a run of the same mark is one mark: "...", "--", "?!"
                    while (end < text.length() && isMark(text.charAt(end)) && isMark(text.charAt(i))) {
                        end++;
                    }
                    pieces.add(new Piece(i, end, false));
                    i = end;
                } else {
                    i += width;
                }
            }
        }
        return pieces;
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (isWord(c)) {
                i += width;
            } else if (isInner(c) && i + width < text.length() && isWord(text.codePointAt(i + width))
                    && fits(text, i, c, width)) {
                i += width + Character.charCount(text.codePointAt(i + width));
            } else {
                break;
            }
        }
        return i;
    }

    /** A comma or dot belongs to a word only between digits or single letters: 2,000, 3.5, U.S. */
    private static boolean fits(String text, int at, int mark, int width) {
        if (mark == ',' || mark == ':') {
            return Character.isDigit(text.codePointBefore(at)) && Character.isDigit(text.codePointAt(at + width));
        }
        if (mark == '.') {
            return Character.isDigit(text.codePointBefore(at)) && Character.isDigit(text.codePointAt(at + width))
                    || Character.isLetter(text.codePointBefore(at)) && Character.isLetter(text.codePointAt(at + width))
                            && (at < 2 || !isWord(text.codePointBefore(at - 1)));
        }
        return true;
    }

    private static void addWord(String text, int from, int end, boolean english, List<Piece> pieces) {
        if (english && end - from <= LONGEST_CONTRACTION) {
            String low = text.substring(from, end).toLowerCase(Locale.ROOT).replace('’', '\'');
            // lower-casing may change the length of a few letters; then positions would lie
            if (low.length() == end - from) {
                int split = splitAt(low);
                if (split > 0) {
                    pieces.add(new Piece(from, from + split, false));
                    // "d'you" is two words, each tagged by itself
                    pieces.add(new Piece(from + split, end, low.charAt(split - 1) != '\''));
                    return;
                }
            }
        }
        pieces.add(new Piece(from, end, false));
    }

    private static int splitAt(String low) {
        if (low.endsWith("n't") && low.length() > 3 || low.endsWith("nae") && low.length() > 4) {
            return low.length() - 3;
        }
        if (low.startsWith("d'") && Lexicon.spelled(low.substring(2)).equals("you")) {
            return 2;
        }
        int mark = low.lastIndexOf('\'');
        if (mark > 0 && SECOND_PARTS.contains(low.substring(mark))) {
            return mark;
        }
        return switch (low) {
            case "cannot", "gonna", "gotta", "wanna" -> 3;
            case "dont", "isnt", "arent", "didnt", "doesnt", "cant", "wont", "wasnt", "havent", "hasnt", "couldnt",
                    "wouldnt", "shouldnt" ->
                low.length() - 2;
            case "im", "youre", "theyre", "ive", "youve", "theyve" -> low.startsWith("i")
                    ? 1
                    : low.startsWith("you") ? 3 : 4;
            case "whats", "thats" -> 4;
            default -> 0;
        };
    }

    /**
     * How a word is compared: lower case, plain apostrophe, "goin'" and "ye" as "going" and "you", a stutter ("wh-what",
     * "so-so") read as the word it reaches.
     */
    static String form(String word) {
        String low = Lexicon.spelled(word.toLowerCase(Locale.ROOT).replace('’', '\''));
        if (low.endsWith("in'")) {
            return low.substring(0, low.length() - 1) + "g";
        }
        int dash = low.lastIndexOf('-');
        if (dash > 0 && dash < low.length() - 1 && low.length() <= LONGEST_CONTRACTION) {
            String last = low.substring(dash + 1);
            for (String part : low.substring(0, dash).split("-")) {
                if (part.isEmpty() || !last.startsWith(part)) {
                    return low;
                }
            }
            return last;
        }
        return low;
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInner(int c) {
        return c == '\'' || c == '’' || c == '-' || c == '.' || c == ',' || c == ':' || c == '@' || c == '&'
                || c == '/';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '?' || c == '!' || c == '-' || c == '…' || c == '—' || c == '–';
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
