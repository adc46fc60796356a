package dev.rapport.rules.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

/**
 * A piece of a turn that is listened to at once: about a sentence. Neither case nor marks are in it, so that speech
 * recognition that writes none is heard alike; neither are names and what tells women from men, so that nobody is heard
 * otherwise for whom they speak of. docs/fairness.md says how that is checked.
 *
 * @param words lower case, contractions in their parts, digits as 0
 * @param text the same words as they are read by the sentence model
 * @param span in the turn's text
 */
record Unit(List<String> words, String text, Span span) {

    /** A shorter sentence goes with the one after it: "Yes. I would" says nothing alone. */
    private static final int FEWEST_WORDS = 3;
    /** A longer one, such as speech recognition without marks makes, is heard in overlapping windows. */
    private static final int MOST_WORDS = 32;
    private static final int WINDOW = 24;
    private static final int STEP = 12;
    /** As many as a turn may cost; a longer turn is heard by its beginning. */
    private static final int MOST_UNITS = 6;

    /** What stands for every name. */
    private static final String SOMEBODY = "somebody";
    private static final Map<String, String> NEITHER = Map.ofEntries(Map.entry("he", "they"), Map.entry("she", "they"),
            Map.entry("him", "them"), Map.entry("her", "them"), Map.entry("his", "their"), Map.entry("hers", "theirs"),
            Map.entry("himself", "themselves"), Map.entry("herself", "themselves"), Map.entry("themself", "themselves"),
            Map.entry("wife", "partner"), Map.entry("husband", "partner"), Map.entry("girlfriend", "partner"),
            Map.entry("boyfriend", "partner"), Map.entry("mum", "parent"), Map.entry("mom", "parent"),
            Map.entry("mam", "parent"), Map.entry("mama", "parent"), Map.entry("mother", "parent"),
            Map.entry("dad", "parent"), Map.entry("daddy", "parent"), Map.entry("father", "parent"),
            Map.entry("son", "child"), Map.entry("daughter", "child"), Map.entry("boy", "child"),
            Map.entry("girl", "child"), Map.entry("sister", "relative"), Map.entry("brother", "relative"),
            Map.entry("cousin", "relative"), Map.entry("aunt", "relative"), Map.entry("uncle", "relative"),
            Map.entry("grandma", "relative"), Map.entry("grandpa", "relative"), Map.entry("granny", "relative"),
            Map.entry("man", "person"), Map.entry("woman", "person"), Map.entry("guy", "person"),
            Map.entry("lady", "person"), Map.entry("waiter", "person"), Map.entry("waitress", "person"));
    /** Of "they", as of him and her. */
    private static final Map<String, String> VERBS = Map.of("is", "are", "was", "were", "has", "have", "does", "do",
            "'s", "'re");

    Unit {
        words = List.copyOf(words);
    }

    /** The whole text as one unit, for training on corpora that are labelled by the sentence. */
    static Unit whole(TextSignals signals) {
        return of(wordsOf(signals, 0, signals.tokens().size()));
    }

    /** What a turn is heard by; none of a turn without words. */
    static List<Unit> of(TextSignals signals) {
        List<Unit> units = new ArrayList<>();
        List<Word> waiting = new ArrayList<>();
        List<Sentence> sentences = signals.sentences();
        for (int s = 0; s < sentences.size() && units.size() < MOST_UNITS; s++) {
            Sentence sentence = sentences.get(s);
            waiting.addAll(wordsOf(signals, sentence.first(), sentence.end()));
            if (waiting.size() >= FEWEST_WORDS || s == sentences.size() - 1 && !waiting.isEmpty()) {
                cut(waiting, units);
                waiting.clear();
            }
        }
        return units.size() <= MOST_UNITS ? units : units.subList(0, MOST_UNITS);
    }

    private static void cut(List<Word> words, List<Unit> into) {
        if (words.size() <= MOST_WORDS) {
            into.add(of(words));
            return;
        }
        for (int from = 0; from == 0 || from + WINDOW - STEP < words.size(); from += STEP) {
            into.add(of(words.subList(from, Math.min(words.size(), from + WINDOW))));
        }
    }

    /** @param glued whether it is the second part of a contraction */
    private record Word(String word, boolean glued, int from, int to) {
    }

    private static List<Word> wordsOf(TextSignals signals, int first, int end) {
        List<Word> words = new ArrayList<>();
        for (int i = first; i < end; i++) {
            Token token = signals.tokens().get(i);
            if (token.pos().equals("PUNCT")) {
                continue;
            }
            String before = words.isEmpty() ? "" : words.get(words.size() - 1).word();
            String form = token.form();
            boolean glued = i > first && signals.tokens().get(i - 1).to() == token.from()
                    && !signals.tokens().get(i - 1).text().endsWith("'");
            boolean beginsClause = i == first || signals.tokens().get(i - 1).pos().equals("PUNCT");
            String word = isName(signals, token, form, beginsClause) ? SOMEBODY : neutral(signals, i, form, before);
            if (word.equals(SOMEBODY) && before.equals(SOMEBODY)) {
                // first and last name
                continue;
            }
            words.add(new Word(word, glued, token.from(), token.to()));
        }
        return words;
    }

    private static String neutral(TextSignals signals, int at, String form, String before) {
        if (form.equals("her") && at + 1 < signals.tokens().size()
                && List.of("NOUN", "ADJ", "PROPN").contains(signals.tokens().get(at + 1).pos())) {
            return "their";
        }
        return before.equals("they") ? VERBS.getOrDefault(form, form) : NEITHER.getOrDefault(form, form);
    }

    /** Numbers and days are among what a turn names as well; they are no names. */
    private static boolean isName(TextSignals signals, Token token, String form, boolean beginsClause) {
        boolean named = signals.entities().contains(form) && Character.isLetter(form.charAt(0))
                && !form.endsWith("day") && !token.pos().equals("NUM");
        // a name that stands first and is taken for another word is only among the words with a content
        boolean mistaken = beginsClause && Character.isUpperCase(token.text().charAt(0))
                && signals.contentLemmas().contains(form)
                && (List.of("ADV", "INTJ", "X", "ADP", "PRON").contains(token.pos()) || !form.equals(token.lemma()));
        return named || mistaken;
    }

    private static Unit of(List<Word> heard) {
        StringBuilder text = new StringBuilder();
        for (Word word : heard) {
            text.append(text.isEmpty() || word.glued() ? "" : " ").append(word.word());
        }
        return new Unit(heard.stream().map(word -> zeros(word.word())).toList(), text.toString(), heard.isEmpty()
                ? new Span(0, 0)
                : new Span(heard.get(0).from(), heard.get(heard.size() - 1).to()));
    }

    private static String zeros(String word) {
        boolean number = !word.isEmpty() && word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
        return number ? "0" : word;
    }

    /** What a head weighs: words, pairs of neighbours, how it begins and ends, how long it is. */
    List<String> features() {
        int n = words.size();
        List<String> features = new ArrayList<>(2 * n + 6);
        for (int i = 0; i < n; i++) {
            features.add(words.get(i));
            if (i + 1 < n) {
                features.add(words.get(i) + "_" + words.get(i + 1));
            }
        }
        for (int k = 1; k <= Math.min(3, n); k++) {
            features.add("^" + String.join("_", words.subList(0, k)));
        }
        if (n > 0) {
            features.add("$" + words.get(n - 1));
        }
        features.add("#" + Math.min(n / 5, 8));
        return features.stream().distinct().toList();
    }
}
