package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class NoKindSince extends Predicate {

    private static final Slot.Choice<Boolean> INCLUDED = Slots.flag("this turn included", ", this turn included");

    NoKindSince() {
        super("no kind since", Weight.PATTERN,
                "Whether one side has given no turn of a kind since the last turn of another kind. Both are looked for before the "
                        + "current turn; \", this turn included\" asks the current turn too. False while there is no such last turn.",
                Form.of("{} gave no {} since {} last {} {}", Slots.SIDE, Slots.BARE_KIND, Slots.ANCHOR_SIDES,
                        Slots.ANCHOR_KIND, INCLUDED));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role side = arguments.get(Slots.SIDE);
        String kind = arguments.get(Slots.BARE_KIND).get(0);
        Role anchorSide = arguments.get(Slots.ANCHOR_SIDES);
        String anchorKind = arguments.get(Slots.ANCHOR_KIND).get(0);
        boolean included = arguments.get(INCLUDED);
        List<SeenTurn> turns = view.moment().turns();
        int now = turns.size() - 1;
        SeenTurn given = included && turns.get(now).turn().role() == side && view.is(turns.get(now), kind)
                ? turns.get(now)
                : null;
        SeenTurn anchor = null;
        for (int i = now - 1; i >= 0 && anchor == null; i--) {
            view.work(1);
            SeenTurn turn = turns.get(i);
            if (turn.turn().role() == anchorSide && view.is(turn, anchorKind)) {
                anchor = turn;
            } else if (given == null && turn.turn().role() == side && view.is(turn, kind)) {
                given = turn;
            }
        }
        SeenTurn since = anchor;
        SeenTurn found = given;
        return Finding.of(since != null && found == null, () -> {
            if (since == null) {
                return new Why(English.side(anchorSide) + " gave no " + anchorKind + " yet", null,
                        English.withArticle(anchorKind) + " by " + English.side(anchorSide) + " before", List.of());
            }
            String sinceThen = " since " + English.side(anchorSide) + "'s last " + anchorKind;
            return found == null
                    ? new Why(English.side(side) + " gave no " + kind + sinceThen, null,
                            English.withArticle(kind) + " by " + English.side(side) + sinceThen,
                            List.of(Passage.whole(since)))
                    : new Why(English.side(side) + " gave " + English.withArticle(kind) + sinceThen, "none",
                            "no " + kind + sinceThen, List.of(Passage.whole(since), Passage.whole(found)));
        });
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return arguments.get(INCLUDED) ? Set.copyOf(arguments.get(Slots.BARE_KIND)) : Set.of();
    }
}
