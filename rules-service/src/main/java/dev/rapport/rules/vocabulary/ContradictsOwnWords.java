package dev.rapport.rules.vocabulary;

import java.util.List;

final class ContradictsOwnWords extends Predicate {

    ContradictsOwnWords() {
        super("contradicts own words", Weight.PATTERN,
                "Whether the turn is a claim of the kind and the speaker said the contrary before in this talk, with a word such as "
                        + "never or no about the same thing. Only words are compared; both may be true.",
                Form.of("the turn is {} against the speaker's own earlier words", Slots.A_KIND));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        String kind = arguments.get(Slots.A_KIND).get(0);
        if (!view.is(view.current(), kind)) {
            return Finding.of(false, () -> new Why("the turn is not " + English.withArticle(kind), null,
                    English.withArticle(kind) + " in the turn", List.of(Passage.whole(view.current()))));
        }
        List<Ledger.Entry> entries = Ledger.of(view, kind, view.current().turn().role(), 1);
        Ledger.Denial denied = entries.get(0).denied();
        return Finding.of(denied != null, () -> denied == null
                ? new Why("nothing the speaker said before goes against the " + kind, null,
                        "earlier words to the contrary", List.of(Passage.whole(view.current())))
                : new Why(
                        "the " + kind + " goes against what the speaker said of " + English.quoted(denied.lemma())
                                + " in turn " + denied.turn().turn().number(),
                        null, "a claim that fits what was said before, or a word on how both fit",
                        List.of(Passage.of(denied.turn(), denied.sentence()),
                                Passage.of(view.current(), view.spanOfKind(kind)))));
    }
}
