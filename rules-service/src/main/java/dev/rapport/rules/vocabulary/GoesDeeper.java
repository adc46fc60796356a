package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class GoesDeeper extends Predicate {

    /** "So far" ends here: what was opened up hours ago is no measure of now. */
    private static final int SO_FAR = 200;

    GoesDeeper() {
        super("goes deeper", Weight.PATTERN,
                "How many levels of disclosure depth (0 to 3) the turn goes beyond what one side has opened up so far, in the last "
                        + SO_FAR + " turns. False where the turn discloses nothing.",
                Form.of("the turn goes {} {} levels|level deeper than {} so far", Slots.BOUND, Disclosure.LEVELS,
                        Slots.SIDE));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Disclosure.LEVELS);
        Role side = arguments.get(Slots.SIDE);
        int depth = Disclosure.depth(view, view.current());
        SeenTurn deepest = depth == 0 ? null : Disclosure.deepestBefore(view, side, SO_FAR);
        int before = deepest == null ? 0 : Disclosure.depth(view, deepest);
        int deeper = depth - before;
        List<Passage> passages = new ArrayList<>(List.of(Passage.whole(view.current())));
        if (deepest != null) {
            passages.add(Passage.whole(deepest));
        }
        return Finding.of(depth > 0 && bound.holds(deeper, limit), () -> depth == 0
                ? new Why("the turn discloses nothing", null, "a disclosure in the turn", List.of())
                : new Why(
                        "the turn has a disclosure depth of " + depth + ", " + English.side(side) + " went to " + before
                                + " before it",
                        bound.words() + " " + English.count(limit, "level") + " deeper",
                        "a disclosure that goes " + (bound == Bound.AT_LEAST ? "less deep" : "deeper"), passages));
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Disclosure.KINDS;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(new Quantity("levels deeper", "", arguments.get(Slots.SIDE), 0, -1 - Disclosure.DEEPEST,
                Disclosure.DEEPEST),
                // one below the least where nothing is disclosed
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(Disclosure.LEVELS))
                        .and(Numbers.atLeast(-Disclosure.DEEPEST)));
    }
}
