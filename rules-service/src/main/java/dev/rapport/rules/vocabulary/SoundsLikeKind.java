package dev.rapport.rules.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.learned.LearnedSignals;
import dev.rapport.rules.signals.Heard;

final class SoundsLikeKind extends TurnPredicate {

    private static final Slot.Choice<String> KIND = new Slot.Choice<>("learned kind", kinds(), null);
    private static final Slot.Number PERCENT = new Slot.Number("percent", LearnedSignals.LEAST_PERCENT, 99);

    SoundsLikeKind() {
        super("sounds like a learned kind", Weight.WORDING,
                "How much a sentence of the turn sounds like advice, self-disclosure and so on to a small model that learned "
                        + "from labelled conversations. At 50 % it is as often wrong as it misses one. It is one fact among others "
                        + "and says less of why than words do: put other conditions beside it. Dearer than they are, so it is "
                        + "asked last.",
                Form.of("{} sounds like {} , at least {} %", Slots.REF, KIND, PERCENT),
                Form.of("{} sounds like {} at least {} %", Slots.REF, KIND, PERCENT));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        LearnedSignals.names().forEach(kind -> kinds.put(kind, kind));
        return kinds;
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        String kind = arguments.get(KIND);
        int limit = arguments.get(PERCENT);
        Heard heard = view.heard(turn, kind, limit);
        return Finding.of(heard.percent() >= limit, () -> new Why(
                ref.words() + " sounds "
                        + (heard.percent() == 0 ? "less than " + limit : String.valueOf(heard.percent())) + " % like "
                        + kind,
                "at least " + limit + " %", "other words in " + ref.words(),
                List.of(Passage.of(turn, heard.span()))));
    }

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        return ofTurn(ref, learner, Meaning.of(
                Quantity.number("sounds like the learned " + arguments.get(KIND), about(ref, learner), 0, 100),
                Numbers.atLeast(arguments.get(PERCENT))));
    }
}
