package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class WordCount extends TurnPredicate {

    private static final Slot.Number WORDS = new Slot.Number("count", 1, 2000);

    WordCount() {
        super("words in turn", Weight.WORDING, "How long a turn is, in words; punctuation does not count.",
                Form.of("{} has {} {} words|word", Slots.REF, Slots.BOUND, WORDS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(WORDS);
        int actual = turn.signals().words();
        return Finding.of(bound.holds(actual, limit),
                () -> new Why(ref.words() + " has " + English.count(actual, "word"), bound.words() + " " + limit,
                        bound.opposite(limit) + " words in " + ref.words(), List.of(Passage.whole(turn))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(Quantity.number("words", about(ref, learner), 0, Numbers.ENDLESS),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(WORDS))));
    }
}
