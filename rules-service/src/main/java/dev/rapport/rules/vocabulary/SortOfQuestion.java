package dev.rapport.rules.vocabulary;

import java.util.List;
import java.util.Set;

import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.TextSignals;
import dev.rapport.rules.signals.Token;

final class SortOfQuestion extends TurnPredicate {

    /** A longer one that names neither side is as often put to nobody; to calibrate. */
    private static final int MOST_TOKENS_WITHOUT_YOU = 12;

    private static final Set<String> SUBJECTS = Set.of("PRON", "NOUN", "PROPN", "NUM", "DET", "ADJ");
    private static final Set<String> VERBS = Set.of("AUX", "VERB");

    enum Sort {
        ASKS_OTHER_SIDE("asks the other side", SortOfQuestion::asksOtherSide),
        /** A statement about what the listener knows better asks for a yes (Labov and Fanshel 1977). */
        WORDED_AS_STATEMENT("is worded as a statement", SortOfQuestion::isStatement);

        private final String words;
        private final java.util.function.Predicate<List<Token>> holds;

        Sort(String words, java.util.function.Predicate<List<Token>> holds) {
            this.words = words;
            this.holds = holds;
        }
    }

    private static final Slot.Choice<Sort> SORT = Slots.choice("sort of question", Sort.ASKS_OTHER_SIDE,
            Sort.ASKS_OTHER_SIDE.words, Sort.WORDED_AS_STATEMENT, Sort.WORDED_AS_STATEMENT.words);

    SortOfQuestion() {
        super("sort of question", Weight.WORDING,
                "Whether a question of the turn asks the other side, since it says \"you\" or is short and not about the "
                        + "speaker; or whether it is worded as a statement, so that only its mark or tone asks.",
                Form.of("a question of {} {}", Slots.REF, SORT));
    }

    @Override
    Finding look(View view, Arguments arguments, Ref ref, SeenTurn turn) {
        Sort sort = arguments.get(SORT);
        TextSignals signals = turn.signals();
        view.work(signals.tokens().size());
        Sentence found = HasClause.Clause.QUESTION.in(signals)
                .filter(question -> sort.holds.test(signals.tokens().subList(question.first(), question.end())))
                .findFirst().orElse(null);
        return Finding.of(found != null,
                () -> new Why((found == null ? "no" : "a") + " question of " + ref.words() + " " + sort.words,
                        found == null ? "one" : null,
                        (found == null ? "a" : "no") + " question that " + sort.words + " in " + ref.words(),
                        List.of(Passage.of(turn, found == null ? null : Passages.span(signals, found)))));
    }

    private static boolean asksOtherSide(List<Token> question) {
        return question.stream().anyMatch(Token::inSecondPerson)
                || question.size() <= MOST_TOKENS_WITHOUT_YOU && question.stream().noneMatch(Token::inFirstPerson);
    }

    /** Whether what it speaks of comes before its verb. */
    private static boolean isStatement(List<Token> question) {
        for (Token token : question) {
            if (token.mayAsk() || VERBS.contains(token.pos())) {
                return false;
            }
            if (SUBJECTS.contains(token.pos())) {
                return true;
            }
        }
        return false;
    }

    @Override
    Meaning means(Arguments arguments, Boolean learner) {
        Ref ref = arguments.get(Slots.REF);
        String turn = about(ref, learner);
        return ofTurn(ref, learner, Meaning.of(Quantity.flag("a question " + arguments.get(SORT).words, turn), true)
                .and(HasClause.questions(turn), Numbers.atLeast(1)));
    }
}
