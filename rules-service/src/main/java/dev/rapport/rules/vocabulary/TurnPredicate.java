package dev.rapport.rules.vocabulary;

import dev.rapport.rules.conversation.SeenTurn;

/** A condition of one turn, which its words name by {@link Slots#REF}. Before anybody has said such a turn it does not hold. */
abstract class TurnPredicate extends Predicate {

    TurnPredicate(String name, Weight weight, String explanation, Form... forms) {
        super(name, weight, explanation, forms);
    }

    @Override
    public final Finding look(View view, Arguments arguments) {
        Ref ref = arguments.get(Slots.REF);
        return ref.in(view.moment()).map(turn -> look(view, arguments, ref, turn))
                .orElseGet(() -> Finding.nobodySpoke(ref));
    }

    /** @param turn that {@code ref} names */
    abstract Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn);
}
