package dev.rapport.coaching.composition;

import java.util.List;

import dev.rapport.coaching.composition.Words.Stretch;
import dev.rapport.coaching.wording.BehaviourWording.Quoting;
import dev.rapport.events.Evidence;

/**
 * The learner's own words, few of them.
 *
 * @param turn they stand in
 * @param text at most {@link #MOST_WORDS} words, with an ellipsis where the sentence goes on
 * @param from index of the first quoted character in the turn's text as shown under evidence, in UTF-16 units
 * @param to index after the last
 * @param startMillis of the turn; null without times
 */
public record Quote(int turn, String text, int from, int to, Long startMillis) {

    public static final int MOST_WORDS = 25;
    /** A shorter quote says too little by itself. */
    private static final int FEW_WORDS = 4;
    private static final String MORE = "…";

    /**
     * The words of an evidence turn that show the behaviour best: of the passage, or of the whole turn where the passage
     * is all marks and unprintable characters.
     *
     * @param shown of the learner, already without names; with at least one word
     */
    static Quote of(Evidence shown, Quoting quoting) {
        String text = shown.text();
        Stretch pointedAt = wholeWords(text, shown.from(), shown.to());
        Stretch passage = shown.from() == shown.to() || Words.in(text, pointedAt.from(), pointedAt.to()).isEmpty()
                ? new Stretch(0, text.length())
                : pointedAt;
        Stretch best = switch (quoting) {
            case QUESTION -> question(text, passage);
            case OPENING -> opening(text, passage);
            case PASSAGE -> sentenceOf(text, passage);
        };
        List<Stretch> words = Words.in(text, best.from(), best.to());
        if (words.size() > MOST_WORDS) {
            int first = switch (quoting) {
                case QUESTION -> words.size() - MOST_WORDS;
                case OPENING -> 0;
                case PASSAGE -> Math.max(0, Math.min(wordAt(words, passage.from()) - 3, words.size() - MOST_WORDS));
            };
            List<Stretch> kept = words.subList(first, first + MOST_WORDS);
            int from = first == 0 ? best.from() : kept.get(0).from();
            int to = first + MOST_WORDS == words.size() ? best.to() : kept.get(MOST_WORDS - 1).to();
            best = new Stretch(from, to);
        }
        String quoted = best.of(text).strip().replaceAll("\\s+", " ");
        boolean startsInside = !Words.endsSentence(text, 0, best.from());
        boolean endsInside = !text.substring(best.to()).isBlank() && !Words.endsSentence(quoted, 0, quoted.length());
        return new Quote(shown.turn(), (startsInside ? MORE + " " : "") + quoted.replaceAll("[,;:–-]+$", "")
                + (endsInside ? " " + MORE : ""), best.from(), best.to(), shown.startMillis());
    }

    private static Stretch wholeWords(String text, int from, int to) {
        int first = from;
        while (first > 0 && !Character.isWhitespace(text.charAt(first - 1))) {
            first--;
        }
        int end = to;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Stretch(first, end);
    }

    private static Stretch question(String text, Stretch passage) {
        List<Stretch> sentences = Words.sentencesIn(text, passage.from(), passage.to());
        for (int i = sentences.size() - 1; i >= 0; i--) {
            if (sentences.get(i).of(text).contains("?")) {
                return withNeighbour(text, sentences, i, -1);
            }
        }
        return opening(text, passage);
    }

    /** From the sentence on in which the passage begins: a phrase alone would be cut off in the middle of it. */
    private static Stretch opening(String text, Stretch passage) {
        List<Stretch> sentences = Words.sentencesIn(text, 0, text.length()).stream()
                .filter(s -> s.to() > passage.from() && s.from() < passage.to()).toList();
        return sentences.isEmpty() ? passage : withNeighbour(text, sentences, 0, 1);
    }

    /** A sentence, with the one beside it where it is too short to say much. */
    private static Stretch withNeighbour(String text, List<Stretch> sentences, int at, int step) {
        Stretch one = sentences.get(at);
        int beside = at + step;
        if (beside < 0 || beside >= sentences.size()
                || Words.in(text, one.from(), one.to()).size() > 2 * FEW_WORDS) {
            return one;
        }
        Stretch two = sentences.get(beside);
        Stretch both = new Stretch(Math.min(one.from(), two.from()), Math.max(one.to(), two.to()));
        return Words.in(text, both.from(), both.to()).size() <= MOST_WORDS ? both : one;
    }

    /** The sentence around a passage, unless it is too long for a quote and the passage says enough by itself. */
    private static Stretch sentenceOf(String text, Stretch passage) {
        boolean few = Words.in(text, passage.from(), passage.to()).size() < FEW_WORDS;
        return Words.sentencesIn(text, 0, text.length()).stream()
                .filter(s -> s.from() <= passage.from() && s.to() >= passage.to())
                .filter(s -> few || Words.in(text, s.from(), s.to()).size() <= MOST_WORDS).findFirst().orElse(passage);
    }

    private static int wordAt(List<Stretch> words, int place) {
        int at = 0;
        while (at < words.size() - 1 && words.get(at).to() <= place) {
            at++;
        }
        return at;
    }
}
