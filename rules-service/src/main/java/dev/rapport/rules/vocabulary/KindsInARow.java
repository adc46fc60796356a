package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class KindsInARow extends Predicate {

    private static final Slot.Number COUNT = new Slot.Number("count", 2, 50);

    KindsInARow() {
        super("kinds in a row", Weight.PATTERN,
                "How many turns of one side, one after the other up to its latest, are of a kind. What the other side says in between "
                        + "does not matter.",
                Form.of("at least {} {} in a row by {}", COUNT, Slots.KINDS, Slots.SIDE));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        int limit = arguments.get(COUNT);
        String kind = arguments.get(Slots.KINDS).get(0);
        Role side = arguments.get(Slots.SIDE);
        List<SeenTurn> turns = view.moment().turns();
        int run = 0;
        for (int i = turns.size() - 1; i >= 0; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == side) {
                if (!view.is(turns.get(i), kind)) {
                    break;
                }
                run++;
            }
        }
        int actual = run;
        return Finding.of(run >= limit,
                () -> new Why(English.count(actual, kind) + " in a row by " + English.side(side), "at least " + limit,
                        "a turn of " + English.side(side) + " that is no " + kind + " between them",
                        Counting.last(view, side, kind, actual)));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.run(arguments.get(Slots.KINDS).get(0), arguments.get(Slots.SIDE)),
                Numbers.atLeast(arguments.get(COUNT)));
    }
}
