package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;

final class DisclosureDepth extends TurnPredicate {

    DisclosureDepth() {
        super("disclosure depth", Weight.KIND,
                "How deep the speaker opens up in the turn: 0 not at all, 1 a fact of their own (light disclosure), 2 an opinion, a "
                        + "preference or a doubt (personal disclosure), 3 health, family, money or distress (deep disclosure). Words say "
                        + "it with little certainty.",
                Form.of("{} has a disclosure depth of {} {}", Slots.REF, Slots.BOUND, Disclosure.DEPTH));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Disclosure.DEPTH);
        int depth = Disclosure.depth(view, turn);
        return Finding.of(bound.holds(depth, limit),
                () -> new Why(ref.words() + " has a disclosure depth of " + depth, bound.words() + " " + limit,
                        "a disclosure that goes " + (bound == Bound.AT_LEAST ? "less deep" : "deeper"),
                        List.of(Passage.whole(turn))));
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return arguments.get(Slots.REF) == Ref.THE_TURN ? Disclosure.KINDS : Set.of();
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(Quantity.number("disclosure depth", about(ref, learner), 0, 3),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(Disclosure.DEPTH))));
    }
}
