package dev.rapport.rules.detection;

import java.util.Locale;

/** A text as plain speech recognition gives it: lower case, nothing but words, whose apostrophes and hyphens stay. */
final class WordsOnly {

    private WordsOnly() {
    }

    static String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean inside = i > 0 && i + 1 < lower.length() && isWord(lower.charAt(i - 1))
                    && isWord(lower.charAt(i + 1));
            boolean number = inside && Character.isDigit(lower.charAt(i - 1)) && Character.isDigit(lower.charAt(i + 1));
            if (isWord(c) || (c == '\'' || c == '-') && inside || (c == '.' || c == ',' || c == ':') && number) {
                words.append(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static SpokenLine of(SpokenLine line) {
        return new SpokenLine(line.conversation(), line.turn(), line.speaker(), line.learner(), of(line.text()),
                line.startMillis(), line.endMillis(), line.confidence(), line.kind(), line.stage(), line.language());
    }
}
