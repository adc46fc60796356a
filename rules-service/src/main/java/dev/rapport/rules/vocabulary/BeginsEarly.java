package dev.rapport.rules.vocabulary;

import java.util.List;

final class BeginsEarly extends Predicate {

    private static final Slot.Number SECONDS = new Slot.Number("seconds", 1, 7200);

    BeginsEarly() {
        super("begins early", Weight.SETTING,
                "Whether the turn begins within so many seconds from the start of the talk. Cannot be told in a transcript without "
                        + "times.",
                Form.of("the turn begins in the first {} seconds|second of the talk", SECONDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Long start = view.current().turn().startMillis();
        if (start == null) {
            return Finding.cannotTell(TalkHasTimes.MISSING);
        }
        int limit = arguments.get(SECONDS);
        return Finding.of(start < limit * 1000L,
                () -> new Why("the turn begins " + English.count(start / 1000, "second") + " into the talk",
                        "the first " + limit, "an earlier or later turn", List.of()));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.number("begins at", "", 0, Numbers.ENDLESS),
                Numbers.between(0, arguments.get(SECONDS) * 1000L - 1));
    }
}
