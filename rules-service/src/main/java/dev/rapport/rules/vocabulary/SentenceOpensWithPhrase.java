package dev.rapport.rules.vocabulary;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.Span;

final class SentenceOpensWithPhrase extends TurnPredicate {

    enum Sort {
        QUESTION("a question", EnumSet.of(Mood.OPEN_QUESTION, Mood.CLOSED_QUESTION)), STATEMENT("a statement",
                EnumSet.of(Mood.STATEMENT));

        private final String words;
        private final Set<Mood> moods;

        Sort(String words, Set<Mood> moods) {
            this.words = words;
            this.moods = moods;
        }

        private String none() {
            return "no " + words.substring("a ".length());
        }
    }

    private static final Slot.Choice<Sort> SORT = Slots.choice("sort", Sort.QUESTION, Sort.QUESTION.words,
            Sort.STATEMENT, Sort.STATEMENT.words);

    SentenceOpensWithPhrase() {
        super("sentence opening phrase", Weight.WORDING,
                "Whether a question or a statement of the turn begins with a phrase of a list, wherever in the turn it stands.",
                Form.of("{} of {} opens with a phrase from {}", SORT, Slots.REF, Slots.LIST));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Sort sort = arguments.get(SORT);
        String list = arguments.get(Slots.LIST);
        List<PhraseHit> hits = view.hits(turn, list);
        PhraseHit found = null;
        Span where = null;
        for (Sentence sentence : turn.signals().sentences()) {
            if (found == null && sort.moods.contains(sentence.mood())) {
                view.work(1 + hits.size());
                Span span = Passages.span(turn.signals(), sentence);
                int opening = Opening.after(turn.signals(), sentence.first(), sentence.end());
                for (PhraseHit hit : hits) {
                    if (found == null && hit.span().from() >= span.from() && hit.span().from() <= opening) {
                        found = hit;
                        where = span;
                    }
                }
            }
        }
        PhraseHit hit = found;
        Span span = where;
        return Finding.of(found != null, () -> {
            String fact = hit == null
                    ? sort.none() + " of " + ref.words() + " opens with a phrase from " + English.quoted(list)
                    : sort.words + " of " + ref.words() + " opens with " + English.quoted(Phrases.said(turn, hit));
            return new Why(fact, hit == null ? "one" : null, (hit == null ? sort.words : sort.none())
                    + " that opens with a phrase from " + English.quoted(list), List.of(Passage.of(turn, span)));
        });
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        Sort sort = arguments.get(SORT);
        Meaning meaning = Meaning
                .of(Quantity.flag(sort.words + " opens with " + arguments.get(Slots.LIST), turn), true)
                .and(ContainsPhrase.phrases(arguments.get(Slots.LIST), turn), Numbers.between(1, 2));
        return ofTurn(ref, learner, sort == Sort.QUESTION
                ? meaning.and(HasClause.questions(turn), Numbers.atLeast(1))
                : meaning.and(Quantity.flag("has a statement", turn), Numbers.only(1)));
    }
}
