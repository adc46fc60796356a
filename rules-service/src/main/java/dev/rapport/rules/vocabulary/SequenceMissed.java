package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

/** What should have come after something did not: told at the turn where the time for it is over. */
final class SequenceMissed extends Predicate {

    private static final Slot.Choice<Role> FIRST_SIDE = Slots.choice("first side", Role.LEARNER, "the learner",
            Role.PARTNER, "the partner");
    private static final Slot.Choice<Role> MISSED_SIDE = Slots.choice("missed side", Role.LEARNER, "the learner",
            Role.PARTNER, "the partner");
    private static final Slot.Kinds FIRST = new Slot.Kinds("first kind", Slot.Kinds.Said.WITH_ARTICLE, false);
    private static final Slot.Kinds MISSED = new Slot.Kinds("missed kind", Slot.Kinds.Said.BARE, false);
    private static final Slot.Number WITHIN = new Slot.Number("turns", 1, 50);

    SequenceMissed() {
        super("sequence missed", Weight.PATTERN,
                "Whether one side gave a turn of a kind exactly that many turns of both ago and the other thing has not come since, "
                        + "this turn included. Holds once, at the last turn in which it could have come.",
                Form.of("{} gave {} , then within {} turns|turn {} gave no {}", FIRST_SIDE, FIRST, WITHIN, MISSED_SIDE,
                        MISSED),
                Form.of("{} gave {} [,] then within {} turns|turn {} gave no {}", FIRST_SIDE, FIRST, WITHIN,
                        MISSED_SIDE,
                        MISSED));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        List<SeenTurn> turns = view.moment().turns();
        int now = turns.size() - 1;
        int within = arguments.get(WITHIN);
        Role firstSide = arguments.get(FIRST_SIDE);
        String firstKind = arguments.get(FIRST).get(0);
        Role missedSide = arguments.get(MISSED_SIDE);
        String missedKind = arguments.get(MISSED).get(0);
        SeenTurn begun = now < within ? null : turns.get(now - within);
        view.work(1);
        boolean begins = begun != null && begun.turn().role() == firstSide && view.is(begun, firstKind);
        SeenTurn came = null;
        for (int i = now; begins && came == null && i > now - within; i--) {
            view.work(1);
            came = turns.get(i).turn().role() == missedSide && view.is(turns.get(i), missedKind) ? turns.get(i) : null;
        }
        SeenTurn given = came;
        String ago = English.count(within, "turn") + " ago";
        return Finding.of(begins && came == null, () -> {
            if (!begins) {
                return new Why(English.side(firstSide) + " did not give " + English.withArticle(firstKind) + " " + ago,
                        null, English.withArticle(firstKind) + " by " + English.side(firstSide) + " " + ago, List.of());
            }
            return given == null
                    ? new Why(
                            English.side(firstSide) + " gave " + English.withArticle(firstKind) + " " + ago + ", and "
                                    + English.side(missedSide) + " gave no " + missedKind + " since",
                            null, English.withArticle(missedKind) + " by " + English.side(missedSide) + " since",
                            List.of(Passage.whole(begun)))
                    : new Why(
                            English.side(missedSide) + " gave " + English.withArticle(missedKind) + " since "
                                    + English.side(firstSide) + "'s " + firstKind + " " + ago,
                            "none", "no " + missedKind + " since", List.of(Passage.whole(begun), Passage.whole(given)));
        });
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Set.copyOf(arguments.get(MISSED));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.flag(key(arguments), ""), true)
                .and(Quantity.number("turns so far", "", 1, Numbers.ENDLESS),
                        Numbers.atLeast(arguments.get(WITHIN) + 1L));
    }
}
