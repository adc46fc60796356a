package dev.rapport.feedback.delivery.payload;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.rapport.coaching.composition.Point;
import dev.rapport.feedback.message.CoachingMessage;

/**
 * What a message says where there is little room: each point with the learner's own words, and a link to the rest.
 *
 * @param title one line
 * @param opening lines
 * @param parts what to keep and what to work on; none where the learner thinks about the talk first
 * @param link where the learner reads all of it
 */
record Letter(String title, List<String> opening, List<Part> parts, URI link) {

    /** A card has little room, and a line this long is read by nobody. */
    private static final int LONGEST_LINE = 600;

    private static final String MORE = "How we know, and 60 seconds of practice";
    private static final String OWN_VIEW_FIRST = "Say what you think first";

    Letter {
        opening = List.copyOf(opening);
        parts = List.copyOf(parts);
    }

    /**
     * A point.
     *
     * @param heading e.g. {@code Keep: follow-up question}
     * @param quote the learner's own words; null where there are none
     * @param lines what is said about them
     */
    record Part(String heading, String quote, List<String> lines) {
    }

    /** What the link leads to: without a point, to the page that asks for the learner's own view. */
    String linkText() {
        return parts.isEmpty() ? OWN_VIEW_FIRST : MORE;
    }

    /** What stands above the points where there is little room: nothing, since they speak for themselves. */
    List<String> invitation() {
        return parts.isEmpty() ? opening : List.of();
    }

    /** @param pages where learners read their pages, without a slash at the end */
    static Letter of(CoachingMessage message, URI pages) {
        List<Part> parts = new ArrayList<>();
        if (message.strength() != null) {
            parts.add(part("Keep: ", message.strength()));
        }
        if (message.growth() != null) {
            parts.add(part("Work on: ", message.growth()));
        }
        if (message.second() != null) {
            parts.add(part("Work on: ", message.second()));
        }
        String title = String.join(" · ", parts.stream().map(Part::heading).toList());
        return new Letter(title.isEmpty() ? "A look back at a talk" : title, message.opening().lines().toList(), parts,
                URI.create(pages + "/learners/" + message.learner() + "/messages/" + message.id()));
    }

    private static Part part(String what, Point point) {
        List<String> lines = Stream.of(point.says(), point.why(),
                point.rewrite() == null ? null : "You could say: " + quoted(point.rewrite().say()), point.ifThen())
                .filter(line -> line != null && !line.isBlank()).map(Letter::oneLine).toList();
        String name = oneLine(point.behaviour());
        return new Part(what + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                point.quote() == null ? null : oneLine(point.quote().text()), lines);
    }

    static String quoted(String words) {
        return "“" + words + "”";
    }

    /** Words of a talk may hold anything; a line of ours is one line. */
    private static String oneLine(String words) {
        return cut(words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip(), LONGEST_LINE);
    }

    /** At most {@code most} UTF-16 units, never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
