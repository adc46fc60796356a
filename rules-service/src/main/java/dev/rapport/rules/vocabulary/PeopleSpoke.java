package dev.rapport.rules.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;

final class PeopleSpoke extends Predicate {

    private static final Slot.Number PEOPLE = new Slot.Number("people", 1, 50);

    PeopleSpoke() {
        super("people spoke", Weight.SETTING,
                "How many different people spoke in the last turns, the current one counted: where several are there, somebody else "
                        + "may have answered.",
                Form.of("{} {} people|person spoke in the last {} turns|turn", Slots.BOUND, PEOPLE, Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(PEOPLE);
        int within = arguments.get(Slots.TURNS);
        List<SeenTurn> turns = view.moment().turns();
        Set<String> people = new HashSet<>();
        for (SeenTurn turn : turns.subList(Math.max(0, turns.size() - within), turns.size())) {
            view.work(1);
            people.add(turn.turn().role() + " " + turn.turn().speaker());
        }
        int spoke = people.size();
        return Finding.of(bound.holds(spoke, limit),
                () -> new Why((spoke == 1 ? "1 person" : spoke + " people") + " spoke in the last " + within + " turns",
                        bound.words() + " " + limit, (bound == Bound.AT_LEAST ? "fewer" : "more") + " people in it",
                        List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.number("people in turns", arguments.get(Slots.TURNS).toString(), 1,
                arguments.get(Slots.TURNS)), Numbers.of(arguments.get(Slots.BOUND), arguments.get(PEOPLE)));
    }
}
