package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class SaysSomethingLike extends TurnPredicate {

    SaysSomethingLike() {
        super("says something like", Weight.WORDING,
                "Whether a sentence of the turn means what the example sentences of a list mean, whatever its words. Lines of the "
                        + "list that start with \"not:\" are counter-examples: what sounds alike and is not meant. How near is near "
                        + "enough is worked out from both. Dearer than other conditions, so it is asked last.",
                Form.of("{} says something like {}", Slots.REF, Slots.LIST));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String list = arguments.get(Slots.LIST);
        Resemblance resemblance = view.resemblance(turn, list);
        Likeness nearest = resemblance.nearest();
        Likeness counter = resemblance.counter();
        return Finding.of(resemblance.holds(), () -> {
            String fact = nearest.percent() == 0
                    ? ref.words() + " is like nothing in " + English.quoted(list)
                    : "a sentence of " + ref.words() + " is " + nearest.percent() + " % like "
                            + English.quoted(nearest.phrase()) + " from " + English.quoted(list);
            boolean countered = nearest.percent() >= resemblance.threshold() && !resemblance.holds();
            return new Why(
                    countered
                            ? fact + " and " + counter.percent() + " % like its counter-example "
                                    + English.quoted(counter.phrase())
                            : fact,
                    countered
                            ? "more of the first"
                            : "at least " + resemblance.threshold() + " %, which its examples give",
                    resemblance.holds()
                            ? "other words in " + ref.words()
                            : "something like the examples of " + English.quoted(list) + " in " + ref.words(),
                    List.of(Passage.of(turn, nearest.span())));
        });
    }

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.flag("says something like " + arguments.get(Slots.LIST), about(ref, learner)),
                        true));
    }
}
