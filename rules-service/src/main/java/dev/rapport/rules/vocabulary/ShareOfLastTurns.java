package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class ShareOfLastTurns extends Predicate {

    ShareOfLastTurns() {
        super("share of last turns", Weight.PATTERN,
                "Which part of one side's last turns are of a kind; the current turn counts if that side speaks it. False as long as "
                        + "that side has spoken fewer turns.",
                Form.of("{} {} % of {} last {} turns are {}", Slots.BOUND, Slots.PERCENT, Slots.SIDES, Slots.TURNS,
                        Slots.KINDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Slots.PERCENT);
        Role side = arguments.get(Slots.SIDES);
        int within = arguments.get(Slots.TURNS);
        String kind = arguments.get(Slots.KINDS).get(0);
        List<SeenTurn> turns = view.moment().turns();
        int all = 0;
        int of = 0;
        for (int i = turns.size() - 1; i >= 0 && all < within; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == side) {
                all++;
                of += view.is(turns.get(i), kind) ? 1 : 0;
            }
        }
        long share = of * 100L;
        boolean enough = all == within;
        int spoken = all;
        int count = of;
        boolean holds = enough && bound.holds(share, (long) limit * within);
        return Finding.of(holds, () -> enough
                ? new Why(
                        count + " of " + English.side(side) + "'s last " + within + " turns "
                                + (count == 1 ? "is " + English.withArticle(kind) : "are " + English.plural(kind)),
                        bound.words() + " " + limit + " %",
                        (bound == Bound.AT_LEAST ? "fewer " : "more ") + English.plural(kind) + " among them",
                        Counting.last(view, side, kind, count))
                : new Why(English.side(side) + " has spoken " + English.count(spoken, "turn") + " so far", "" + within,
                        "a longer talk", List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // in thousandths of a per cent, so that nothing lies between two numbers; -1 while the talk is too short
        return Meaning.of(
                new Quantity("share of last", arguments.get(Slots.KINDS).get(0), arguments.get(Slots.SIDES),
                        arguments.get(Slots.TURNS), -1, 100_000),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(Slots.PERCENT) * 1000L).and(Numbers.atLeast(0)));
    }
}
