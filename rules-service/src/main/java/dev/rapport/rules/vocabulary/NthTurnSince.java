package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class NthTurnSince extends Predicate {

    private static final Slot.Number NTH = new Slot.Number("nth", 1, 50);

    NthTurnSince() {
        super("nth turn since", Weight.SETTING,
                "Whether one side speaks for the nth time, the current turn counted, after the last turn of a kind.",
                Form.of("this is turn {} of {} since {} last {}", NTH, Slots.SIDE, Slots.ANCHOR_SIDES,
                        Slots.ANCHOR_KIND));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        int nth = arguments.get(NTH);
        Role side = arguments.get(Slots.SIDE);
        Role anchorSide = arguments.get(Slots.ANCHOR_SIDES);
        String anchorKind = arguments.get(Slots.ANCHOR_KIND).get(0);
        List<SeenTurn> turns = view.moment().turns();
        SeenTurn anchor = null;
        int spoken = view.current().turn().role() == side ? 1 : 0;
        for (int i = turns.size() - 2; spoken > 0 && i >= 0 && anchor == null; i--) {
            view.work(1);
            SeenTurn turn = turns.get(i);
            if (turn.turn().role() == anchorSide && view.is(turn, anchorKind)) {
                anchor = turn;
            } else if (turn.turn().role() == side) {
                spoken++;
            }
        }
        SeenTurn since = anchor;
        int actual = spoken;
        return Finding.of(since != null && spoken == nth, () -> since == null
                ? new Why(
                        actual == 0
                                ? English.side(side) + " does not speak"
                                : English.side(anchorSide) + " gave no " + anchorKind + " yet",
                        null, English.withArticle(anchorKind) + " by " + English.side(anchorSide) + " before",
                        List.of())
                : new Why(
                        "this is turn " + actual + " of " + English.side(side) + " since " + English.side(anchorSide)
                                + "'s last " + anchorKind,
                        actual == nth ? null : "turn " + nth, "an earlier or later turn",
                        List.of(Passage.whole(since))));
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Set.of();
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(
                new Quantity("turns of " + arguments.get(Slots.SIDE) + " since",
                        arguments.get(Slots.ANCHOR_KIND).get(0),
                        arguments.get(Slots.ANCHOR_SIDES), 0, 0, Numbers.ENDLESS),
                Numbers.only(arguments.get(NTH)));
    }
}
