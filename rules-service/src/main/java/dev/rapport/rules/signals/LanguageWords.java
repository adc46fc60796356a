package dev.rapport.rules.signals;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * The words of a language other than English that its reader goes by, as its folder lists them, and how its words are
 * compared. Pure and safe for threads.
 */
public final class LanguageWords implements WordForms {

    /** A list of words or phrases that a folder of a language may have; without it the reader goes by none of them. */
    public enum Sort {
        /** Words too common to be what a turn is about. */
        STOP_WORDS,
        /** Sounds between words; a phrase is found across them. */
        FILLERS,
        /** What may stand before a clause without beginning it. */
        LEAD_INS,
        /** The speaker: I, my, we. */
        SPEAKER,
        /** The other side: you, your. With a capital it counts only written so, and not where a sentence begins. */
        LISTENER,
        /** What a clause may be about; right after a question word it makes a dependent clause: "what he wants". */
        SUBJECTS,
        /** Question words that invite a story: what, how, why. */
        OPEN_QUESTION_WORDS,
        /** Question words that a pick or a number answers: when, who, how many. */
        CLOSED_QUESTION_WORDS,
        /** Openings that invite a story, whatever mark follows: "tell me". */
        OPEN_QUESTION_OPENINGS,
        /** Openings that ask for a yes, a no or a pick, whatever mark follows: "have you". */
        CLOSED_QUESTION_OPENINGS,
        /** Openings that look like a question and are none without its mark: "what a day". */
        NO_QUESTION_OPENINGS,
        /** Ends that turn a statement into a question: "isn't it". */
        QUESTION_TAGS,
        /** Openings of a clause that depends on a later one: "if", "when". */
        SUBORDINATORS,
        /** After these a question is one that is told of: "he asked". */
        REPORTING,
        /** How else a letter or a word is written: {@code ä = ae}. */
        SPELLINGS;

        /** The name of its file, without the ending. */
        public String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST_WORD = 60;

    private final Map<Sort, Set<List<String>>> lists = new HashMap<>();
    private final Map<Character, String> letters = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> capitals = new HashSet<>();
    private final Map<Sort, Integer> longest = new HashMap<>();
    private final ThreadLocal<SnowballStemmer> stemmer;

    /**
     * @param tag BCP 47 language; if there is a Snowball stemmer for it, what a turn is about is compared by stems
     * @param lines of each list
     */
    public LanguageWords(String tag, Map<Sort, List<String>> lines) {
        SnowballStemmer.ALGORITHM algorithm = algorithm(tag);
        stemmer = algorithm == null ? null : ThreadLocal.withInitial(() -> new SnowballStemmer(algorithm));
        for (String line : lines.getOrDefault(Sort.SPELLINGS, List.of())) {
            String[] sides = line.toLowerCase(Locale.ROOT).split("=", 2);
            String one = sides[0].strip();
            String other = sides.length < 2 ? one : sides[1].strip();
            if (one.length() == 1) {
                letters.put(one.charAt(0), other);
            } else {
                spellings.put(plain(one), plain(other));
            }
        }
        lines.forEach((sort, list) -> {
            Set<List<String>> phrases = new HashSet<>();
            for (String line : list) {
                List<String> words = words(line);
                phrases.add(words);
                longest.merge(sort, words.size(), Math::max);
                if (sort == Sort.LISTENER && Character.isUpperCase(line.charAt(0))) {
                    capitals.add(words.get(0));
                }
            }
            lists.put(sort, phrases);
        });
    }

    private static SnowballStemmer.ALGORITHM algorithm(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH).toUpperCase(Locale.ROOT);
        return Arrays.stream(SnowballStemmer.ALGORITHM.values()).filter(each -> each.name().equals(name)).findFirst()
                .orElse(null);
    }

    /** How a word is compared: lower case, without apostrophes, in the one spelling that stands for all. */
    String form(String word) {
        String plain = plain(word);
        return spellings.getOrDefault(plain, plain);
    }

    private String plain(String word) {
        String low = Normalizer.normalize(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word,
                Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(low.length() + 2);
        for (int i = 0; i < low.length(); i++) {
            char c = low.charAt(i);
            if (c != '\'' && c != '’') {
                plain.append(letters.getOrDefault(c, String.valueOf(c)));
            }
        }
        return plain.toString();
    }

    String stem(String form) {
        return stemmer == null ? form : stemmer.get().stem(form).toString();
    }

    boolean has(Sort sort, String form) {
        return lists.getOrDefault(sort, Set.of()).contains(List.of(form));
    }

    /** How many tokens from that place on the longest phrase of a list takes, commas in it passed over; 0 if none is. */
    int length(Sort sort, List<String> forms, int at, int end) {
        Set<List<String>> list = lists.getOrDefault(sort, Set.of());
        int most = longest.getOrDefault(sort, 0);
        List<String> phrase = new ArrayList<>(most);
        int length = 0;
        for (int i = at; i < end && phrase.size() < most; i++) {
            String form = forms.get(i);
            if (form.equals(",") && i > at) {
                continue;
            }
            phrase.add(form);
            if (list.contains(phrase)) {
                length = i + 1 - at;
            }
        }
        return length;
    }

    boolean needsCapital(String form) {
        return capitals.contains(form);
    }

    @Override
    public List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (Words.Piece piece : Words.cutWhole(phrase)) {
            if (Words.isWord(phrase.codePointAt(piece.from()))) {
                words.add(form(phrase.substring(piece.from(), piece.to())));
            }
        }
        return words;
    }

    @Override
    public Set<String> ofPhrase(String word, String before) {
        return Set.of(word);
    }

    @Override
    public Set<String> ofText(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.pos().equals("PUNCT") ? Set.of() : Set.of(form(token.text()));
    }

    @Override
    public boolean isFiller(Token token) {
        return has(Sort.FILLERS, form(token.text()));
    }

    @Override
    public List<List<String>> otherwise(List<String> words) {
        return List.of();
    }
}
