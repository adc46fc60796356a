package dev.rapport.rules.vocabulary;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Sentence.Mood;
import dev.rapport.rules.signals.TextSignals;

final class HasClause extends TurnPredicate {

    enum Clause {
        QUESTION("question clause", EnumSet.of(Mood.OPEN_QUESTION, Mood.CLOSED_QUESTION)), OPEN_QUESTION(
                "open question clause", EnumSet.of(Mood.OPEN_QUESTION)), CLOSED_QUESTION("closed question clause",
                        EnumSet.of(Mood.CLOSED_QUESTION)), IMPERATIVE("imperative clause",
                                EnumSet.of(Mood.IMPERATIVE)), STATEMENT("statement", EnumSet.of(Mood.STATEMENT));

        private final String words;
        private final Set<Mood> moods;

        Clause(String words, Set<Mood> moods) {
            this.words = words;
            this.moods = moods;
        }

        Stream<Sentence> in(TextSignals signals) {
            return signals.sentences().stream().filter(sentence -> moods.contains(sentence.mood()));
        }

        private static Map<String, Clause> labels() {
            Map<String, Clause> labels = new LinkedHashMap<>();
            for (Clause clause : values()) {
                labels.put(clause.words, clause);
            }
            return labels;
        }
    }

    private static final Slot.Choice<Boolean> HAS = Slots.choice("has", true, "has a", false, "has no");
    private static final Slot.Choice<Clause> CLAUSE = new Slot.Choice<>("clause", Clause.labels(), null);

    private static final long OPEN = 1;
    private static final long CLOSED = 2;

    HasClause() {
        super("clause", Weight.WORDING,
                "Whether a sentence or clause of the turn is a question, an order or a statement, by its form.",
                Form.of("{} {} {}", Slots.REF, HAS, CLAUSE));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Clause clause = arguments.get(CLAUSE);
        boolean wanted = arguments.get(HAS);
        view.work(turn.signals().sentences().size());
        Sentence found = clause.in(turn.signals()).findFirst().orElse(null);
        return Finding.of((found != null) == wanted, () -> {
            String some = ref.words() + " has " + English.withArticle(clause.words);
            String none = ref.words() + " has no " + clause.words;
            return new Why(found != null ? some : none, (found != null) == wanted ? null : (wanted ? "one" : "none"),
                    (found == null ? English.withArticle(clause.words) : "no " + clause.words) + " in " + ref.words(),
                    List.of(Passage.of(turn, found == null ? null : Passages.span(turn.signals(), found))));
        });
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        Clause clause = arguments.get(CLAUSE);
        boolean has = arguments.get(HAS);
        if (clause == Clause.IMPERATIVE || clause == Clause.STATEMENT) {
            return ofTurn(ref, learner, Meaning.of(Quantity.flag("has a " + clause.words, about(ref, learner)), has));
        }
        Numbers with = clause == Clause.OPEN_QUESTION
                ? Numbers.only(OPEN).or(Numbers.only(OPEN + CLOSED))
                : Numbers.between(clause == Clause.CLOSED_QUESTION ? CLOSED : OPEN, OPEN + CLOSED);
        return ofTurn(ref, learner, Meaning.of(questions(about(ref, learner)), has ? with : with.not()));
    }

    /** Which kinds of question a turn has: {@link #OPEN} and {@link #CLOSED} added up. */
    static Quantity questions(String turn) {
        return Quantity.number("questions", turn, 0, OPEN + CLOSED);
    }
}
