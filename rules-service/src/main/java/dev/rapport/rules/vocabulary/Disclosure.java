package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

/**
 * How deep a turn opens up, by what act rules call it. Depth 0 none, 1 fact, 2 opinion, preference or uncertainty,
 * 3 vulnerability, health, family, money, distress (after Collins and Miller 1994; models of depth fall from r = .69 to .32
 * across corpora, so no rule is more than likely). What is of depth 3 is compared and counted, never quoted.
 */
final class Disclosure {

    static final int DEEPEST = 3;
    static final Slot.Number DEPTH = new Slot.Number("depth", 0, DEEPEST);
    static final Slot.Number LEVELS = new Slot.Number("levels", 0, DEEPEST);

    private static final String LIGHT = "light disclosure";
    private static final String PERSONAL = "personal disclosure";
    private static final String DEEP = SeenTurn.DEEP_DISCLOSURE;
    static final Set<String> KINDS = Set.of(LIGHT, PERSONAL, DEEP);

    private Disclosure() {
    }

    static int depth(View view, SeenTurn turn) {
        view.work(1);
        return view.is(turn, DEEP) ? DEEPEST : view.is(turn, PERSONAL) ? 2 : view.is(turn, LIGHT) ? 1 : 0;
    }

    /** A turn before the current one in which that side went deepest, the last of them; null if that side never did. */
    static SeenTurn deepestBefore(View view, Role side, int within) {
        List<SeenTurn> turns = view.moment().turns();
        SeenTurn deepest = null;
        int depth = 0;
        for (int i = turns.size() - 2; i >= Math.max(0, turns.size() - 1 - within) && depth < DEEPEST; i--) {
            SeenTurn turn = turns.get(i);
            if (turn.turn().role() == side) {
                int here = depth(view, turn);
                if (here > depth) {
                    depth = here;
                    deepest = turn;
                }
            }
        }
        return deepest;
    }
}
