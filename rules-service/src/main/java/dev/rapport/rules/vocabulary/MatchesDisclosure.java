package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

final class MatchesDisclosure extends Predicate {

    MatchesDisclosure() {
        super("matches disclosure", Weight.PATTERN,
                "Whether the turn opens up about as deep as one side has just done: so many levels (0 to 3) away at most from the "
                        + "deepest disclosure of that side among the last turns of both.",
                Form.of("the turn discloses within {} levels|level of what {} disclosed in the last {} turns|turn",
                        Disclosure.LEVELS, Slots.SIDE, Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        int levels = arguments.get(Disclosure.LEVELS);
        Role side = arguments.get(Slots.SIDE);
        int within = arguments.get(Slots.TURNS);
        int depth = Disclosure.depth(view, view.current());
        SeenTurn given = depth == 0 ? null : Disclosure.deepestBefore(view, side, within);
        int other = given == null ? 0 : Disclosure.depth(view, given);
        return Finding.of(given != null && Math.abs(depth - other) <= levels, () -> {
            if (depth == 0) {
                return new Why("the turn discloses nothing", null, "a disclosure in the turn", List.of());
            }
            return given == null
                    ? new Why(English.side(side) + " disclosed nothing in the last " + within + " turns", null,
                            "a disclosure by " + English.side(side) + " shortly before", List.of())
                    : new Why(
                            "the turn has a disclosure depth of " + depth + ", " + English.side(side) + " had one of "
                                    + other,
                            "at most " + English.count(levels, "level") + " between them",
                            "a disclosure that goes much less deep, or much deeper",
                            List.of(Passage.whole(view.current()), Passage.whole(given)));
        });
    }

    @Override
    public Set<String> kindsOfThisTurn(Arguments arguments) {
        return Disclosure.KINDS;
    }
}
