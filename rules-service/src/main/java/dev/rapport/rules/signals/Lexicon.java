package dev.rapport.rules.signals;

import java.util.Map;
import java.util.Set;

/** English words of closed classes: what a trained model gets wrong on speech must not depend on it. */
final class Lexicon {

    static final Set<String> BE = Set.of("am", "is", "are", "was", "were", "'s", "'m", "'re", "ai");
    static final Set<String> AUX = Set.of("am", "is", "are", "was", "were", "do", "does", "did", "have", "has", "had",
            "can", "could", "will", "would", "shall", "should", "may", "might", "must", "wo", "ca", "sha", "ai");
    private static final Set<String> KNOWN_AUX = Set.of("be", "been", "being", "having", "doing", "done", "get", "got",
            "getting", "gets", "need", "dare", "ought", "used", "gonna", "gotta", "gon", "wan", "better", "let");
    static final Set<String> SUBJECT_PRONOUNS = Set.of("i", "you", "he", "she", "it", "we", "they", "this", "that",
            "these", "those", "there", "anyone", "anybody", "anything", "someone", "somebody", "something", "everyone",
            "everybody", "everything", "one", "y'all", "ya");
    static final Set<String> WH = Set.of("what", "how", "why", "where", "when", "who", "whom", "whose", "which");
    static final Set<String> FIRST_PERSON = Set.of("i", "we", "my", "our", "me", "us", "mine", "ours", "myself");
    static final Set<String> SECOND_PERSON = Set.of("you", "your", "yours", "yourself", "yourselves", "y'all", "ya");
    static final Set<String> FILLERS = Set.of("um", "uh", "er", "erm", "uhm", "hmm", "hm", "mm", "mhm", "mm-hmm",
            "mm-hm", "uh-huh", "ah", "oh", "ooh", "huh", "eh");
    static final Set<String> OPENERS = Set.of("so", "and", "but", "well", "okay", "ok", "yeah", "yes", "yep", "right",
            "now", "then", "like", "actually", "alright", "hey", "hi", "hello", "sorry", "also", "because", "cause",
            "or", "just", "sure", "great", "good", "cool", "wow", "no", "anyway", "basically", "gosh", "absolutely");
    static final Set<String> WARM_OPENERS = Set.of("interesting", "wonderful", "perfect", "excellent", "fantastic",
            "lovely",
            "nice", "awesome", "amazing", "brilliant", "beautiful", "fair", "true", "thanks", "definitely", "certainly",
            "honestly", "fine", "understood", "super", "terrific", "first", "finally", "again", "overall", "today");
    static final Set<String> STOP = Set.of("thing", "things", "stuff", "lot", "lots", "bit", "kind", "sort", "way",
            "something", "anything", "everything", "nothing", "someone", "anyone", "everyone", "okay", "ok", "yeah",
            "yes", "no", "right", "well", "like", "know", "mean", "get", "go", "make", "do", "have", "be", "take",
            "come", "put", "say", "tell", "think", "guess", "let", "want", "really", "very", "just", "much", "many",
            "more", "other", "same", "such", "own", "gon", "gonna", "wanna", "gotta", "got", "thank", "thanks",
            "please",
            "sorry", "good", "great", "nice", "sure", "able", "one", "see", "look", "sound", "try", "use", "need",
            "keep", "give", "seem", "happen", "start", "talk", "ask", "feel", "hello", "hi", "hey", "bye", "oh",
            "next", "last", "first", "second", "few", "bad", "big", "little", "new", "old", "different", "hear",
            "wonder",
            "appreciate", "mention", "happy", "glad", "welcome", "honest", "whole", "long", "most", "people",
            "person", "time", "day", "year", "week", "today", "point", "part");

    /** How varieties of English, and those who type in haste, write words of closed classes; each reads as the other. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(Map.entry("ye", "you"), Map.entry("ya", "you"),
            Map.entry("y'all", "you"), Map.entry("yall", "you"), Map.entry("yous", "you"), Map.entry("youse", "you"),
            Map.entry("u", "you"), Map.entry("yer", "your"), Map.entry("ur", "your"), Map.entry("yersel", "yourself"),
            Map.entry("d'", "do"), Map.entry("din", "do"), Map.entry("nae", "n't"), Map.entry("aye", "yes"),
            Map.entry("whit", "what"), Map.entry("tae", "to"), Map.entry("frae", "from"), Map.entry("aboot", "about"),
            Map.entry("mair", "more"), Map.entry("daein", "doing"), Map.entry("cuz", "because"),
            Map.entry("coz", "because"));

    private static final Map<String, String> LEMMAS = Map.ofEntries(Map.entry("am", "be"), Map.entry("is", "be"),
            Map.entry("are", "be"), Map.entry("was", "be"), Map.entry("were", "be"), Map.entry("been", "be"),
            Map.entry("being", "be"), Map.entry("'m", "be"), Map.entry("'re", "be"), Map.entry("has", "have"),
            Map.entry("had", "have"), Map.entry("'ve", "have"), Map.entry("having", "have"), Map.entry("does", "do"),
            Map.entry("did", "do"), Map.entry("done", "do"), Map.entry("doing", "do"), Map.entry("n't", "not"),
            Map.entry("'ll", "will"), Map.entry("'d", "would"), Map.entry("wo", "will"), Map.entry("ca", "can"));

    private Lexicon() {
    }

    static String spelled(String low) {
        return SPELLINGS.getOrDefault(low, low);
    }

    /** The lemmatiser keeps an e that was the ending's: "stalle" of "stalled", "mente" of no verb at all. */
    static String corrected(String word, String lemma) {
        int n = lemma.length();
        if (!word.endsWith("ed") || !word.equals(lemma + "d") || n < 5) {
            return lemma;
        }
        char last = lemma.charAt(n - 2);
        char before = lemma.charAt(n - 3);
        boolean doubled = last == before && "lsfz".indexOf(last) >= 0;
        boolean cluster = "tkpdmn".indexOf(last) >= 0 && "snrlckpmwf".indexOf(before) >= 0 && last != before;
        return doubled || cluster ? lemma.substring(0, n - 1) : lemma;
    }

    static String knownPos(String low, boolean joined, boolean firstOfTwo, String guessed) {
        if (joined) {
            return low.endsWith("t") && low.startsWith("n")
                    ? "PART"
                    : low.equals("'s")
                            ? guessed.equals("PART") ? "PART" : "AUX"
                            : low.startsWith("'") ? "AUX" : guessed;
        }
        if (guessed.equals("PUNCT")) {
            return SUBJECT_PRONOUNS.contains(low) ? "PRON" : "NOUN";
        }
        if (guessed.equals("AUX") && !AUX.contains(low) && !KNOWN_AUX.contains(low)) {
            return "NOUN";
        }
        if (FILLERS.contains(low)) {
            return "INTJ";
        }
        if (firstOfTwo && AUX.contains(low)) {
            return "AUX";
        }
        return guessed;
    }

    static String knownLemma(String low, String pos, boolean joined) {
        String known = LEMMAS.get(low);
        if (known != null) {
            return known;
        }
        return joined && low.equals("'s") && pos.equals("AUX") ? "be" : null;
    }
}
