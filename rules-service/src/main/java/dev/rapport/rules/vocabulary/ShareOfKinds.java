package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class ShareOfKinds extends Predicate {

    ShareOfKinds() {
        super("share of kinds", Weight.PATTERN,
                "Which part of one side's turns of a kind are also of another kind, from the start of the talk. False while there is "
                        + "none of the first kind; join it with a number of them.",
                Form.of("{} {} % of {} {} so far are {}", Slots.BOUND, Slots.PERCENT, Slots.SIDES, Slots.WHOLE_KINDS,
                        Slots.KINDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Slots.PERCENT);
        Role side = arguments.get(Slots.SIDES);
        String whole = arguments.get(Slots.WHOLE_KINDS).get(0);
        String part = arguments.get(Slots.KINDS).get(0);
        int all = 0;
        int both = 0;
        for (SeenTurn turn : view.moment().turns()) {
            view.work(1);
            if (turn.turn().role() == side && view.is(turn, whole)) {
                all++;
                both += view.is(turn, part) ? 1 : 0;
            }
        }
        long share = both * 100L;
        int ofAll = all;
        int ofBoth = both;
        boolean holds = all > 0
                && (bound == Bound.AT_LEAST ? share >= (long) limit * all : share <= (long) limit * all);
        return Finding.of(holds, () -> new Why(
                ofBoth + " of " + ofAll + " " + English.plural(whole) + " by " + English.side(side) + " "
                        + (ofBoth == 1 ? "is " + English.withArticle(part) : "are " + English.plural(part)),
                bound.words() + " " + limit + " %",
                (bound == Bound.AT_LEAST ? "fewer " : "more ") + English.plural(part) + " among them",
                both(view, side, whole, part)));
    }

    private static List<Passage> both(View view, Role side, String whole, String part) {
        return Counting.last(view, side, part, Integer.MAX_VALUE).stream().filter(p -> view.is(p.turn(), whole))
                .toList();
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // in thousandths of a per cent, so that nothing lies between two numbers; -1 where there is nothing to share
        return Meaning.of(
                new Quantity("share of " + arguments.get(Slots.WHOLE_KINDS).get(0), arguments.get(Slots.KINDS).get(0),
                        arguments.get(Slots.SIDES), 0, -1, 100_000),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(Slots.PERCENT) * 1000L).and(Numbers.atLeast(0)));
    }
}
