package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what can be seen in one text. Pure and safe for threads; the English models in the jars are loaded when the
 * first reader is made.
 */
public final class TextReader {

    private static final class Loaded {
        static final Tagger TAGGER = new Tagger();
    }

    private static final Set<String> POINTERS = Set.of("that", "it", "then", "there", "they", "them", "those", "this",
            "these");
    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "NUM", "VERB", "ADJ");

    private final Tagger tagger = Loaded.TAGGER;

    public TextSignals read(String text) {
        List<Token> tokens = tagger.tag(text, Words.cut(text));
        List<Sentence> sentences = Clauses.of(text, new Line(tokens));
        Set<String> content = new LinkedHashSet<>();
        Set<String> entities = new LinkedHashSet<>();
        boolean addressed = false;
        boolean pointsBack = false;
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String low = Line.low(token);
            if (token.pos().equals("PUNCT")) {
                continue;
            }
            if (i == 0 || tokens.get(i - 1).to() < token.from() || tokens.get(i - 1).pos().equals("PUNCT")) {
                words++;
            }
            if (CONTENT.contains(token.pos()) && !Lexicon.STOP.contains(token.lemma()) && !Lexicon.STOP.contains(low)
                    && !Lexicon.AUX.contains(low) && !Lexicon.FILLERS.contains(low)) {
                content.add(token.lemma());
            }
            if (token.pos().equals("PROPN") || token.pos().equals("NUM") && !low.equals("one")) {
                entities.add(low);
            }
            if (Lexicon.SECOND_PERSON.contains(low) && !isYouKnow(tokens, i)) {
                addressed = true;
            }
            if (POINTERS.contains(low) && !token.pos().equals("SCONJ")) {
                pointsBack = true;
            }
        }
        content.addAll(entities);
        List<Integer> self = new ArrayList<>();
        Span detail = null;
        Span focus = null;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            boolean concrete = false;
            boolean own = false;
            for (int i = sentence.first(); i < sentence.end(); i++) {
                Token t = tokens.get(i);
                own |= Line.low(t).equals("i") || Line.low(t).equals("we") || Line.low(t).equals("my");
                concrete |= t.pos().equals("PROPN") || t.pos().equals("NUM");
                if (t.pos().equals("NOUN") && !Lexicon.STOP.contains(t.lemma())) {
                    focus = new Span(t.from(), t.to());
                }
            }
            if (own) {
                self.add(s);
                if (concrete && detail == null) {
                    detail = new Span(tokens.get(sentence.first()).from(), tokens.get(sentence.end() - 1).to());
                }
            }
        }
        return new TextSignals(TextSignals.VERSION, tokens, sentences, words, content, entities, self, addressed,
                pointsBack, detail, focus);
    }

    private static boolean isYouKnow(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && tokens.get(i).text().toLowerCase(Locale.ROOT).equals("you")
                && tokens.get(i + 1).text().toLowerCase(Locale.ROOT).equals("know")
                && (i + 2 == tokens.size() || tokens.get(i + 2).pos().equals("PUNCT"));
    }
}
