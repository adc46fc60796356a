package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what can be seen in one text. Pure and safe for threads; the English models in the jars are loaded when the
 * first reader is made (about a second and 30 MB).
 */
public final class TextReader {

    private static final class Loaded {
        static final Tagger TAGGER = new Tagger();
    }

    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "NUM", "VERB", "ADJ");

    private final Tagger tagger = Loaded.TAGGER;

    /** Any text gives signals, an empty one empty signals; time grows with its length. */
    public TextSignals read(String text) {
        List<Token> tokens = tagger.tag(text, Words.cut(text));
        Line line = new Line(tokens);
        List<Sentence> sentences = Clauses.of(text, line);
        Persons persons = new Persons(line);
        Set<String> content = new LinkedHashSet<>();
        Set<String> entities = new LinkedHashSet<>();
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (line.isMark(i)) {
                continue;
            }
            Token token = tokens.get(i);
            if (i == 0 || tokens.get(i - 1).to() < token.from() || line.isMark(i - 1)) {
                words++;
            }
            if (persons.isName(i) || persons.isNumber(i) || persons.isDate(i)) {
                entities.add(line.low(i));
                content.add(line.low(i));
            } else if (persons.mayBeName(i)) {
                content.add(line.low(i));
            } else if (isContent(line, i)) {
                content.add(token.lemma());
            }
        }
        List<Integer> self = new ArrayList<>();
        Span detail = null;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            if (persons.isAboutSpeaker(sentence)) {
                self.add(s);
                if (detail == null && persons.isConcrete(sentence)) {
                    detail = span(line, sentence);
                }
            }
        }
        return new TextSignals(TextSignals.VERSION, tokens, sentences, words, content, entities, self,
                persons.isListenerAddressed(), persons.pointsBack(sentences), detail,
                Focus.of(line, persons, sentences));
    }

    private static boolean isContent(Line line, int i) {
        return CONTENT.contains(line.pos(i)) && !Lexicon.STOP.contains(line.lemma(i)) && !line.is(i, Lexicon.STOP)
                && !line.is(i, Lexicon.AUX) && !line.is(i, Lexicon.FILLERS) && !line.is(i, Lexicon.SUBJECT_PRONOUNS)
                && !line.is(i, Lexicon.WH) && line.low(i).length() > 1 && !line.low(i).startsWith("'");
    }

    /** The sentence without the words and marks around it that carry nothing. */
    private static Span span(Line line, Sentence sentence) {
        int first = line.afterOpeners(sentence.first(), sentence.end());
        int last = sentence.end() - 1;
        while (last > first && line.isMark(last)) {
            last--;
        }
        return new Span(line.token(Math.min(first, last)).from(), line.token(last).to());
    }
}
