package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.events.Role;

final class ClaimsLeftBare extends Predicate {

    ClaimsLeftBare() {
        super("claims left bare", Weight.PATTERN,
                "How many claims of one side among its last turns have no concrete detail of its own, neither with them nor in its "
                        + "next turn. Unsupported so far; whether they are true nobody can tell.",
                Form.of("{} {} {} by {} left bare in the last {} turns|turn of theirs", Slots.BOUND, Slots.TIMES,
                        Slots.KINDS, Slots.SIDE, Slots.TURNS));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Slots.TIMES);
        String kind = arguments.get(Slots.KINDS).get(0);
        Role side = arguments.get(Slots.SIDE);
        int within = arguments.get(Slots.TURNS);
        List<Ledger.Entry> bare = Ledger.of(view, kind, side, within).stream().filter(Ledger.Entry::isBare).toList();
        return Finding.of(bound.holds(bare.size(), limit), () -> new Why(
                English.count(bare.size(), kind) + " by " + English.side(side) + " without a detail in the last "
                        + within
                        + " turns of theirs",
                bound.words() + " " + limit, "a concrete detail of one's own behind one of them",
                bare.stream().skip(Math.max(0, bare.size() - Counting.MOST_PASSAGES))
                        .map(entry -> Passage.counted(entry.claim(),
                                entry.claim() == view.current() ? view.spanOfKind(kind) : null))
                        .toList()));
    }
}
