package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class SharedContentWords extends Predicate {

    private static final Slot.Number WORDS = new Slot.Number("count", 0, 50);

    SharedContentWords() {
        super("shared content words", Weight.WORDING,
                "How many words with a content, such as nouns, names and full verbs, the turn takes up from the last turn of the other side (or of the side named) "
                        + "before it, in any inflection.",
                Form.of("{} shares {} {} content words|word with {}", Slots.REF, Slots.BOUND, WORDS, Slots.WITH));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Ref ref = arguments.get(Slots.REF);
        SeenTurn turn = ref.in(view.moment()).orElse(null);
        Ref with = arguments.get(Slots.WITH);
        SeenTurn other = turn == null ? null : Overlap.before(with, turn, view).orElse(null);
        if (other == null) {
            return Finding.nobodySpoke(turn == null ? ref : with);
        }
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(WORDS);
        List<String> shared = Overlap.shared(turn, other, view);
        return Finding.of(bound.holds(shared.size(), limit), () -> new Why(
                ref.words() + " takes up " + English.count(shared.size(), "content word") + Overlap.listed(turn, shared)
                        + " of " + with.words(),
                bound.words() + " " + limit,
                bound.opposite(limit) + " content words of " + with.words() + " in " + ref.words(),
                List.of(Passage.whole(turn), Passage.of(other, Overlap.first(other, shared)))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(Quantity.number("shares words with " + arguments.get(Slots.WITH).words(),
                about(ref, learner), -1, Numbers.ENDLESS),
                // -1 where there is no such other turn
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(WORDS)).and(Numbers.atLeast(0))));
    }
}
