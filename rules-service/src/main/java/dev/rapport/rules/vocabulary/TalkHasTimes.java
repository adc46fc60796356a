package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class TalkHasTimes extends Predicate {

    static final String MISSING = "the transcript has no times";

    private static final Slot.Choice<Boolean> HAS = Slots.choice("has", true, "has times", false, "has no times");

    TalkHasTimes() {
        super("times", Weight.SETTING, "Whether every turn so far has a start and an end.",
                Form.of("the talk {}", HAS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        boolean has = true;
        for (SeenTurn turn : view.moment().turns()) {
            view.work(1);
            if (turn.turn().startMillis() == null || turn.turn().endMillis() == null) {
                has = false;
                break;
            }
        }
        boolean times = has;
        return Finding.of(times == arguments.get(HAS), () -> new Why(times ? "the transcript has times" : MISSING, null,
                times ? "a transcript without times" : "a transcript with times", List.of()));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.flag("has times", ""), arguments.get(HAS));
    }
}
