package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.Span;

final class QuestionOpensWithPhrase extends Predicate {

    QuestionOpensWithPhrase() {
        super("question opening phrase", Weight.WORDING,
                "Whether a question of the turn begins with a phrase of a list, wherever in the turn the question stands.",
                Form.of("a question of {} opens with a phrase from {}", Slots.REF, Slots.LIST));
    }

    @Override
    public Finding look(View view, Arguments arguments) {
        Ref ref = arguments.get(Slots.REF);
        SeenTurn turn = ref.in(view.moment()).orElse(null);
        if (turn == null) {
            return Finding.nobodySpoke(ref);
        }
        String list = arguments.get(Slots.LIST);
        List<PhraseHit> hits = view.hits(turn, list);
        PhraseHit found = null;
        Span question = null;
        for (Sentence sentence : turn.signals().sentences()) {
            if (found == null && (sentence.mood() == Mood.OPEN_QUESTION || sentence.mood() == Mood.CLOSED_QUESTION)) {
                view.work(1 + hits.size());
                Span span = Passages.span(turn.signals(), sentence);
                int opening = Opening.after(turn.signals(), sentence.first(), sentence.end());
                for (PhraseHit hit : hits) {
                    if (found == null && hit.span().from() >= span.from() && hit.span().from() <= opening) {
                        found = hit;
                        question = span;
                    }
                }
            }
        }
        PhraseHit hit = found;
        Span span = question;
        return Finding.of(found != null, () -> {
            String fact = hit == null
                    ? "no question of " + ref.words() + " opens with a phrase from " + English.quoted(list)
                    : "a question of " + ref.words() + " opens with " + English.quoted(Phrases.said(turn, hit));
            return new Why(fact, hit == null ? "one" : null,
                    (hit == null ? "a" : "no") + " question that opens with a phrase from " + English.quoted(list),
                    List.of(Passage.of(turn, span)));
        });
    }
}
