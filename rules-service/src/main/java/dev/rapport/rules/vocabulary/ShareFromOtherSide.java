package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;

final class ShareFromOtherSide extends Predicate {

    ShareFromOtherSide() {
        super("share from other side", Weight.WORDING,
                "How much of a turn's content is taken up from the other side's last turn before it: near 100 % is parroting.",
                Form.of("{} {} % of {} content words are from {}", Slots.BOUND, Slots.PERCENT, Slots.REFS, Slots.FROM));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Ref ref = arguments.get(Slots.REFS);
        SeenTurn turn = ref.in(view.moment()).orElse(null);
        Ref from = arguments.get(Slots.FROM);
        SeenTurn other = turn == null ? null : Overlap.before(from, turn, view).orElse(null);
        if (other == null) {
            return Finding.nobodySpoke(turn == null ? ref : from);
        }
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(Slots.PERCENT);
        int all = turn.signals().contentLemmas().size();
        List<String> shared = Overlap.shared(turn, other, view);
        boolean holds = all > 0
                && (bound == Bound.AT_LEAST
                        ? shared.size() * 100L >= (long) limit * all
                        : shared.size() * 100L <= (long) limit * all);
        return Finding.of(holds, () -> new Why(
                shared.size() + " of " + ref.possessive() + " " + English.count(all, "content word") + " "
                        + (shared.size() == 1 ? "is" : "are") + " from " + from.words(),
                bound.words() + " " + limit + " %",
                (bound == Bound.AT_LEAST ? "less" : "more") + " than " + limit + " % of it from there",
                List.of(Passage.whole(turn), Passage.of(other, Overlap.first(other, shared)))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REFS);
        // in thousandths of a per cent, so that nothing lies between two numbers; none has a share without words
        return ofTurn(ref, learner, Meaning.of(Quantity.number("share from " + arguments.get(Slots.FROM).words(),
                about(ref, learner), -1, 100_000),
                Numbers.of(arguments.get(Slots.BOUND),
                        arguments.get(Slots.PERCENT) * 1000L).and(Numbers.atLeast(0))));
    }
}
