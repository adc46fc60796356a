package dev.rapport.coaching.history;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An earlier talk that could be judged, and what was said about it.
 *
 * @param at when its message was composed
 * @param judged codes of the behaviours that could be judged in it
 * @param turns behaviour code to the number of the learner's turns it was seen in; none that was not seen
 * @param strength code of the point to keep; null if it had none
 * @param growth code of the point to try; null if it had none
 * @param second code of the second point to try; null if it had none
 * @param heldOut codes of behaviours that would have been a point, had an experiment not left them out
 */
public record EarlierTalk(Instant at, Set<String> judged, Map<String, Integer> turns, String strength, String growth,
        String second, Set<String> heldOut) {

    public EarlierTalk {
        judged = Set.copyOf(judged);
        turns = Map.copyOf(turns);
        // absent in what an earlier version wrote
        heldOut = heldOut == null ? Set.of() : Set.copyOf(heldOut);
    }

    /** One with a point to try at most, and that no experiment left anything out of. */
    public EarlierTalk(Instant at, Set<String> judged, Map<String, Integer> turns, String strength, String growth) {
        this(at, judged, turns, strength, growth, null, Set.of());
    }

    /** Codes of what its message spoke of. */
    public Stream<String> points() {
        return Stream.of(strength, growth, second).filter(Objects::nonNull);
    }

    /** Whether its message spoke of a behaviour. */
    public boolean saidAnything() {
        return points().findAny().isPresent();
    }

    /** Whether its message spoke of this one. */
    public boolean said(String code) {
        return points().anyMatch(code::equals);
    }

    /** @return how the behaviour went; {@link Outcome#UNKNOWN} where it could not be judged */
    public Outcome of(Behaviour behaviour) {
        return behaviour.outcome(judged.contains(behaviour.code()), turns.getOrDefault(behaviour.code(), 0));
    }
}
