package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class GaveKindWithin extends Predicate {

    GaveKindWithin() {
        super("gave kind within", Weight.PATTERN,
                "Whether one side gave a turn of a kind among the last turns of both before the current one.",
                Form.of("{} gave {} within the last {} turns|turn", Slots.SIDE, Slots.A_KIND, Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role side = arguments.get(Slots.SIDE);
        String kind = arguments.get(Slots.A_KIND).get(0);
        int within = arguments.get(Slots.TURNS);
        List<SeenTurn> turns = view.moment().turns();
        SeenTurn found = null;
        int ago = 0;
        for (int i = turns.size() - 2; i >= 0 && i >= turns.size() - 1 - within && found == null; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == side && view.is(turns.get(i), kind)) {
                found = turns.get(i);
                ago = turns.size() - 1 - i;
            }
        }
        SeenTurn given = found;
        int turnsAgo = ago;
        return Finding.of(found != null, () -> given == null
                ? new Why(English.side(side) + " gave no " + kind + " within the last " + within + " turns", null,
                        English.withArticle(kind) + " by " + English.side(side) + " shortly before", List.of())
                : new Why(
                        English.side(side) + " gave " + English.withArticle(kind) + " "
                                + English.count(turnsAgo, "turn") + " ago",
                        "one within the last " + within, "no " + kind + " by " + English.side(side) + " before it",
                        List.of(Passage.whole(given))));
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Set.of();
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // turns since then, 0 where there was none
        return Meaning
                .of(new Quantity("turns since", arguments.get(Slots.A_KIND).get(0), arguments.get(Slots.SIDE), 0, 0,
                        Numbers.ENDLESS), Numbers.between(1, arguments.get(Slots.TURNS)));
    }
}
