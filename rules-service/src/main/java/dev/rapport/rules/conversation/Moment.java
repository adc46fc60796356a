package dev.rapport.rules.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.rapport.events.Role;

/**
 * The conversation as of one turn: that turn, which is the last of {@link #turns()}, and all before it. A pure value: the
 * same turns make the same moment, whatever order they arrived in.
 */
public final class Moment {

    private final Setting setting;
    private final List<SeenTurn> turns;
    /** Null until somebody asked. */
    private Optional<SeenTurn> otherSidesLast;

    /**
     * @param turns in the order of their numbers, at least one; the last is the current one
     */
    public Moment(Setting setting, List<SeenTurn> turns) {
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a moment needs a turn");
        }
        this.setting = setting;
        this.turns = turns;
    }

    public Setting setting() {
        return setting;
    }

    /** All turns up to now in the order of their numbers; numbers may have gaps, positions have none. */
    public List<SeenTurn> turns() {
        return turns;
    }

    public SeenTurn current() {
        return turns.get(turns.size() - 1);
    }

    /** The last turn before the current one that {@code wanted} accepts. */
    public Optional<SeenTurn> lastBefore(Predicate<SeenTurn> wanted) {
        for (int i = turns.size() - 2; i >= 0; i--) {
            if (wanted.test(turns.get(i))) {
                return Optional.of(turns.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The last turn before the current one on that side of the conversation. Where several people are that side, it is the
     * last turn of the one whom the current turn answers or speaks to, see {@link #otherSidesLast()}.
     */
    public Optional<SeenTurn> lastOf(Role role) {
        return current().turn().role() == Role.LEARNER && role == Role.PARTNER
                ? otherSidesLast()
                : lastBefore(t -> t.turn().role() == role);
    }

    /**
     * What the current turn answers or speaks to: the last turn before it by whoever is its other side, see
     * {@link Addressee}. In a talk of two that is the last turn of the other one.
     */
    public Optional<SeenTurn> otherSidesLast() {
        return otherSidesLastBefore(turns.size() - 1);
    }

    /**
     * The same of an earlier turn.
     *
     * @param position of it among {@link #turns()}, from 0
     */
    public Optional<SeenTurn> otherSidesLastBefore(int position) {
        // worked out once: a rulebook asks it of the current turn some hundred times
        if (position != turns.size() - 1) {
            return Addressee.lastTurn(turns, position);
        }
        if (otherSidesLast == null) {
            otherSidesLast = Addressee.lastTurn(turns, position);
        }
        return otherSidesLast;
    }
}
