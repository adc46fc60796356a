package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class PauseBefore extends Predicate {

    private static final Slot.Number SECONDS = new Slot.Number("seconds", 1, 600);

    PauseBefore() {
        super("pause before", Weight.WORDING,
                "How long after the other side's last turn this one begins. Cannot be told in a transcript without times; false "
                        + "before the other side has spoken.",
                Form.of("the turn begins {} {} seconds|second after the other side's last turn", Slots.BOUND, SECONDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        SeenTurn other = Ref.OTHER_SIDES_LAST.in(view.moment()).orElse(null);
        if (other == null) {
            return Finding.nobodySpoke(Ref.OTHER_SIDES_LAST);
        }
        Long end = other.turn().endMillis();
        Long start = view.current().turn().startMillis();
        if (end == null || start == null) {
            return Finding.cannotTell(TalkHasTimes.MISSING);
        }
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(SECONDS);
        long millis = Math.max(0, start - end);
        return Finding.of(bound.holds(millis, limit * 1000L),
                () -> new Why(
                        "the turn begins " + English.count(millis / 1000, "second") + " after the other side's last",
                        bound.words() + " " + limit, "a " + (bound == Bound.AT_LEAST ? "shorter" : "longer")
                                + " pause before " + Ref.THE_TURN.words(),
                        List.of(Passage.whole(view.current()), Passage.whole(other))));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // in milliseconds, -1 before the other side has spoken
        return Meaning.of(Quantity.number("pause before", "", -1, Numbers.ENDLESS),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(SECONDS) * 1000L).and(Numbers.atLeast(0)));
    }
}
