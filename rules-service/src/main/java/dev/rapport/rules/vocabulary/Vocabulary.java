package dev.rapport.rules.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.rapport.events.Role;

/** All conditions a rule may be made of. */
public final class Vocabulary {

    private static final Predicate SPEAKER = new SpeakerIs();
    private static final List<Predicate> ALL = List.of(SPEAKER, new TurnIsKind(), new WordCount(), new HasClause(),
            new EndsWithQuestion(), new ContainsPhrase(), new OpensWithPhrase(), new SentenceOpensWithPhrase(),
            new ContainsWords(), new SharedContentWords(), new ShareFromOtherSide(), new PointsBack(),
            new AddressesOtherSide(), new SentencesAboutSpeaker(), new ConcreteDetail(), new ReturnsToDetail(),
            new SoundsLike(), new SoundsLikeKind(), new SaysSomethingLike(), new SortOfQuestion(),
            new WordsAfterQuestion(), new LastsSeconds(),
            new PauseBefore(),
            new KindsInARow(),
            new KindsInLastTurns(), new KindsSoFar(),
            new ShareOfKinds(), new ShareOfLastTurns(), new ShareOfWords(), new GaveKindWithin(), new NoKindSince(),
            new NthTurnSince(), new Sequence(2, false),
            new Sequence(2, true), new Sequence(3, false), new Sequence(3, true), new SequenceMissed(),
            new SamePhraseAgain(),
            new HeldTheFloor(), new CutsIn(), new BreaksOff(), new OneThread(), new DisclosureDepth(), new GoesDeeper(),
            new MatchesDisclosure(), new BacksClaim(), new ClaimsLeftBare(), new ContradictsOwnWords(),
            new ObservedAs(), new BeginsEarly(), new PeopleSpoke(), new ConversationKindIs(), new StageIs(),
            new TurnsSoFar(), new TalkHasTimes());

    private Vocabulary() {
    }

    public static List<Predicate> all() {
        return ALL;
    }

    public static Optional<Predicate> named(String name) {
        return ALL.stream().filter(predicate -> predicate.name().equals(name)).findFirst();
    }

    /** Whether the condition says that the learner speaks the current turn. */
    public static boolean saysTheLearnerSpeaks(Predicate predicate, Arguments arguments) {
        return predicate == SPEAKER && arguments.get(Slots.SIDE) == Role.LEARNER;
    }

    /**
     * Reads the words of one condition.
     *
     * @param words at least one
     */
    public static Reading read(List<Word> words, Lexicon lexicon) {
        List<Cursor> attempts = new ArrayList<>();
        List<Cursor> wholeWithFaults = new ArrayList<>();
        for (Predicate predicate : ALL) {
            for (Form form : predicate.forms()) {
                Cursor cursor = new Cursor(words, lexicon);
                Arguments arguments = form.read(cursor);
                if (arguments != null && cursor.faults().isEmpty()) {
                    return new Reading.Understood(predicate, arguments, cursor.kindsMentioned());
                }
                attempts.add(cursor);
                if (arguments != null) {
                    wholeWithFaults.add(cursor);
                }
            }
        }
        if (!wholeWithFaults.isEmpty()) {
            Cursor best = wholeWithFaults.stream().min(Comparator.comparingInt(c -> c.faults().size())).orElseThrow();
            return new Reading.NotUnderstood(
                    best.faults().stream().map(fault -> fault.said().get().problem()).toList());
        }
        return new Reading.NotUnderstood(List.of(furthest(attempts)));
    }

    /** The problem of the attempts that understood most; among equals what looks most like a slip of the pen. */
    private static Problem furthest(List<Cursor> attempts) {
        List<Cursor.Miss> misses = attempts.stream()
                .map(cursor -> cursor.faults().isEmpty() ? cursor.miss() : cursor.faults().get(0)).toList();
        int furthest = misses.stream().mapToInt(Cursor.Miss::at).max().orElseThrow();
        List<Cursor.Miss> last = misses.stream().filter(miss -> miss.at() == furthest).toList();
        Cursor.Miss best = null;
        Cursor.Said said = null;
        for (Cursor.Miss miss : last) {
            Cursor.Said each = miss.said().get();
            if (said == null || each.likeness() > said.likeness()
                    || each.likeness() == said.likeness() && miss.named() && !best.named()) {
                best = miss;
                said = each;
            }
        }
        if (best.named()) {
            return said.problem();
        }
        Set<String> names = new LinkedHashSet<>();
        last.forEach(miss -> names.addAll(miss.names()));
        Problem problem = said.problem();
        String written = problem.didYouMean() == null ? "" : problem.didYouMean();
        return new Problem(problem.line(), problem.column(), problem.what(), Nearest.expected(written, names),
                problem.didYouMean());
    }
}
