package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.signals.LanguageWords.Sort;
import dev.rapport.rules.signals.Sentence.Mood;

/**
 * Reads a text in a language of which only lists of words are known: no tagger, so what is seen is less than in English.
 * Sentences end at marks, their mood is told by how they open and end, what they are about by stems of words that are not
 * too common; there are no names, no orders, no details of the speaker and nothing points back. Pure and safe for threads.
 */
public final class LanguageReader {

    /** A question word asks without its mark only where the listener follows soon: "how long have you". */
    private static final int LISTENER_WITHIN = 5;
    private static final int TAG_AFTER_WORDS = 2;

    private final LanguageWords words;

    public LanguageReader(LanguageWords words) {
        this.words = words;
    }

    /** Any text gives signals, an empty one empty signals; time grows with its length. */
    public TextSignals read(String text) {
        return new Text(text).signals();
    }

    /** One text while it is read. */
    private final class Text {

        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        /** Of each token, as words are compared. */
        private final List<String> forms = new ArrayList<>();
        private final List<Sentence> sentences = new ArrayList<>();

        Text(String text) {
            this.text = text;
            for (Words.Piece piece : Words.cutWhole(text)) {
                String written = text.substring(piece.from(), piece.to());
                boolean mark = !Words.isWord(written.codePointAt(0));
                String form = mark ? written : words.form(written);
                boolean sound = words.has(Sort.FILLERS, form) || words.has(Sort.LEAD_INS, form);
                forms.add(form);
                tokens.add(new Token(written, mark ? form : words.stem(form), mark ? "PUNCT" : sound ? "INTJ" : "X",
                        piece.from(), piece.to()));
            }
        }

