package dev.rapport.coaching.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words and sentences of a text by their places. Loops instead of patterns: a turn may be twenty thousand characters of
 * anything.
 */
final class Words {

    private static final String TERMINATORS = ".!?…";
    private static final String CLOSERS = "\"'”’)";
    private static final Pattern UNPRINTABLE = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

    private Words() {
    }

    /** A stretch of text: first character, after the last character. */
    record Stretch(int from, int to) {
        String of(String text) {
            return text.substring(from, to);
        }
    }

    static int count(String text) {
        return in(text, 0, text.length()).size();
    }

    /** The words of a passage. A word is what stands between spaces and has a letter or digit in it. */
    static List<Stretch> in(String text, int from, int to) {
        List<Stretch> words = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            boolean word = false;
            while (at < to && !Character.isWhitespace(text.charAt(at))) {
                word |= Character.isLetterOrDigit(text.codePointAt(at));
                at++;
            }
            if (word) {
                words.add(new Stretch(start, at));
            }
        }
        return words;
    }

    /** The sentences of a passage: up to a full stop, question or exclamation mark before a space. */
    static List<Stretch> sentencesIn(String text, int from, int to) {
        List<Stretch> sentences = new ArrayList<>();
        int start = -1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (start < 0 && !Character.isWhitespace(c)) {
                start = at;
            }
            boolean space = at + 1 >= to || Character.isWhitespace(text.charAt(at + 1));
            if (start >= 0 && space && endsSentence(text, start, at + 1)) {
                sentences.add(new Stretch(start, at + 1));
                start = -1;
            }
        }
        if (start >= 0) {
            int end = to;
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            sentences.add(new Stretch(start, end));
        }
        return sentences;
    }

    /** Whether what stands before {@code to} is the end of a sentence; also true where nothing but space stands there. */
    static boolean endsSentence(String text, int from, int to) {
        int at = to - 1;
        while (at >= from && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        if (at < from) {
            return true;
        }
        while (at > from && CLOSERS.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return TERMINATORS.indexOf(text.charAt(at)) >= 0;
    }

    /**
     * Transcripts may carry terminal escapes, null bytes and characters that turn the direction of writing. Each becomes a
     * space, so that places in the text stay where they were.
     */
    static String printable(String text) {
        // nearly every turn is of letters before the first of those, and a replay asks of hundreds of thousands
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c > 0x9F && c < 0x200B)
                || !UNPRINTABLE.matcher(text).find()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            clean.append(UNPRINTABLE.matcher(character).matches() ? " " : character);
        });
        return clean.toString();
    }
}
