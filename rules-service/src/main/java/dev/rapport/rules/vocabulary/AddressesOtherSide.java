package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class AddressesOtherSide extends TurnPredicate {

    private static final Slot.Choice<Boolean> ADDRESSES = Slots.choice("addresses", true, "addresses", false,
            "does not address");

    AddressesOtherSide() {
        super("addresses other side", Weight.WORDING, "Whether \"you\" or \"your\" in the turn means the other person.",
                Form.of("{} {} the other side", Slots.REF, ADDRESSES));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        boolean wanted = arguments.get(ADDRESSES);
        boolean addresses = turn.signals().partnerAddressed();
        return Finding.of(addresses == wanted,
                () -> new Why(ref.words() + (addresses ? " addresses" : " does not address") + " the other side",
                        addresses == wanted ? null : wanted ? "a \"you\"" : "none",
                        (addresses ? "no " : "a ") + "\"you\" in " + ref.words(), List.of(Passage.whole(turn))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.flag("addresses the other side", about(ref, learner)), arguments.get(ADDRESSES)));
    }
}
