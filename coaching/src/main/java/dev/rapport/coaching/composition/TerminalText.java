package dev.rapport.coaching.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.rapport.coaching.wording.HouseWording;
import dev.rapport.events.Clarity;

/** A message in lines of a terminal: plain characters, no colour, at most {@link #WIDTH} columns. */
final class TerminalText {

    static final int WIDTH = 78;
    private static final String INDENT = " ".repeat(6);

    private final HouseWording house;
    private final List<String> lines = new ArrayList<>();

    TerminalText(HouseWording house) {
        this.house = house;
    }

    /** Parts that are null are left out. */
    String of(String opening, Point strength, Point growth, Point second, String closing, String coverage) {
        opening.lines().forEach(line -> wrap("", "", line));
        if (strength != null) {
            blank();
            told("KEEP", strength);
        }
        Stream.of(growth, second).filter(Objects::nonNull).forEach(point -> {
            blank();
            told("TRY", point);
            wrap(INDENT + "Say instead: ", INDENT + "  ", quoted(point.rewrite().say()));
            wrap(INDENT + "Plan: ", INDENT + "  ", point.ifThen());
            wrap(INDENT + "60 seconds: ", INDENT + "  ", point.drill());
        });
        blank();
        if (closing != null) {
            wrap("", "", closing);
        }
        if (coverage != null) {
            wrap("", "", coverage);
        }
        if (strength != null || growth != null) {
            wrap("", "", house.reactions());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private void told(String label, Point point) {
        lines.add(String.format("%-6s%s  (%s, %s)", label, point.behaviour(), at(point.quote()),
                inWords(point.clarity())));
        wrap(INDENT, INDENT + " ", quoted(point.quote().text()));
        wrap(INDENT, INDENT, point.says());
        wrap(INDENT + "Why: ", INDENT + "  ", point.why() + " (" + point.source() + ")");
    }

    private String inWords(Clarity clarity) {
        return switch (clarity) {
            case CLEAR -> house.clear();
            case LIKELY -> house.likely();
            case UNSURE -> house.unsure();
        };
    }

    static String at(Quote quote) {
        return quote.startMillis() == null ? "turn " + quote.turn() : clock(quote.startMillis());
    }

    /** Minutes and seconds, with hours from the first on. */
    static String clock(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        return seconds < 3600
                ? String.format("%02d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String quoted(String text) {
        return "\"" + text.replace('"', '\'').replace('“', '\'').replace('”', '\'') + "\"";
    }

    private void blank() {
        lines.add("");
    }

    private void wrap(String first, String rest, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            // a word longer than a line is cut: a terminal would do it in a worse place
            String left = word;
            while (!left.isEmpty()) {
                int room = WIDTH - line.length() - (empty ? 0 : 1);
                if (left.length() <= room) {
                    line.append(empty ? "" : " ").append(left);
                    left = "";
                } else if (!empty) {
                    lines.add(line.toString());
                    line = new StringBuilder(rest);
                    empty = true;
                    continue;
                } else {
                    line.append(left, 0, room);
                    left = left.substring(room);
                }
                empty = false;
            }
        }
        lines.add(line.toString());
    }
}
