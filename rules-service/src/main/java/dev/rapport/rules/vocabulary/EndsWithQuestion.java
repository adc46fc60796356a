package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;

final class EndsWithQuestion extends TurnPredicate {

    private static final Slot.Choice<Boolean> ENDS = Slots.choice("ends", true, "ends with", false,
            "does not end with");

    EndsWithQuestion() {
        super("ends with question", Weight.WORDING, "Whether the last sentence of the turn is a question.",
                Form.of("{} {} a question", Slots.REF, ENDS));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        boolean wanted = arguments.get(ENDS);
        List<Sentence> sentences = turn.signals().sentences();
        Sentence last = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
        boolean ends = last != null && (last.mood() == Mood.OPEN_QUESTION || last.mood() == Mood.CLOSED_QUESTION);
        return Finding.of(ends == wanted,
                () -> new Why(ref.words() + (ends ? " ends with a question" : " does not end with a question"),
                        ends == wanted ? null : wanted ? "a question at its end" : "another ending",
                        (ends ? "no question" : "a question") + " at the end of " + ref.words(), List.of(
                                Passage.of(turn, ends ? Passages.span(turn.signals(), last) : null))));
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        boolean ends = arguments.get(ENDS);
        Meaning meaning = Meaning.of(Quantity.flag("ends with a question", turn), ends);
        return ofTurn(ref, learner, ends ? meaning.and(HasClause.questions(turn), Numbers.atLeast(1)) : meaning);
    }
}
