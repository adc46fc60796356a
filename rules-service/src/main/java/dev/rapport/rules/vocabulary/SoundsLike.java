package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class SoundsLike extends TurnPredicate {

    SoundsLike() {
        super("sounds like", Weight.WORDING,
                "How near a sentence of the turn comes in meaning to a phrase of a list, by a small language model. Dearer than all "
                        + "other conditions, so put others before it.",
                Form.of("{} sounds like {} , at least {} %", Slots.REF, Slots.LIST, Slots.PERCENT),
                Form.of("{} sounds like {} at least {} %", Slots.REF, Slots.LIST, Slots.PERCENT));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String list = arguments.get(Slots.LIST);
        int limit = arguments.get(Slots.PERCENT);
        Likeness likeness = view.likeness(turn, list);
        return Finding.of(likeness.percent() >= limit,
                () -> new Why(
                        ref.words() + " is " + likeness.percent() + " % like " + English.quoted(likeness.phrase())
                                + " from " + English.quoted(list),
                        "at least " + limit + " %", "other words in " + ref.words(),
                        List.of(Passage.of(turn, likeness.span()))));
    }

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(
                Quantity.number("sounds like " + arguments.get(Slots.LIST), about(ref, learner), 0, 100),
                Numbers.atLeast(arguments.get(Slots.PERCENT))));
    }
}
