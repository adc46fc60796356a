package dev.rapport.rules.vocabulary;

import dev.rapport.rules.conversation.SeenTurn;

final class ContainsPhrase extends TurnPredicate {

    private static final Slot.Choice<Boolean> CONTAINS = Slots.choice("contains", true, "contains a", false,
            "contains no");
    static final Slot.Choice<Boolean> NOT_NEGATED = Slots.flag("not negated", "that is not negated");

    ContainsPhrase() {
        super("phrase", Weight.WORDING,
                "Whether one of the phrases of a list stands in the turn, in any inflection. \"That is not negated\" leaves out a "
                        + "phrase with a word such as \"not\" up to three words before it.",
                Form.of("{} {} phrase from {} {}", Slots.REF, CONTAINS, Slots.LIST, NOT_NEGATED));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String list = arguments.get(Slots.LIST);
        boolean wanted = arguments.get(CONTAINS);
        boolean careful = arguments.get(NOT_NEGATED);
        PhraseHit found = null;
        for (PhraseHit hit : view.hits(turn, list)) {
            view.work(1);
            if (!careful || !Negation.before(hit.span(), turn.signals())) {
                found = hit;
                break;
            }
        }
        PhraseHit hit = found;
        return Finding.of((found != null) == wanted, () -> Phrases.why(ref, turn, list, hit, wanted, " says "));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        Numbers with = Numbers.between(arguments.get(NOT_NEGATED) ? 2 : 1, 2);
        return ofTurn(ref, learner, Meaning.of(phrases(arguments.get(Slots.LIST), about(ref, learner)),
                arguments.get(CONTAINS) ? with : with.not()));
    }

    /** 0 without any, 1 with negated ones only, else 2. */
    static Quantity phrases(String list, String turn) {
        return Quantity.number("phrases from " + list, turn, 0, 2);
    }
}
