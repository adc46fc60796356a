package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.List;

import dev.rapport.events.Role;

final class BacksClaim extends Predicate {

    /** Turns of the speaker: a claim may wait for what backs it until their next turn. */
    private static final int TURNS = 2;

    BacksClaim() {
        super("backs claim", Weight.PATTERN,
                "Whether with this turn a claim of the speaker's stands on a concrete detail of their own and the talk is given back: "
                        + "all three in this turn, or the last of them in this turn after a claim in the speaker's turn before. Not "
                        + "where the speaker said the contrary before.",
                Form.of("the turn backs {} with a detail , giving the talk back", Slots.A_KIND));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        String kind = arguments.get(Slots.A_KIND).get(0);
        Role side = view.current().turn().role();
        List<Ledger.Entry> entries = Ledger.of(view, kind, side, TURNS);
        Ledger.Entry found = entries.stream().filter(entry -> entry.isWhole() && isCompletedHere(entry, view))
                .findFirst().orElse(null);
        Ledger.Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        return Finding.of(found != null, () -> {
            if (found == null) {
                return new Why(last == null
                        ? English.side(side) + " made no " + kind
                        : "the " + kind + missing(last), null,
                        "a " + kind + " with a detail of one's own and a word back to the other side", List.of());
            }
            List<Passage> passages = new ArrayList<>();
            passages.add(Passage.of(found.claim(),
                    found.claim() == view.current() ? view.spanOfKind(kind) : null));
            passages.add(found.detail());
            passages.add(found.returned());
            return new Why("the " + kind + " has a concrete detail of the speaker and gives the talk back", null,
                    "no detail behind the " + kind + ", or no way back to the other side", passages);
        });
    }

    private static boolean isCompletedHere(Ledger.Entry entry, View view) {
        return entry.claim() == view.current() || entry.detail().turn() == view.current()
                || entry.returned().turn() == view.current();
    }

    private static String missing(Ledger.Entry entry) {
        if (entry.denied() != null) {
            return " goes against what the speaker said before";
        }
        return entry.isBare()
                ? " has no detail of the speaker"
                : entry.returned() == null
                        ? " does not give the talk back"
                        : " was completed before";
    }
}
