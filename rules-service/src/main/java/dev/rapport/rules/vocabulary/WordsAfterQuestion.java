package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.TextSignals;

/**
 * A question chooses its listener as the next speaker; who asks and talks on has chosen themselves (Sacks, Schegloff and
 * Jefferson 1974).
 */
final class WordsAfterQuestion extends TurnPredicate {

    private static final Slot.Number WORDS = new Slot.Number("words", 0, 1_000);

    WordsAfterQuestion() {
        super("words after question", Weight.WORDING,
                "How long the speaker talks on after the last question of the turn: who talks on gives no floor.",
                Form.of("the last question of {} has {} {} words|word after it", Slots.REF, Slots.BOUND, WORDS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(WORDS);
        TextSignals signals = turn.signals();
        view.work(signals.tokens().size());
        Sentence last = HasClause.Clause.QUESTION.in(signals).reduce((one, next) -> next).orElse(null);
        if (last == null) {
            return Finding.of(false, () -> new Why(ref.words() + " has no question clause", "one",
                    "a question in " + ref.words(), List.of(Passage.whole(turn))));
        }
        long after = signals.tokens().stream().skip(last.end())
                .filter(token -> Character.isLetterOrDigit(token.text().charAt(0))).count();
        return Finding.of(bound.holds((int) after, limit),
                () -> new Why(English.count(after, "word") + " of " + ref.words()
                        + (after == 1 ? " comes" : " come") + " after its last question", bound.words() + " " + limit,
                        bound.opposite(limit) + " words after the question",
                        List.of(Passage.of(turn, Passages.span(signals, last)))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        return ofTurn(ref, learner,
                Meaning.of(Quantity.number("words after the last question", turn, 0, Numbers.ENDLESS),
                        Numbers.of(arguments.get(Slots.BOUND), arguments.get(WORDS)))
                        .and(HasClause.questions(turn), Numbers.atLeast(1)));
    }
}
