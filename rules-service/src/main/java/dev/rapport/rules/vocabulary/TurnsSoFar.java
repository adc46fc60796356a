package dev.rapport.rules.vocabulary;

import java.util.List;

final class TurnsSoFar extends Predicate {

    private static final Slot.Number COUNT = new Slot.Number("count", 1, 10000);

    TurnsSoFar() {
        super("turns so far", Weight.SETTING, "How many turns both sides have spoken, the current one counted.",
                Form.of("{} {} turns|turn so far", Slots.BOUND, COUNT));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(COUNT);
        int actual = view.moment().turns().size();
        return Finding.of(bound.holds(actual, limit), () -> new Why(English.count(actual, "turn") + " so far",
                bound.words() + " " + limit, bound.opposite(limit) + " turns", List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.number("turns so far", "", 1, Numbers.ENDLESS),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(COUNT)));
    }
}
