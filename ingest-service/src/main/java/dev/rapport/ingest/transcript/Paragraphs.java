package dev.rapport.ingest.transcript;

import java.util.function.Predicate;

/** Goes through texts in which a head names a speaker and all that follows is theirs until the next head. */
final class Paragraphs {

    /**
     * @param at milliseconds; null where the head has no time
     * @param words that stand behind the name on the same line; may be blank
     */
    record Head(String name, Long at, String words) {
    }

    /** Tells the heads of one format. */
    interface Heads {

        /**
         * @param afterBlank whether this is the first line or a blank one stands before it
         * @param beforeWords whether the next line holds words
         * @return null if {@code line} is no head
         */
        Head at(String line, boolean afterBlank, boolean beforeWords);
    }

    private Paragraphs() {
    }

    /** How many heads the beginning of {@code upload} has. */
    static int count(Upload upload, Heads heads) {
        Lines lines = upload.beginning();
        int count = 0;
        boolean afterBlank = true;
        while (lines.next()) {
            if (!lines.blank() && heads.at(lines.line().strip(), afterBlank, lines.wordsFollow()) != null) {
                count++;
            }
            afterBlank = lines.blank();
        }
        return count;
    }

    /**
     * @param leftOut lines that are nobody's words: notices, page headers
     */
    static void read(Upload upload, Turns turns, Heads heads, Predicate<String> leftOut) {
        Lines lines = upload.lines(turns);
        Head head = null;
        int headLine = 0;
        int preamble = 0;
        StringBuilder words = new StringBuilder();
        boolean afterBlank = true;
        while (!turns.full() && lines.next()) {
            String line = lines.line().strip();
            boolean blank = line.isEmpty();
            if (!blank && !leftOut.test(line)) {
                Head next = heads.at(line, afterBlank, lines.wordsFollow());
                if (next != null) {
                    say(turns, headLine, head, words);
                    head = next;
                    headLine = lines.number();
                    words.append(next.words());
                } else if (head == null) {
                    preamble = preamble == 0 ? lines.number() : preamble;
                } else {
                    words.append('\n').append(line);
                    if (words.length() > Lines.LONGEST) {
                        say(turns, headLine, head, words);
                        head = new Head(head.name(), null, "");
                        headLine = lines.number();
                    }
                }
            }
            afterBlank = blank;
        }
        say(turns, headLine, head, words);
        if (preamble > 0) {
            turns.unsaid(preamble);
        }
    }

    private static void say(Turns turns, int line, Head head, StringBuilder words) {
        if (head != null) {
            turns.say(line, head.name(), words.toString(), head.at(), null, null);
        }
        words.setLength(0);
    }

    /**
     * A time in brackets, or bare before a space, at the start of {@code text}.
     *
     * @return the time with what stands behind it; null if there is none
     */
    static Head leadingTime(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char open = text.charAt(0);
        char close = open == '[' ? ']' : open == '(' ? ')' : ' ';
        if (close == ' ' && !(open >= '0' && open <= '9')) {
            return null;
        }
        int from = close == ' ' ? 0 : 1;
        int most = Math.min(text.length(), 24);
        for (int i = from; i < most; i++) {
            char c = text.charAt(i);
            if (c == close || close == ' ' && c == '\t') {
                Long at = Clock.millis(text.substring(from, i));
                return at == null ? null : new Head("", at, text.substring(i + 1).strip());
            }
        }
        Long at = close == ' ' && text.length() <= most ? Clock.millis(text) : null;
        return at == null ? null : new Head("", at, "");
    }

    static String withoutColon(String text) {
        return text.startsWith(":") || text.startsWith("\uFF1A") ? text.substring(1).strip() : text;
    }
}
