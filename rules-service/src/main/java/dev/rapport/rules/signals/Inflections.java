package dev.rapport.rules.signals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which written forms of an English word count as the same when a phrase is looked for. */
final class Inflections implements WordForms {

    static final WordForms FORMS = new Inflections();

    private static final Set<String> FILLERS = Set.of("um", "uh", "er", "erm", "uhm");
    private static final Set<String> DROPPED = Set.of("are", "'re", "do", "does");
    private static final Set<String> SWAPPED = Set.of("are", "can", "could", "should", "would", "will");

    /** In the past these change what is done with the words: "you need to" advises, "you needed to" tells. */
    private static final Set<String> KEPT = Set.of("be", "have", "do", "need", "want", "use", "get", "let", "can",
            "will", "would", "could", "should", "may", "might", "must", "shall", "go", "suppose");
    private static final Set<String> NOT_PLURAL = Set.of("this", "was", "has", "does", "always", "perhaps", "thanks",
            "yes", "sometimes", "besides", "as", "is", "its", "his", "hers", "ours", "yours", "theirs", "us", "plus",
            "unless", "whereas", "less", "guess", "news", "maths", "congrats");
    private static final Map<String, Set<String>> PARTS = Map.of("n't", Set.of("not"), "nt", Set.of("not"), "'m",
            Set.of("am"), "'re", Set.of("are"), "'ve", Set.of("have"), "'ll", Set.of("will"), "'d",
            Set.of("would", "had"), "'s", Set.of("is", "has", "'s"));
    private static final Map<String, String> SPELLINGS = Map.of("ca", "can", "wo", "will", "okay", "ok", "alright",
            "all-right", "m", "am", "re", "are", "ve", "have");

    private Inflections() {
    }

    @Override
    public List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (Words.Piece piece : Words.cut(phrase)) {
            if (piece.joined() || Words.isWord(phrase.codePointAt(piece.from()))) {
                words.add(Words.form(phrase.substring(piece.from(), piece.to())));
            }
        }
        return words;
    }

    @Override
    public boolean isFiller(Token token) {
        return FILLERS.contains(Line.low(token));
    }

    /**
     * "How you feeling today" and "how I can help you" ask what "how are you feeling today" and "how can I help you" ask:
     * many varieties of English leave the auxiliary out, or where it is in a statement.
     */
    @Override
    public List<List<String>> otherwise(List<String> words) {
        for (int aux = 1; aux + 2 < words.size(); aux++) {
            if (Lexicon.WH.contains(words.get(aux - 1)) && Lexicon.SUBJECT_PRONOUNS.contains(words.get(aux + 1))) {
                List<String> dropped = new ArrayList<>(words);
                dropped.remove(aux);
                List<String> swapped = new ArrayList<>(dropped);
                swapped.add(aux + 1, words.get(aux));
                boolean drops = DROPPED.contains(words.get(aux));
                return SWAPPED.contains(words.get(aux))
                        ? drops ? List.of(dropped, swapped) : List.of(swapped)
                        : drops ? List.of(dropped) : List.of();
            }
        }
        return List.of();
    }

    @Override
    public Set<String> ofPhrase(String word, String before) {
        Set<String> parts = parts(word, before);
        if (parts != null) {
            return parts;
        }
        String spelled = SPELLINGS.get(word);
        return Set.of(spelled != null ? spelled : singular(word));
    }

    @Override
    public Set<String> ofText(List<Token> tokens, int at) {
        return ofText(tokens.get(at), at == 0 ? "" : Line.low(tokens.get(at - 1)));
    }

    private static Set<String> ofText(Token token, String before) {
        if (token.pos().equals("PUNCT")) {
            return Set.of();
        }
        String word = Line.low(token);
        Set<String> parts = parts(word, before);
        if (parts != null) {
            return parts;
        }
        String spelled = SPELLINGS.get(word);
        if (spelled != null) {
            return Set.of(spelled);
        }
        if (word.equals("was") || word.equals("were")) {
            // "you was tired", "I were scared", "if I was you"
            return Set.of("was", "were");
        }
        Set<String> keys = new LinkedHashSet<>(4);
        keys.add(word);
        if (word.length() > 3) {
            keys.add(singular(word));
            String pos = token.pos();
            if ((pos.equals("VERB") || pos.equals("NOUN")) && !KEPT.contains(token.lemma())) {
                keys.add(token.lemma());
            }
            if (word.endsWith("ing")) {
                addStems(word.substring(0, word.length() - 3), keys);
            } else if (word.endsWith("ed") && !word.endsWith("eed")) {
                addStems(word.substring(0, word.length() - 2), keys);
            }
        }
        return keys;
    }

    private static Set<String> parts(String word, String before) {
        if (word.equals("'s") && before.equals("let")) {
            return Set.of("us");
        }
        return PARTS.get(word);
    }

    /** "Sounds" and "suppliers" without their s. */
    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")
                || word.endsWith("is")
                || word.indexOf('\'') >= 0 || NOT_PLURAL.contains(word)) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")
                || word.endsWith("zes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    /** What "stopp", "mak", "mention", "carri" may be the rest of. A guess that is no word does no harm. */
    private static void addStems(String rest, Set<String> keys) {
        int n = rest.length();
        if (n < 3 || !hasVowel(rest)) {
            return;
        }
        char last = rest.charAt(n - 1);
        if (n > 3 && last == rest.charAt(n - 2) && !isVowel(last)) {
            add(rest.substring(0, n - 1), keys);
            add(rest, keys);
        } else if (last == 'i') {
            add(rest.substring(0, n - 1) + "y", keys);
        } else if (n == 3 && !isVowel(rest.charAt(0)) && isVowel(rest.charAt(1)) && !isVowel(last) && last != 'w'
                && last != 'x' && last != 'y') {
            // "noted" is of "note": "not" would have doubled its t
            add(rest + "e", keys);
        } else {
            add(rest, keys);
            add(rest + "e", keys);
        }
    }

    private static void add(String stem, Set<String> keys) {
        if (!KEPT.contains(stem)) {
            keys.add(stem);
        }
    }

    private static boolean hasVowel(String s) {
        return s.chars().anyMatch(c -> isVowel((char) c) || c == 'y');
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
