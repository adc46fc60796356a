package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

/**
 * One thing after another, the current turn being the last of them. Two or three steps, each within so many turns of the
 * one before; with "without", no turn between the first and the last that is none of the steps may be of that kind.
 */
final class Sequence extends Predicate {

    private static final int MOST_TURNS = 50;
    private static final List<Slot.Choice<Role>> SIDES = List.of(side("first side"), side("second side"),
            side("third side"));
    private static final List<Slot.Kinds> KINDS = List.of(kind("first kind"), kind("second kind"), kind("third kind"));
    private static final List<Slot.Number> WITHIN = List.of(new Slot.Number("turns to second", 1, MOST_TURNS),
            new Slot.Number("turns to third", 1, MOST_TURNS));
    private static final Slot.Kinds WITHOUT = kind("without kind");
    private static final Slot.Choice<Role> WITHOUT_SIDE = side("without side");

    private final int steps;
    private final boolean without;

    /** @param steps 2 or 3 */
    Sequence(int steps, boolean without) {
        super("sequence of " + steps + (without ? " without" : ""), Weight.PATTERN,
                "Whether this turn is the last step of a sequence: "
                        + (steps == 2 ? "one thing" : "one thing, a second")
                        + " and then this, each within so many turns of both after the one before"
                        + (without ? ", and no turn of a kind anywhere between them." : "."),
                form(steps, without, ","), form(steps, without, "[,]"));
        this.steps = steps;
        this.without = without;
    }

    private static Slot.Choice<Role> side(String name) {
        return Slots.choice(name, Role.LEARNER, "the learner", Role.PARTNER, "the partner");
    }

    private static Slot.Kinds kind(String name) {
        return new Slot.Kinds(name, Slot.Kinds.Said.WITH_ARTICLE, false);
    }

    private static Form form(int steps, boolean without, String comma) {
        StringBuilder wording = new StringBuilder("{} gave {}");
        List<Slot<?>> slots = new ArrayList<>(List.of(SIDES.get(0), KINDS.get(0)));
        for (int step = 1; step < steps; step++) {
            wording.append(" ").append(comma).append(" then within {} turns|turn {} gave {}");
            slots.addAll(List.of(WITHIN.get(step - 1), SIDES.get(step), KINDS.get(step)));
        }
        if (without) {
            wording.append(" ").append(comma).append(" without {} by {} between them");
            slots.addAll(List.of(WITHOUT, WITHOUT_SIDE));
        }
        return Form.of(wording.toString(), slots.toArray(Slot<?>[]::new));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        List<SeenTurn> turns = view.moment().turns();
        int now = turns.size() - 1;
        boolean last = isStep(view, arguments, steps - 1, now);
        List<Integer> found = last ? before(view, arguments, steps - 1, now) : null;
        return Finding.of(found != null, () -> why(view, arguments, last, found));
    }

    private boolean isStep(View view, Arguments arguments, int step, int at) {
        SeenTurn turn = view.moment().turns().get(at);
        return turn.turn().role() == arguments.get(SIDES.get(step))
                && view.is(turn, arguments.get(KINDS.get(step)).get(0));
    }

    /** Places of the steps up to the one at {@code at}, the nearest ones; null if there are none. */
    private List<Integer> before(View view, Arguments arguments, int step, int at) {
        if (step == 0) {
            return new ArrayList<>(List.of(at));
        }
        int first = Math.max(0, at - arguments.get(WITHIN.get(step - 1)));
        for (int i = at - 1; i >= first; i--) {
            view.work(1);
            if (isStep(view, arguments, step - 1, i)) {
                List<Integer> steps = before(view, arguments, step - 1, i);
                if (steps != null) {
                    steps.add(at);
                    return steps;
                }
            }
            SeenTurn between = view.moment().turns().get(i);
            if (without && between.turn().role() == arguments.get(WITHOUT_SIDE)
                    && view.is(between, arguments.get(WITHOUT).get(0))) {
                return null;
            }
        }
        return null;
    }

    private Why why(View view, Arguments arguments, boolean last, List<Integer> found) {
        String lastStep = English.side(arguments.get(SIDES.get(steps - 1))) + " gave "
                + English.withArticle(arguments.get(KINDS.get(steps - 1)).get(0));
        if (found == null) {
            return last
                    ? new Why(lastStep + ", but not after what the rule asks for", sentence(arguments),
                            "what the rule asks for shortly before", List.of(Passage.whole(view.current())))
                    : new Why("this turn is not the one that ends the sequence", null,
                            lastStep.replace(" gave ", " giving "),
                            List.of());
        }
        List<String> facts = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            SeenTurn turn = view.moment().turns().get(found.get(step));
            String kind = arguments.get(KINDS.get(step)).get(0);
            facts.add((step == 0 ? "" : English.count(found.get(step) - found.get(step - 1), "turn") + " later ")
                    + English.side(arguments.get(SIDES.get(step))) + " gave " + English.withArticle(kind));
            passages.add(turn == view.current() ? Passage.of(turn, view.spanOfKind(kind)) : Passage.whole(turn));
        }
        String first = arguments.get(KINDS.get(0)).get(0);
        return new Why(String.join(", ", facts), null,
                without
                        ? English.withArticle(arguments.get(WITHOUT).get(0)) + " by "
                                + English.side(arguments.get(WITHOUT_SIDE)) + " between them"
                        : "no " + first + " by " + English.side(arguments.get(SIDES.get(0))) + " so shortly before",
                passages);
    }

    /** The steps before stand in earlier turns, and so does what must not lie between. */
    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Set.copyOf(arguments.get(KINDS.get(steps - 1)));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.flag(key(arguments), ""), true)
                .and(Quantity.speaker(), Numbers.only(arguments.get(SIDES.get(steps - 1)) == Role.LEARNER ? 1 : 0))
                .and(Quantity.kind(arguments.get(KINDS.get(steps - 1)).get(0)), Numbers.only(1));
    }
}
