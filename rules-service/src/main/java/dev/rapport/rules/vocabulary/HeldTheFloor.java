package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.conversation.Turn;

final class HeldTheFloor extends Predicate {

    private static final Slot.Number WINDOWS = new Slot.Number("windows", 1, 20);
    private static final Slot.Number SECONDS = new Slot.Number("seconds", 10, 1800);

    HeldTheFloor() {
        super("held the floor", Weight.PATTERN,
                "Which part of all words one side spoke in each of the last stretches of time, counted back from the end of the "
                        + "current turn. Cannot be told in a transcript without times; false while the talk is shorter.",
                Form.of("{} held at least {} % of the words in each of the last {} windows|window of {} seconds|second",
                        Slots.SIDE, Slots.PERCENT, WINDOWS, SECONDS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Role side = arguments.get(Slots.SIDE);
        int percent = arguments.get(Slots.PERCENT);
        int windows = arguments.get(WINDOWS);
        long length = arguments.get(SECONDS) * 1000L;
        List<SeenTurn> turns = view.moment().turns();
        Turn current = view.current().turn();
        if (current.startMillis() == null || current.endMillis() == null) {
            return Finding.cannotTell(TalkHasTimes.MISSING);
        }
        long end = current.endMillis();
        long start = end - windows * length;
        double[] mine = new double[windows];
        double[] all = new double[windows];
        long earliest = Long.MAX_VALUE;
        for (int i = turns.size() - 1; i >= 0; i--) {
            view.work(1 + windows);
            SeenTurn seen = turns.get(i);
            Turn turn = seen.turn();
            if (turn.startMillis() == null || turn.endMillis() == null) {
                return Finding.cannotTell(TalkHasTimes.MISSING);
            }
            earliest = Math.min(earliest, turn.startMillis());
            if (turn.endMillis() <= start) {
                break;
            }
            double millis = Math.max(1, turn.endMillis() - turn.startMillis());
            for (int w = 0; w < windows; w++) {
                long to = end - w * length;
                long from = to - length;
                double inside = Math.min(to, turn.startMillis() + millis) - Math.max(from, turn.startMillis());
                if (inside > 0) {
                    double words = seen.signals().words() * inside / millis;
                    all[w] += words;
                    mine[w] += turn.role() == side ? words : 0;
                }
            }
        }
        boolean holds = earliest <= start;
        int least = 100;
        for (int w = 0; w < windows; w++) {
            int share = all[w] == 0 ? 0 : (int) Math.floor(mine[w] * 100 / all[w] + 1e-9);
            least = Math.min(least, share);
            holds &= share >= percent;
        }
        boolean longEnough = earliest <= start;
        int share = least;
        return Finding.of(holds, () -> new Why(
                longEnough
                        ? English.side(side) + " held " + (windows == 1 ? "" : "at least ") + share
                                + " % of the words in " + (windows == 1 ? "the" : "each of the last " + windows)
                                + (windows == 1 ? " last window of " : " windows of ") + length / 1000 + " seconds"
                        : "the talk is shorter than " + English.count(windows, "window") + " of " + length / 1000
                                + " seconds",
                "at least " + percent + " %", "more words of the other side in one of them",
                List.of(Passage.whole(view.current()))));
    }

    @Override
    public boolean mayBeUnknown() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        return Meaning.of(
                new Quantity("share of words", arguments.get(SECONDS).toString(), arguments.get(Slots.SIDE),
                        arguments.get(WINDOWS), 0, 100),
                Numbers.atLeast(arguments.get(Slots.PERCENT)));
    }
}
