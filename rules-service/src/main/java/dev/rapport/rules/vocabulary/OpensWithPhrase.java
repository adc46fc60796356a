package dev.rapport.rules.vocabulary;

import dev.rapport.rules.conversation.SeenTurn;

final class OpensWithPhrase extends TurnPredicate {

    private static final Slot.Choice<Boolean> OPENS = Slots.choice("opens", true, "opens with a", false,
            "opens with no");

    OpensWithPhrase() {
        super("opening phrase", Weight.WORDING,
                "Whether the turn begins with a phrase of a list; a \"well\", \"so\" or \"yeah\" before it is passed over.",
                Form.of("{} {} phrase from {}", Slots.REF, OPENS, Slots.LIST));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String list = arguments.get(Slots.LIST);
        boolean wanted = arguments.get(OPENS);
        int end = turn.signals().tokens().size();
        int opening = Opening.after(turn.signals(), 0, end);
        PhraseHit found = null;
        for (PhraseHit hit : view.hits(turn, list)) {
            view.work(1);
            if (hit.span().from() <= opening) {
                found = hit;
                break;
            }
        }
        PhraseHit hit = found;
        return Finding.of((found != null) == wanted, () -> Phrases.why(ref, turn, list, hit, wanted, " opens with "));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        boolean opens = arguments.get(OPENS);
        Meaning meaning = Meaning.of(Quantity.flag("opens with " + arguments.get(Slots.LIST), turn), opens);
        return ofTurn(ref, learner, opens
                ? meaning.and(ContainsPhrase.phrases(arguments.get(Slots.LIST), turn), Numbers.between(1, 2))
                : meaning);
    }
}
