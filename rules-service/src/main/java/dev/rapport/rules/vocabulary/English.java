package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.rapport.events.Role;

/** The little grammar that sentences about kinds and numbers need. */
public final class English {

    private static final String VOWELS = "aeiou";

    /** Nouns of kinds of turn that have neither article nor plural. */
    private static final Set<String> UNCOUNTED = Set.of("advice", "talk", "ground", "empathy", "disagreement",
            "agreement", "praise", "credit", "thanks", "gratitude", "encouragement", "reassurance", "feedback",
            "disclosure");

    private English() {
    }

    /** "bit of advice" becomes "bits of advice", "reply" becomes "replies". */
    public static String plural(String noun) {
        int of = noun.indexOf(" of ");
        if (of > 0) {
            return plural(noun.substring(0, of)) + noun.substring(of);
        }
        return isUncounted(noun) ? noun : regularPlural(noun);
    }

    static String regularPlural(String noun) {
        int length = noun.length();
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")) {
            return noun + "es";
        }
        if (noun.endsWith("y") && length > 1 && VOWELS.indexOf(noun.charAt(length - 2)) < 0) {
            return noun.substring(0, length - 1) + "ies";
        }
        return noun + "s";
    }

    public static String withArticle(String noun) {
        return isUncounted(noun) ? noun : article(noun) + " " + noun;
    }

    private static boolean isUncounted(String noun) {
        return UNCOUNTED.contains(noun.substring(noun.lastIndexOf(' ') + 1));
    }

    static String article(String next) {
        return !next.isEmpty() && VOWELS.indexOf(Character.toLowerCase(next.charAt(0))) >= 0 ? "an" : "a";
    }

    static String count(long n, String noun) {
        return n + " " + (n == 1 ? noun : plural(noun));
    }

    static String side(Role role) {
        return role == Role.LEARNER ? "the learner" : "the partner";
    }

    static String or(List<String> parts) {
        return String.join(" or ", parts);
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static String quotedOr(List<String> parts) {
        return or(parts.stream().map(English::quoted).toList());
    }

    /** How names of kinds, stages and lists are compared: lower case, hyphens as spaces, single spaces. */
    public static String plain(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }
}
