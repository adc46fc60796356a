package dev.rapport.rules.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.rapport.coaching.composition.Coaching;
import dev.rapport.coaching.composition.History;
import dev.rapport.coaching.composition.Point;

/** What one learner has read so far in a replay, by one of the two rulebooks. */
final class Remembered {

    private final Set<String> stopped;
    private final Map<String, Integer> timesSaid = new HashMap<>();
    /** Of the last messages, the newest first. */
    private final Deque<List<String>> recent = new ArrayDeque<>();
    private int messages;

    /** @param stopped codes of rules that the learner wants to hear no more of */
    Remembered(Set<String> stopped) {
        this.stopped = Set.copyOf(stopped);
    }

    History history() {
        return new History(messages, timesSaid, recent.stream().flatMap(List::stream).toList(), stopped, null);
    }

    void read(Coaching message) {
        messages++;
        List<String> points = Stream.of(message.strength(), message.growth()).filter(p -> p != null).map(Point::rule)
                .toList();
        points.forEach(code -> timesSaid.merge(code, 1, Integer::sum));
        recent.addFirst(points);
        if (recent.size() > History.RECENT_MESSAGES) {
            recent.removeLast();
        }
    }

    /** Whether both have the same behind them, and so will read the same of the same talk. */
    boolean isLike(Remembered other) {
        return messages == other.messages && timesSaid.equals(other.timesSaid)
                && recent.stream().toList().equals(other.recent.stream().toList()) && stopped.equals(other.stopped);
    }
}
