package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class ShareOfWords extends Predicate {

    ShareOfWords() {
        super("share of words", Weight.PATTERN,
                "Which part of all words in the last turns of both one side spoke; needs no times. False as long as there are fewer "
                        + "turns.",
                Form.of("{} spoke {} {} % of the words in the last {} turns", Slots.SIDE, Slots.BOUND, Slots.PERCENT,
                        Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role side = arguments.get(Slots.SIDE);
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Slots.PERCENT);
        int within = arguments.get(Slots.TURNS);
        List<SeenTurn> turns = view.moment().turns();
        long all = 0;
        long own = 0;
        int first = turns.size() - within;
        for (int i = turns.size() - 1; i >= Math.max(0, first); i--) {
            view.work(1);
            all += turns.get(i).signals().words();
            own += turns.get(i).turn().role() == side ? turns.get(i).signals().words() : 0;
        }
        boolean enough = first >= 0 && all > 0;
        long words = all;
        long ownWords = own;
        boolean holds = enough && bound.holds(own * 100, limit * all);
        return Finding.of(holds, () -> enough
                ? new Why(
                        English.side(side) + " spoke " + ownWords + " of the " + words + " words in the last " + within
                                + " turns (" + ownWords * 100 / words + " %)",
                        bound.words() + " " + limit + " %",
                        bound == Bound.AT_LEAST ? "more words of the other side" : "fewer words of the other side",
                        List.of(Passage.whole(view.current())))
                : new Why("there are " + English.count(turns.size(), "turn") + " so far", "" + within, "a longer talk",
                        List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // in thousandths of a per cent, so that nothing lies between two numbers; -1 while the talk is too short
        return Meaning.of(
                new Quantity("share of words spoken", "", arguments.get(Slots.SIDE), arguments.get(Slots.TURNS), -1,
                        100_000),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(Slots.PERCENT) * 1000L).and(Numbers.atLeast(0)));
    }
}
