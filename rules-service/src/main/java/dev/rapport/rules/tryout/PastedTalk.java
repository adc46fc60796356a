package dev.rapport.rules.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Setting;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.vocabulary.Nearest;

/**
 * A talk as a person writes it down: a line a turn, each beginning with {@code Learner:} or {@code Partner:}; a line
 * without a speaker goes on with the turn before it.
 *
 * @param lines at least one
 */
public record PastedTalk(Setting setting, List<Line> lines) {

    static final int MOST_TURNS = 200;
    static final int LONGEST = 40_000;
    static final String PLACE = "talk";
    private static final int LONGEST_NAME = 24;
    private static final String DEFAULT_KIND = "conversation";
    private static final Map<String, Role> SPEAKERS = Map.of("learner", Role.LEARNER, "l", Role.LEARNER, "me",
            Role.LEARNER, "partner", Role.PARTNER, "p", Role.PARTNER, "them", Role.PARTNER);

    /**
     * A turn.
     *
     * @param text never blank
     * @param startMillis since the talk began; null without times
     * @param endMillis since the talk began; null without times
     */
    public record Line(Role role, String text, Long startMillis, Long endMillis) {

        Line(Role role, String text) {
            this(role, text, null, null);
        }
    }

    public PastedTalk {
        lines = List.copyOf(lines);
    }

    /** The conversation of an example; its times are kept. */
    public static PastedTalk of(Example example) {
        return new PastedTalk(new Setting(example.kind(), example.stage()), example.turns().stream()
                .map(line -> new Line(line.role(), line.text(), line.startMillis(), line.endMillis())).toList());
    }

    /** As it would be written down; reading it again gives the same turns, without times. */
    public String text() {
        return lines.stream().map(line -> (line.role() == Role.LEARNER ? "Learner: " : "Partner: ")
                + line.text().replaceAll("\\R", " ")).collect(Collectors.joining("\n"));
    }

    /** What came of reading a text. */
    public sealed interface Reading {

        record Read(PastedTalk talk) implements Reading {
        }

        /** @param faults with the line in the text; their file is {@code talk} */
        record Refused(List<Fault> faults) implements Reading {
        }
    }

    /**
     * @param kind of conversation; blank or null if not told
     * @param stage blank or null if not told
     */
    public static Reading read(String text, String kind, String stage) {
        if (text == null || text.isBlank()) {
            return refused(1, 1, "there is no talk", "lines such as \"Partner: It went live on Monday.\"", null);
        }
        if (text.length() > LONGEST) {
            return refused(1, 1, "the talk is too long", "at most " + LONGEST + " characters", null);
        }
        List<Line> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String[] written = text.split("\\R", -1);
        for (int i = 0; i < written.length; i++) {
            add(written[i], i + 1, lines, faults);
        }
        if (lines.size() > MOST_TURNS) {
            return refused(1, 1, "the talk has " + lines.size() + " turns", "at most " + MOST_TURNS, null);
        }
        if (!faults.isEmpty()) {
            return new Reading.Refused(faults);
        }
        if (lines.isEmpty()) {
            return refused(1, 1, "nobody says anything", "words after \"Learner:\" or \"Partner:\"", null);
        }
        return new Reading.Read(new PastedTalk(
                new Setting(isBlank(kind) ? DEFAULT_KIND : kind.strip(), isBlank(stage) ? null : stage.strip()),
                lines));
    }

    private static void add(String written, int number, List<Line> lines, List<Fault> faults) {
        String line = written.strip();
        if (line.isEmpty()) {
            return;
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        Role role = SPEAKERS.get(name.toLowerCase(Locale.ROOT));
        if (role != null) {
            String words = line.substring(colon + 1).strip();
            if (!words.isEmpty()) {
                lines.add(new Line(role, words));
            }
        } else if (looksLikeAName(name)) {
            faults.add(new Fault(PLACE, number, 1, "\"" + name + "\" is neither the learner nor the partner",
                    "\"Learner:\" or \"Partner:\"", Nearest.to(name, List.of("Learner", "Partner")).orElse(null)));
        } else if (lines.isEmpty()) {
            if (faults.isEmpty()) {
                faults.add(new Fault(PLACE, number, 1, "nobody says this", "\"Learner:\" or \"Partner:\" before it",
                        null));
            }
        } else {
            Line before = lines.remove(lines.size() - 1);
            lines.add(new Line(before.role(), before.text() + " " + line));
        }
    }

    /** One or two words with a capital, as a transcript names its speakers; anything else is something that was said. */
    private static boolean looksLikeAName(String before) {
        return !before.isEmpty() && before.length() <= LONGEST_NAME && Character.isUpperCase(before.charAt(0))
                && before.chars().filter(Character::isWhitespace).count() <= 1
                && before.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '.' || c == '-' || c == '\'');
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Reading refused(int line, int column, String what, String expected, String didYouMean) {
        return new Reading.Refused(List.of(new Fault(PLACE, line, column, what, expected, didYouMean)));
    }
}
