package dev.rapport.rules.vocabulary;

import java.util.List;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.TextSignals;

final class SentencesAboutSpeaker extends TurnPredicate {

    private static final Slot.Number SENTENCES = new Slot.Number("count", 1, 50);

    SentencesAboutSpeaker() {
        super("sentences about speaker", Weight.WORDING,
                "In how many sentences of the turn the speaker is who the sentence is about: \"I moved teams\", \"we had the same\".",
                Form.of("{} has {} {} sentences|sentence about the speaker", Slots.REF, Slots.BOUND, SENTENCES));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Bound bound = arguments.get(Slots.BOUND);
        int limit = arguments.get(SENTENCES);
        TextSignals signals = turn.signals();
        int actual = signals.selfSentences().size();
        return Finding.of(bound.holds(actual, limit), () -> {
            Span span = Passages.around(signals.selfSentences().stream()
                    .map(i -> Passages.span(signals, signals.sentences().get(i))).toList());
            return new Why(ref.words() + " has " + English.count(actual, "sentence") + " about the speaker",
                    bound.words() + " " + limit,
                    bound.opposite(limit) + " sentences about the speaker in " + ref.words(),
                    List.of(Passage.of(turn, span)));
        });
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(
                Quantity.number("sentences about the speaker", about(ref, learner), 0, Numbers.ENDLESS),
                Numbers.of(arguments.get(Slots.BOUND), arguments.get(SENTENCES))));
    }
}
