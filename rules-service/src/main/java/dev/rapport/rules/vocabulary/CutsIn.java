package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Turn;

final class CutsIn extends Predicate {

    private static final Slot.Number SECONDS = new Slot.Number("seconds", 1, 60);

    CutsIn() {
        super("cuts in", Weight.PATTERN,
                "How long before the end of the other side's last turn this one begins, where it also goes on after that end: it "
                        + "takes the floor. Speech together that leaves the floor where it was is none. Cannot be told in a "
                        + "transcript without times.",
                Form.of("the turn cuts at least {} seconds|second into the other side's last turn", SECONDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        SeenTurn other = Ref.OTHER_SIDES_LAST.in(view.moment()).orElse(null);
        if (other == null) {
            return Finding.nobodySpoke(Ref.OTHER_SIDES_LAST);
        }
        Turn now = view.current().turn();
        Long otherEnd = other.turn().endMillis();
        if (otherEnd == null || now.startMillis() == null || now.endMillis() == null) {
            return Finding.cannotTell(TalkHasTimes.MISSING);
        }
        int limit = arguments.get(SECONDS);
        long overlap = Math.max(0, otherEnd - now.startMillis());
        boolean takesTheFloor = now.endMillis() > otherEnd;
        return Finding.of(overlap >= limit * 1000L && takesTheFloor, () -> new Why(
                takesTheFloor || overlap == 0
                        ? "the turn begins " + seconds(overlap) + " before the other side's last turn ends"
                        : "the turn is over before the other side's last turn ends",
                "at least " + English.count(limit, "second") + ", and going on after it",
                "a turn that begins when the other side has finished",
                List.of(Passage.whole(view.current()), Passage.whole(other))));
    }

    /** "1.4 seconds". */
    private static String seconds(long millis) {
        return millis / 1000 + "." + millis % 1000 / 100 + " seconds";
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        // in milliseconds, 0 where it takes no floor
        return Meaning.of(Quantity.number("cuts in", "", 0, Numbers.ENDLESS),
                Numbers.atLeast(arguments.get(SECONDS) * 1000L));
    }
}
