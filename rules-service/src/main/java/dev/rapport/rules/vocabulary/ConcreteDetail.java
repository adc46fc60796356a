package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;

final class ConcreteDetail extends TurnPredicate {

    private static final Slot.Choice<Boolean> HAS = Slots.choice("has", true, "has a", false, "has no");

    ConcreteDetail() {
        super("concrete detail", Weight.WORDING,
                "Whether the speaker tells something of their own with a name, number, time, place or past event in it.",
                Form.of("{} {} concrete detail of the speaker", Slots.REF, HAS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        boolean wanted = arguments.get(HAS);
        Span detail = turn.signals().concreteSelfDetail();
        return Finding.of((detail != null) == wanted,
                () -> new Why(ref.words() + (detail != null ? " has a" : " has no") + " concrete detail of the speaker",
                        (detail != null) == wanted ? null : wanted ? "one" : "none",
                        (detail != null ? "no " : "a ") + "concrete detail of the speaker in " + ref.words(),
                        List.of(Passage.of(turn, detail))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.flag("has a concrete detail", about(ref, learner)), arguments.get(HAS)));
    }
}
