package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class LastsSeconds extends TurnPredicate {

    private static final Slot.Number SECONDS = new Slot.Number("seconds", 1, 3600);

    LastsSeconds() {
        super("lasts", Weight.WORDING, "How long a turn lasts. Cannot be told in a transcript without times.",
                Form.of("{} lasts {} {} seconds|second", Slots.REF, Slots.BOUND, SECONDS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        if (turn.turn().startMillis() == null || turn.turn().endMillis() == null) {
            return Finding.cannotTell(TalkHasTimes.MISSING);
        }
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(SECONDS);
        long millis = turn.turn().endMillis() - turn.turn().startMillis();
        return Finding.of(bound.holds(millis, limit * 1000L),
                () -> new Why(ref.words() + " lasts " + English.count(millis / 1000, "second"),
                        bound.words() + " " + limit,
                        "a turn of " + bound.opposite(limit).replace("fewer", "less") + " seconds",
                        List.of(Passage.whole(turn))));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        long limit = arguments.get(SECONDS) * 1000L;
        return ofTurn(ref, learner, Meaning.of(Quantity.number("lasts", about(ref, learner), 0, Numbers.ENDLESS),
                Numbers.of(arguments.get(Slots.BOUND), limit)));
    }
}
