package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;

/** Turns of a kind, counted backwards from the current one. */
final class Counting {

    /** More passages than this say nothing more to a reader. */
    static final int MOST_PASSAGES = 12;

    private Counting() {
    }

    /** How many turns of that side are of that kind, among its last {@code within}. */
    static int count(View view, Role side, String kind, int within) {
        List<SeenTurn> turns = view.moment().turns();
        int seen = 0;
        int count = 0;
        for (int i = turns.size() - 1; i >= 0 && seen < within; i--) {
            view.work(1);
            if (turns.get(i).turn().role() == side) {
                seen++;
                count += view.is(turns.get(i), kind) ? 1 : 0;
            }
        }
        return count;
    }

    /** The last {@code wanted} turns of that side and kind, oldest first. */
    static List<Passage> last(View view, Role side, String kind, int wanted) {
        List<SeenTurn> turns = view.moment().turns();
        List<Passage> passages = new ArrayList<>();
        for (int i = turns.size() - 1; i >= 0 && passages.size() < Math.min(wanted, MOST_PASSAGES); i--) {
            if (turns.get(i).turn().role() == side && view.is(turns.get(i), kind)) {
                passages.add(Passage.counted(turns.get(i),
                        turns.get(i) == view.current() ? view.spanOfKind(kind) : null));
            }
        }
        Collections.reverse(passages);
        return passages;
    }
}
