package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

/** Gives every word its part of speech and lemma. The models are shared; what works with them is kept per thread. */
final class Tagger {

    /** Beam search costs the same per word at any length, but one endless run of words must not hold one huge array. */
    private static final int WORDS_AT_ONCE = 200;
    private static final int LONGEST_WORD = 30;
    /** Words are few and come back: the lemmatiser, 150 µs a word, is asked once for each. */
    private static final int REMEMBERED = 40_000;

    private record Known(String word, String pos) {
    }

    private final POSModel posModel = InJarModel.load("opennlp-en-ud-ewt-pos-1.3-2.5.4.bin", POSModel::new);
    private final LemmatizerModel lemmaModel = InJarModel.load("opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin",
            LemmatizerModel::new);
    private final ThreadLocal<POSTaggerME> tagger = ThreadLocal
            .withInitial(() -> new POSTaggerME(posModel, POSTagFormat.UD));
    private final ThreadLocal<LemmatizerME> lemmatiser = ThreadLocal.withInitial(() -> new LemmatizerME(lemmaModel));
    private final Map<Known, String> lemmas = new ConcurrentHashMap<>();

    List<Token> tag(String text, List<Words.Piece> pieces) {
        // the model was trained on unsplit contractions: "don't" is one word to it, tagged AUX+PART
        List<String> whole = new ArrayList<>(pieces.size());
        int[] wordOf = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            Words.Piece piece = pieces.get(i);
            if (piece.joined() && i > 0) {
                whole.set(whole.size() - 1, asTagged(text.substring(pieces.get(i - 1).from(), piece.to())));
            } else {
                whole.add(asTagged(text.substring(piece.from(), piece.to())));
            }
            wordOf[i] = whole.size() - 1;
        }
        String[] tags = tags(whole);
        List<Token> tokens = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            Words.Piece piece = pieces.get(i);
            String written = text.substring(piece.from(), piece.to());
            boolean isFirstOfTwo = i + 1 < pieces.size() && pieces.get(i + 1).joined();
            String tag = tags[wordOf[i]];
            int plus = tag.indexOf('+');
            String pos = plus < 0 ? tag : piece.joined() ? tag.substring(plus + 1) : tag.substring(0, plus);
            String low = Words.form(written);
            if (!Words.isWord(written.codePointAt(0)) && !piece.joined()) {
                pos = "PUNCT";
            } else {
                pos = Lexicon.knownPos(low, piece.joined(), isFirstOfTwo, pos);
            }
            tokens.add(new Token(written, lemma(low, pos, piece.joined()), pos, piece.from(), piece.to()));
        }
        return tokens;
    }

    /** The tagger learned from edited text: it knows "I", not "i", and no stutter. */
    private static String asTagged(String word) {
        if (word.equals("i")) {
            return "I";
        }
        String form = Words.form(word);
        boolean otherwise = !form.equals(word.toLowerCase(Locale.ROOT).replace('’', '\''));
        return otherwise || word.indexOf('-') > 0 ? form : word.replace('’', '\'');
    }

    private String[] tags(List<String> words) {
        String[] tags = new String[words.size()];
        for (int from = 0; from < words.size(); from += WORDS_AT_ONCE) {
            int to = Math.min(words.size(), from + WORDS_AT_ONCE);
            String[] some = new String[to - from];
            for (int i = from; i < to; i++) {
                String word = words.get(i);
                some[i - from] = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
            }
            System.arraycopy(tagger.get().tag(some), 0, tags, from, to - from);
        }
        return tags;
    }

    private String lemma(String low, String pos, boolean joined) {
        String fixed = Lexicon.knownLemma(low, pos, joined);
        if (fixed != null) {
            return fixed;
        }
        boolean inflects = pos.equals("NOUN") || pos.equals("VERB") || pos.equals("AUX") || pos.equals("ADJ");
        if (!inflects || low.length() > LONGEST_WORD || low.length() < 3) {
            return low;
        }
        Known known = new Known(low, pos);
        String lemma = lemmas.get(known);
        if (lemma == null) {
            String made = lemmatiser.get().lemmatize(new String[]{low}, new String[]{pos})[0];
            lemma = made == null || made.isBlank() || made.equals("O")
                    ? low
                    : Lexicon.corrected(low, made.toLowerCase(Locale.ROOT));
            if (lemmas.size() < REMEMBERED) {
                lemmas.put(known, lemma);
            }
        }
        return lemma;
    }
}