        TextSignals signals() {
            int from = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (ends(i)) {
                    segment(from, i + 1);
                    from = i + 1;
                }
            }
            if (from < tokens.size()) {
                segment(from, tokens.size());
            }
            Set<String> content = new LinkedHashSet<>();
            int count = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (!isMark(i)) {
                    count++;
                    if (forms.get(i).length() > 1 && tokens.get(i).pos().equals("X")
                            && !words.has(Sort.STOP_WORDS, forms.get(i))) {
                        content.add(tokens.get(i).lemma());
                    }
                }
            }
            return new TextSignals(TextSignals.VERSION, tokens, sentences, count, content, Set.of(), self(),
                    isListenerAddressed(), false, null, null);
        }

        private boolean isMark(int i) {
            return tokens.get(i).pos().equals("PUNCT");
        }

        private boolean is(int i, char mark) {
            return isMark(i) && forms.get(i).indexOf(mark) >= 0;
        }

        private boolean ends(int i) {
            if (i + 1 < tokens.size()
                    && text.substring(tokens.get(i).to(), tokens.get(i + 1).from()).indexOf('\n') >= 0) {
                return true;
            }
            // "am 3. Mai": a dot after a number is no end
            boolean ordinal = i > 0 && i + 1 < tokens.size() && forms.get(i).equals(".")
                    && Character.isDigit(forms.get(i - 1).charAt(0));
            return !ordinal && (is(i, '.') || is(i, '?') || is(i, '!') || is(i, '…') || is(i, ';'));
        }

        /** One stretch between marks: where a question begins after a comma, what is before it stands for itself. */
        private void segment(int from, int end) {
            boolean marked = is(end - 1, '?');
            boolean reported = false;
            for (int at = from; at < end; at++) {
                if (at > from && !is(at - 1, ',') && !is(at - 1, ':')) {
                    continue;
                }
                Mood mood = opening(from, at, end, marked);
                if (mood == null) {
                    continue;
                }
                if (at > from && isReported(from, at)) {
                    reported = true;
                    continue;
                }
                int begin = at;
                if (at > from && contentBegins(from, at) < at) {
                    sentences.add(new Sentence(from, at, Mood.STATEMENT));
                } else {
                    begin = from;
                }
                sentences.add(new Sentence(begin, end, mood));
                return;
            }
            sentences.add(new Sentence(from, end, plain(from, end, marked && !reported)));
        }

        private Mood plain(int from, int end, boolean marked) {
            if (contentBegins(from, end) >= end) {
                return Mood.FRAGMENT;
            }
            return marked || hasTag(from, end) ? Mood.CLOSED_QUESTION : Mood.STATEMENT;
        }

        /** The first word from there on that is more than a lead-in. */
        private int contentBegins(int from, int end) {
            int i = from;
            while (i < end) {
                int lead = words.length(Sort.LEAD_INS, forms, i, end);
                if (lead > 0) {
                    i += lead;
                } else if (isMark(i) || words.has(Sort.FILLERS, forms.get(i))) {
                    i++;
                } else {
                    return i;
                }
            }
            return end;
        }

        /** As {@link #contentBegins}, but no lead-in is passed over that an opening begins with. */
        private int openingBegins(int from, int end) {
            int i = from;
            while (i < end && words.length(Sort.OPEN_QUESTION_OPENINGS, forms, i, end) == 0
                    && words.length(Sort.CLOSED_QUESTION_OPENINGS, forms, i, end) == 0) {
                int lead = words.length(Sort.LEAD_INS, forms, i, end);
                if (lead == 0 && !isMark(i) && !words.has(Sort.FILLERS, forms.get(i))) {
                    return i;
                }
                i += Math.max(1, lead);
            }
            return i;
        }

        /** What a clause that begins there asks; null if it asks nothing, or nothing without a mark. */
        private Mood opening(int start, int at, int end, boolean marked) {
            int i = openingBegins(at, end);
            if (i >= end || !marked && words.length(Sort.NO_QUESTION_OPENINGS, forms, i, end) > 0) {
                return null;
            }
            int open = words.length(Sort.OPEN_QUESTION_OPENINGS, forms, i, end);
            int closed = words.length(Sort.CLOSED_QUESTION_OPENINGS, forms, i, end);
            if (open > 0 || closed > 0) {
                int after = i + Math.max(open, closed);
                // "you see, I was tired" only calls; "if you like, can you come" tells
                boolean calls = !marked && open == 0 && after < end && is(after, ',');
                boolean goesOn = !marked && open == 0 && at > start && dependsFrom(start, at);
                return calls || goesOn ? null : open >= closed ? Mood.OPEN_QUESTION : Mood.CLOSED_QUESTION;
            }
            int openWord = words.length(Sort.OPEN_QUESTION_WORDS, forms, i, end);
            int closedWord = words.length(Sort.CLOSED_QUESTION_WORDS, forms, i, end);
            if (openWord == 0 && closedWord == 0) {
                return null;
            }
            int after = i + Math.max(openWord, closedWord);
            boolean dependent = after < end && words.has(Sort.SUBJECTS, forms.get(after));
            boolean asks = marked ? at == start || !dependent : !dependent && listenerFollows(after, end);
            return !asks ? null : openWord >= closedWord ? Mood.OPEN_QUESTION : Mood.CLOSED_QUESTION;
        }

        private boolean dependsFrom(int start, int end) {
            int i = contentBegins(start, end);
            return i < end && words.length(Sort.SUBORDINATORS, forms, i, end) > 0;
        }

        private boolean listenerFollows(int from, int end) {
            for (int i = from; i < Math.min(end, from + LISTENER_WITHIN); i++) {
                if (is(i, ',')) {
                    return false;
                }
                if (isListener(i, false)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isReported(int from, int at) {
            for (int i = from; i < at; i++) {
                if (words.length(Sort.REPORTING, forms, i, at) > 0) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasTag(int from, int end) {
            int last = end;
            while (last > from && isMark(last - 1)) {
                last--;
            }
            for (int i = contentBegins(from, end) + TAG_AFTER_WORDS; i < last; i++) {
                if (words.length(Sort.QUESTION_TAGS, forms, i, last) == last - i) {
                    return true;
                }
            }
            return false;
        }

        private boolean isListener(int i, boolean begins) {
            String form = forms.get(i);
            return words.has(Sort.LISTENER, form) && (!words.needsCapital(form)
                    || !begins && Character.isUpperCase(tokens.get(i).text().charAt(0)));
        }

        private boolean isListenerAddressed() {
            for (int i = 0; i < tokens.size(); i++) {
                if (isListener(i, i == 0 || isMark(i - 1) && !is(i - 1, ','))) {
                    return true;
                }
            }
            return false;
        }

        private List<Integer> self() {
            List<Integer> self = new ArrayList<>();
            for (int s = 0; s < sentences.size(); s++) {
                Sentence sentence = sentences.get(s);
                boolean tells = sentence.mood() == Mood.STATEMENT || sentence.mood() == Mood.FRAGMENT;
                boolean speaker = false;
                for (int i = sentence.first(); i < sentence.end(); i++) {
                    speaker |= words.has(Sort.SPEAKER, forms.get(i));
                }
                if (tells && speaker) {
                    self.add(s);
                }
            }
            return self;
        }
    }
}
