package dev.rapport.ingest.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells names before a colon from other words before a colon. A name has at most four words; one that could as well be
 * the beginning of a sentence counts only when it stands there more than once.
 */
final class Labels {

    /** A possible name and where the words behind its colon begin. */
    record Label(String name, int words) {
    }

    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 60;
    private static final int MOST_DISTINCT = 5_000;

    private static final Set<String> NEVER = Set.of("note", "notes", "nb", "n.b.", "re", "aw", "fw", "fwd", "ps",
            "p.s.",
            "subject", "from", "to", "cc", "bcc", "date", "time", "sent", "title", "topic", "topics", "agenda",
            "summary",
            "warning", "tip", "hint", "example", "e.g.", "i.e.", "update", "edit", "attendees", "participants",
            "present",
            "speakers", "duration", "location", "meeting", "transcript", "transcription", "recording", "source", "link",
            "url",
            "http", "https", "ftp", "ftps", "ssh", "file", "mailto", "tel", "sms", "ws", "wss", "data", "javascript",
            "webvtt", "kind",
            "language", "style", "region", "important", "remember", "reminder", "todo", "to do", "action", "actions",
            "action item", "action items", "fyi", "error", "info", "debug", "next steps", "conclusion", "keywords",
            "summary keywords");

    private static final Set<String> NUMBERED = Set.of("step", "chapter", "part", "option", "section", "figure",
            "table",
            "item", "point", "day", "week", "version", "line", "page", "rule", "number", "phase", "episode", "lesson",
            "slide",
            "act", "scene", "round", "level", "tip", "question", "no", "no.");

    private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "della", "di", "du",
            "la", "le",
            "van", "von", "vom", "zu", "zur", "den", "der", "ter", "ten", "bin", "ibn", "bint", "al", "el", "ben", "af",
            "av", "y", "e");

    /** What may end in a point within a name, besides single letters. */
    private static final Set<String> ABBREVIATED = Set.of("dr.", "mr.", "mrs.", "ms.", "mx.", "prof.", "st.", "sr.",
            "jr.", "rev.",
            "hon.", "fr.", "sra.", "srta.", "mme.", "mlle.", "ing.", "dipl.", "ph.d.", "m.d.", "b.a.", "m.a.", "inc.",
            "ltd.",
            "co.", "corp.", "capt.", "col.", "gen.", "lt.", "sgt.", "no.");

    private static final Set<String> ROLES = Set.of("speaker", "participant", "caller", "guest", "unknown",
            "unidentified",
            "interviewer", "interviewee", "agent", "customer", "client", "host", "moderator", "operator", "coach",
            "therapist",
            "patient", "teacher", "student", "man", "woman", "user", "assistant", "learner", "partner", "rep",
            "prospect",
            "seller", "buyer", "manager", "mentor", "mentee");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** Whether {@code name} can be anybody's name at all, wherever it stands. */
    static boolean possible(String name) {
        if (name.isEmpty() || Clock.millis(name) != null || name.contains("://")) {
            return false;
        }
        return name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** What stands before the first colon of {@code line}, if it has the look of a name; null otherwise. */
    static Label before(String line) {
        int most = Math.min(line.length(), LONGEST + 20);
        for (int i = 0; i < most; i++) {
            char c = line.charAt(i);
            if (c == ':' || c == '\uFF1A') {
                boolean joined = i + 1 < line.length() && c == ':'
                        && (line.charAt(i + 1) == '/' || Character.isDigit(line.charAt(i + 1)));
                String name = Words.name(line.substring(0, i));
                return joined || !looksLikeName(name) ? null : new Label(name, i + 1);
            }
        }
        return null;
    }

    /** At most four words with nothing in them that stands in sentences but not in names. */
    static boolean looksLikeName(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            letter |= Character.isLetter(c);
            if ("\"\u201C\u201D\u201E\u00AB\u00BB?!;<>{}[]=*\\$%^~\u2026`:".indexOf(c) >= 0) {
                return false;
            }
        }
        char first = name.charAt(0);
        if (!letter || !(Character.isLetterOrDigit(first) || Character.isSurrogate(first) || first == '@'
                || first == '(')) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String[] words = name.split(" ");
        if (words.length > MOST_WORDS || NEVER.contains(lower)) {
            return false;
        }
        for (String word : words) {
            // "Sure. Note: ..." begins with a sentence, "Dr. B. Lovelace: ..." does not
            if (word.endsWith(".") && word.length() > 2 && !ABBREVIATED.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return !(words.length == 2 && NUMBERED.contains(words[0].toLowerCase(Locale.ROOT)) && words[1].length() <= 3);
    }

    void count(String name) {
        if (counts.size() < MOST_DISTINCT || counts.containsKey(name)) {
            counts.merge(name, 1, Integer::sum);
        }
    }

    /** Somebody the file itself lists as being there. */
    void know(String name) {
        if (known.size() < MOST_DISTINCT) {
            known.add(name);
        }
    }

    boolean knows(String name) {
        return known.contains(name);
    }

    boolean accepts(String name) {
        return known.contains(name) || counts.getOrDefault(name, 0) >= (strong(name) ? 1 : 2);
    }

    /** How many lines begin with an accepted name. */
    int accepted() {
        return acceptedBy(this);
    }

    /** How many lines begin with a name that {@code judge} accepts. */
    int acceptedBy(Labels judge) {
        int sum = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (judge.accepts(count.getKey())) {
                sum += count.getValue();
            }
        }
        return sum;
    }

    /** How many accepted names stand there more than once. */
    long recurring() {
        return counts.entrySet().stream().filter(count -> count.getValue() > 1 && accepts(count.getKey())).count();
    }

    private static boolean strong(String name) {
        if (name.indexOf(',') >= 0) {
            return false;
        }
        for (String word : name.split(" ")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (ROLES.contains(lower) || lower.startsWith("speaker") || lower.startsWith("spk_")) {
                return true;
            }
        }
        for (String word : name.split(" ")) {
            int first = word.codePointAt(0);
            if (Character.isLowerCase(first) && !PARTICLES.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
