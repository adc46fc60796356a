package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;

final class TurnIsKind extends TurnPredicate {

    private static final Slot.Choice<Boolean> IS = Slots.choice("is", true, "is", false, "is not");

    TurnIsKind() {
        super("kind of turn", Weight.KIND,
                "What a turn is, by the act rules. With \"is not\", none of the kinds named; a turn nobody spoke is neither.",
                Form.of("{} {} {}", Slots.REF, IS, Slots.ANY_KIND));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        List<String> kinds = arguments.get(Slots.ANY_KIND);
        String seen = null;
        for (String kind : kinds) {
            view.work(1);
            if (view.is(turn, kind)) {
                seen = kind;
                break;
            }
        }
        boolean wanted = arguments.get(IS);
        String found = seen;
        return Finding.of((seen != null) == wanted, () -> why(view, ref, turn, kinds, found, wanted));
    }

    private static Why why(View view, Ref ref, SeenTurn turn, List<String> kinds, String found, boolean wanted) {
        String all = English.or(kinds.stream().map(English::withArticle).toList());
        Span span = found != null && turn == view.current() ? view.spanOfKind(found) : null;
        String fact = ref.words() + (found == null ? " is not " + all : " is " + English.withArticle(found));
        String otherwise = found == null
                ? ref.words() + " being " + all
                : ref.words() + " not being " + English.withArticle(found);
        return new Why(fact, wanted == (found != null) ? null : (wanted ? "" : "anything but ") + all, otherwise,
                List.of(Passage.of(turn, span)));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        boolean is = arguments.get(IS);
        List<Meaning.Claim> claims = arguments.get(Slots.ANY_KIND).stream()
                .map(kind -> new Meaning.Claim(
                        ref == Ref.THE_TURN ? Quantity.kind(kind) : Quantity.flag("is a " + kind, turn),
                        Numbers.only(is ? 1 : 0)))
                .toList();
        return claims.size() == 1 || !is
                ? ofTurn(ref, learner, new Meaning(claims, false))
                : new Meaning(claims, true);
    }
}
