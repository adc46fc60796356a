package dev.rapport.rules.vocabulary;

import dev.rapport.events.Role;

final class KindsSoFar extends Predicate {

    private static final Slot.Number COUNT = new Slot.Number("count", 0, 500);

    KindsSoFar() {
        super("kinds so far", Weight.PATTERN, "How many turns of one side are of a kind, from the start of the talk.",
                Form.of("{} {} {} by {} so far", Slots.BOUND, COUNT, Slots.KINDS, Slots.SIDE));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(COUNT);
        String kind = arguments.get(Slots.KINDS).get(0);
        Role side = arguments.get(Slots.SIDE);
        int actual = Counting.count(view, side, kind, Integer.MAX_VALUE);
        return Finding.of(bound.holds(actual, limit),
                () -> new Why(English.count(actual, kind) + " by " + English.side(side) + " so far",
                        bound.words() + " " + limit, bound.opposite(limit) + " " + English.plural(kind),
                        Counting.last(view, side, kind, actual)));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.countSoFar(arguments.get(Slots.KINDS).get(0), arguments.get(Slots.SIDE)),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(COUNT)));
    }
}
