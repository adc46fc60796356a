package dev.rapport.feedback.page;

import java.util.List;

import dev.rapport.coaching.composition.Point;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;

/**
 * A line of the talk with the passage that counts marked in it.
 *
 * @param when clock time or turn number
 * @param mine whether the learner said it
 * @param before the words before the mark, {@code marked} the mark itself, empty where nothing is marked
 */
public record MarkedLine(String when, boolean mine, String before, String marked, String after) {

    /** Longer lines are cut around their mark. */
    private static final int ROOM = 280;

    static List<MarkedLine> of(Point point, Texts texts) {
        return point.evidence().stream().map(evidence -> of(evidence, texts)).toList();
    }

    static MarkedLine of(Evidence evidence, Texts texts) {
        boolean act = evidence.part() == Evidence.Part.ACT;
        String text = evidence.text();
        int from = act ? evidence.from() : text.length();
        int to = act ? evidence.to() : text.length();
        String before = text.substring(0, from);
        String after = text.substring(to);
        if (before.length() > ROOM) {
            before = act ? "… " + fromWord(before, before.length() - ROOM) : upToWord(before, 2 * ROOM);
        }
        if (after.length() > ROOM) {
            after = upToWord(after, ROOM);
        }
        String marked = text.substring(from, to);
        return new MarkedLine(Clock.at(evidence.turn(), evidence.startMillis(), texts), evidence.role() == Role.LEARNER,
                before,
                marked.length() > 3 * ROOM ? upToWord(marked, 3 * ROOM) : marked, after);
    }

    private static String fromWord(String text, int at) {
        int space = text.indexOf(' ', at);
        return space < 0 ? text.substring(at) : text.substring(space + 1);
    }

    static String upToWord(String text, int at) {
        if (text.length() <= at) {
            return text;
        }
        int space = text.lastIndexOf(' ', at);
        return text.substring(0, space <= 0 ? at : space) + " …";
    }
}
