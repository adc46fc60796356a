package dev.rapport.rules.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.TextSignals;

final class OneThread extends Predicate {

    private static final Slot.Number TURNS = new Slot.Number("turns", 3, 20);
    /** A turn with fewer words opens no thread of its own. */
    private static final int WORDS = 4;

    OneThread() {
        super("one thread", Weight.PATTERN,
                "Whether the last turns, the current one counted, stay on one subject: each takes up a content word of those before "
                        + "it, or points back with a word such as that, it or there, or is too short for a subject of its own. At "
                        + "least half of them must take up a word. False while there are fewer turns.",
                Form.of("the last {} turns stay on one thread", TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        int wanted = arguments.get(TURNS);
        List<SeenTurn> turns = view.moment().turns();
        int from = turns.size() - wanted;
        SeenTurn leaves = null;
        int takenUp = 0;
        Set<String> thread = new HashSet<>();
        for (int i = Math.max(0, from); from >= 0 && i < turns.size() && leaves == null; i++) {
            TextSignals signals = turns.get(i).signals();
            view.work(1 + signals.contentLemmas().size());
            boolean shares = signals.contentLemmas().stream().anyMatch(thread::contains);
            takenUp += shares ? 1 : 0;
            if (i > from && !shares && !signals.pointsBack() && signals.words() >= WORDS) {
                leaves = turns.get(i);
            }
            thread.addAll(signals.contentLemmas());
        }
        SeenTurn left = leaves;
        boolean holds = from >= 0 && left == null && takenUp * 2 >= wanted - 1;
        return Finding.of(holds, () -> new Why(
                from < 0
                        ? "only " + English.count(turns.size(), "turn") + " so far"
                        : "the last " + wanted + " turns " + (holds ? "stay" : "do not stay") + " on one thread",
                holds ? null : wanted + " turns on one thread",
                holds ? "another subject in one of the last " + wanted + " turns" : "words taken up from turn to turn",
                left == null ? List.of() : List.of(Passage.whole(left))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(Quantity.number("turns on one thread", "", 0, Numbers.ENDLESS),
                Numbers.atLeast(arguments.get(TURNS)));
    }
}
