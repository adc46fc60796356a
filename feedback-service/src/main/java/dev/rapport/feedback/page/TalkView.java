package dev.rapport.feedback.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.coaching.composition.Kind;
import dev.rapport.coaching.composition.Point;
import dev.rapport.events.Evidence;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.PointName;
import dev.rapport.feedback.transcript.Transcript.Line;

/**
 * Some lines of a talk, with everything its message speaks of marked where it was said.
 *
 * @param marks where the marked lines are, in the whole talk
 * @param english whether its words are known to be English
 */
public record TalkView(List<TalkLine> lines, List<Jump> marks, int page, int pages, boolean english) {

    /** A three-hour meeting is twenty of them. */
    static final int LINES_A_PAGE = 200;

    /**
     * A turn.
     *
     * @param when clock time or turn number
     * @param pieces its words in order; none where they are nobody's business
     * @param notes what is said about its marks, in their order
     */
    public record TalkLine(int turn, String when, boolean mine, List<Piece> pieces, List<Note> notes) {
    }

    /**
     * Words of a turn.
     *
     * @param note what is said about them; null for words without a mark
     */
    public record Piece(String text, Note note) {
    }

    /**
     * What is said about a mark.
     *
     * @param id of its element in the page
     * @param point {@code strength}, {@code growth} or {@code second}
     * @param say null for a strength
     */
    public record Note(String id, String point, boolean keep, String behaviour, String says, String why, String say) {
    }

    /** The way to a marked line. */
    public record Jump(int turn, String when, boolean keep, String behaviour, int page) {
    }

    private record Marked(PointName name, Point point, Evidence passage) {
    }

    /**
     * @param page from 1; the first one with a mark if it is null
     */
    static TalkView of(List<Line> talk, CoachingMessage message, Integer page, Texts texts) {
        Map<Integer, List<Marked>> marked = marked(message);
        List<Jump> marks = new ArrayList<>();
        for (int i = 0; i < talk.size(); i++) {
            int at = 1 + i / LINES_A_PAGE;
            Line line = talk.get(i);
            marked.getOrDefault(line.turn(), List.of()).forEach(each -> marks.add(new Jump(line.turn(),
                    Clock.at(line.turn(), line.startMillis(), texts), each.name == PointName.STRENGTH,
                    each.point.behaviour(),
                    at)));
        }
        int pages = Math.max(1, (talk.size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
        int first = marks.isEmpty() ? 1 : marks.get(0).page();
        int shown = page == null ? first : Math.max(1, Math.min(pages, page));
        List<TalkLine> lines = talk.subList((shown - 1) * LINES_A_PAGE, Math.min(talk.size(), shown * LINES_A_PAGE))
                .stream().map(line -> line(line, marked.getOrDefault(line.turn(), List.of()), texts)).toList();
        return new TalkView(lines, marks, shown, pages, message.kind() != Kind.CANNOT_JUDGE);
    }

    /** By turn, in the order of the text; of two that overlap the first counts. */
    private static Map<Integer, List<Marked>> marked(CoachingMessage message) {
        Map<Integer, List<Marked>> byTurn = new HashMap<>();
        for (PointName name : PointName.values()) {
            Point point = message.point(name);
            if (point == null) {
                continue;
            }
            point.evidence().stream().filter(e -> e.part() == Evidence.Part.ACT && e.from() < e.to())
                    .forEach(e -> byTurn.computeIfAbsent(e.turn(), turn -> new ArrayList<>())
                            .add(new Marked(name, point, e)));
        }
        byTurn.replaceAll((turn, all) -> {
            List<Marked> apart = new ArrayList<>();
            int end = 0;
            for (Marked each : all.stream().sorted(Comparator.comparingInt(m -> m.passage.from())).toList()) {
                if (each.passage.from() >= end) {
                    apart.add(each);
                    end = each.passage.to();
                }
            }
            return apart;
        });
        return byTurn;
    }

    private static TalkLine line(Line line, List<Marked> marks, Texts texts) {
        String when = Clock.at(line.turn(), line.startMillis(), texts);
        if (line.text() == null) {
            return new TalkLine(line.turn(), when, line.mine(), List.of(), List.of());
        }
        // a passage has its place in the words as they stood when the message was composed
        String text = marks.isEmpty() ? line.text() : marks.get(0).passage.text();
        List<Piece> pieces = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        int done = 0;
        for (Marked mark : marks) {
            Note note = note(line.turn(), notes.size() + 1, mark);
            notes.add(note);
            pieces.add(new Piece(text.substring(done, mark.passage.from()), null));
            pieces.add(new Piece(mark.passage.passage(), note));
            done = mark.passage.to();
        }
        pieces.add(new Piece(text.substring(done), null));
        return new TalkLine(line.turn(), when, line.mine(), pieces, notes);
    }

    private static Note note(int turn, int number, Marked mark) {
        Point point = mark.point;
        return new Note("t" + turn + "-" + number, mark.name.word(), mark.name == PointName.STRENGTH,
                point.behaviour(), point.says(), point.why(), point.rewrite() == null ? null : point.rewrite().say());
    }
}
