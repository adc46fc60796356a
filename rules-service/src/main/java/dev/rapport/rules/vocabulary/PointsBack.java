package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class PointsBack extends TurnPredicate {

    private static final Slot.Choice<Boolean> POINTS = Slots.choice("points", true, "points back", false,
            "does not point back");

    PointsBack() {
        super("points back", Weight.WORDING,
                "Whether a word such as \"that\", \"it\" or \"then\" in the turn points to what was said before.",
                Form.of("{} {}", Slots.REF, POINTS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        boolean wanted = arguments.get(POINTS);
        boolean points = turn.signals().pointsBack();
        return Finding.of(points == wanted,
                () -> new Why(ref.words() + (points ? " points back" : " does not point back") + " to what was said",
                        points == wanted ? null : wanted ? "a word that points back" : "none",
                        (points ? "no word" : "a word") + " in " + ref.words() + " that points back",
                        List.of(Passage.whole(turn))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.flag("points back", about(ref, learner)), arguments.get(POINTS)));
    }
}
