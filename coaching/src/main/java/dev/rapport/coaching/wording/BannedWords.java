package dev.rapport.coaching.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words no message of ours uses: traits, absolutes and hype. A message names what was done, never what somebody is. */
public final class BannedWords {

    private static final Pattern BANNED = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(you\\s+(?:are|were)(?:n['’]t)?|you['’]re|you\\s+(?:always|never|seem|sound|appear|tend\\s+to|come\\s+across)"
                    + "|always|never|your\\s+personality|typical(?:ly)?\\s+you|a\\s+natural|naturally\\s+gifted"
                    + "|amazing|awesome|incredible|fantastic|brilliant|superb|outstanding|game[- ]changer|superpower|rock\\s?star"
                    + "|great\\s+job|good\\s+job|well\\s+done|nailed\\s+it|crush(?:ed|ing)\\s+it|next\\s+level|unlock|elevate|bad|wrong|failed|failure|weakness)"
                    + "(?![\\p{L}\\p{N}])|!");

    private BannedWords() {
    }

    /** A banned word at its place. */
    record Hit(int at, String words) {
    }

    static List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        Matcher found = BANNED.matcher(text);
        while (found.find()) {
            hits.add(new Hit(found.start(), found.group().replaceAll("\\s+", " ")));
        }
        return hits;
    }

    /** Whether a sentence of ours could be said. */
    public static boolean standIn(String text) {
        return BANNED.matcher(text).find();
    }
}
