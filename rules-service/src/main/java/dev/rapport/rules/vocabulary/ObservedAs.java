package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

final class ObservedAs extends Predicate {

    private static final Slot.Choice<Boolean> OBSERVED = Slots.choice("observed", true, "is observed as", false,
            "is not observed as");
    static final Slot.Names BEHAVIOURS = new Slot.Names("behaviours");

    ObservedAs() {
        super("observed as", Weight.SETTING,
                "Whether another rule of the rulebook observes this behaviour in the same turn. It says which rule gives way where "
                        + "two claim a turn: unless the turn is observed as \"common ground\".",
                Form.of("the turn {} {}", OBSERVED, BEHAVIOURS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        List<String> behaviours = arguments.get(BEHAVIOURS);
        boolean wanted = arguments.get(OBSERVED);
        Truth observed = view.observed(behaviours);
        String named = English.quotedOr(behaviours);
        if (observed == Truth.CANNOT_TELL) {
            return Finding.cannotTell("whether the turn is observed as " + named + " cannot be told");
        }
        boolean is = observed == Truth.YES;
        return Finding.of(is == wanted,
                () -> new Why("the turn is " + (is ? "" : "not ") + "observed as " + named, null,
                        "the turn being " + (is ? "observed as nothing of the kind" : "observed as " + named),
                        List.of()));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        List<String> sorted = arguments.get(BEHAVIOURS).stream().sorted().toList();
        return Meaning.of(Quantity.flag("observed as", String.join("|", sorted)), arguments.get(OBSERVED));
    }

    @Override
    public Set<String> behaviours(Arguments arguments) {
        return Set.copyOf(arguments.get(BEHAVIOURS));
    }
}
