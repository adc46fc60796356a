package dev.rapport.rules.vocabulary;

import dev.rapport.events.Role;

final class KindsInLastTurns extends Predicate {

    private static final Slot.Number COUNT = new Slot.Number("count", 0, 100);

    KindsInLastTurns() {
        super("kinds in last turns", Weight.PATTERN,
                "How many of one side's last turns are of a kind; the current turn counts if that side speaks it.",
                Form.of("{} {} {} by {} in the last {} turns|turn of theirs", Slots.BOUND, COUNT, Slots.KINDS,
                        Slots.SIDE, Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(COUNT);
        String kind = arguments.get(Slots.KINDS).get(0);
        Role side = arguments.get(Slots.SIDE);
        int within = arguments.get(Slots.TURNS);
        int actual = Counting.count(view, side, kind, within);
        return Finding.of(bound.holds(actual, limit), () -> new Why(
                English.count(actual, kind) + " by " + English.side(side) + " in the last " + within
                        + " turns of theirs",
                bound.words() + " " + limit, bound.opposite(limit) + " " + English.plural(kind) + " among them",
                Counting.last(view, side, kind, actual)));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.count(arguments.get(Slots.KINDS).get(0), arguments.get(Slots.SIDE),
                arguments.get(Slots.TURNS)), Numbers.of(arguments.get(Slots.BOUND), arguments.get(COUNT)));
    }
}
