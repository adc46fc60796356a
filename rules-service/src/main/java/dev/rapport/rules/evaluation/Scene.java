package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.rapport.events.Clarity;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.SeenTurn;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.signals.Heard;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.vocabulary.Finding;
import dev.rapport.rules.vocabulary.Likeness;
import dev.rapport.rules.vocabulary.PhraseHit;
import dev.rapport.rules.vocabulary.Resemblance;
import dev.rapport.rules.vocabulary.Truth;
import dev.rapport.rules.vocabulary.View;

/**
 * One moment while it is judged: what has been decided of it so far, and how much work that took. Every sentence is
 * decided at most once, in the first stage that asks; by then all kinds of turn it needs are known. For one thread.
 */
final class Scene implements View {

    /** About what a look at every turn of a ten-thousand-turn talk takes, ten times over: some milliseconds. */
    static final int MOST_WORK_PER_SENTENCE = 200_000;
    static final int MOST_WORK = 5_000_000;
    /** What counts as work takes some milliseconds; this is for what cannot be counted, such as a language model. */
    static final long MOST_NANOS = 150_000_000;
    /** From the end of deciding, for the reasons. */
    static final long MOST_NANOS_FOR_REASONS = 50_000_000;
    /** After so long the language model is asked no more, however little was worked: others wait for their turns. */
    static final long LONGEST_WAIT = 200_000_000;
    static final String GAVE_UP = "this took too much work and was given up";
    static final String NO_TIME = "other rules took all the time there is for a turn";
    static final String BUSY = "the machine was too busy to compare this with examples in the time there is for a turn";
    /**
     * Who took less of the time than this is not to blame for its being used up; and at a turn that took less work than this
     * the language model is asked however long that takes.
     */
    private static final long BLAMED_FROM = MOST_NANOS / 5;
    /** What asking a sentence costs at least. */
    private static final int STEPS_AT_LEAST = 16;
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 1 << 12;
    /** Embedding takes about a microsecond or two for each of them, and a step some nanoseconds. */
    private static final int STEPS_PER_CHARACTER = 40;

    /** A signal, caught at once, so without a stack trace. */
    private static final class TooMuchWork extends RuntimeException {
        TooMuchWork() {
            super(null, null, false, false);
        }
    }

    private static final TooMuchWork TOO_MUCH_WORK = new TooMuchWork();
    /** The time went by, though little of it was worked. */
    private static final TooMuchWork TOO_BUSY = new TooMuchWork();

    private final Moment moment;
    private final Senses senses;
    private final Sentences sentences;
    private final Finding[] findings;
    private final Map<String, Clarity> acts = new HashMap<>();
    private final Map<String, Rule> actRules = new HashMap<>();
    private final List<Rule> fired = new ArrayList<>();
    private final Map<Object, Object> once = new HashMap<>();
    private final Set<Integer> stopped = new LinkedHashSet<>();
    private boolean crowded;
    private int workLeft = MOST_WORK;
    private int workLeftForSentence;
    private int workUntilClock = BETWEEN_LOOKS_AT_THE_CLOCK;
    private boolean hurried = true;
    private boolean usedUp;
    private boolean outOfWork;
    private boolean wasBusy;
    private int mostWork;
    private int sentenceOfMostWork = -1;
    private long mostNanos;
    private int sentenceOfMostNanos = -1;
    private final Clocks clocks;
    private final long workBegan;
    private final long waitBegan;

    Scene(Moment moment, Senses senses, Sentences sentences, Clocks clocks) {
        this.clocks = clocks;
        this.workBegan = clocks.worked().getAsLong();
        this.waitBegan = clocks.passed().getAsLong();
        this.moment = moment;
        this.senses = senses;
        this.sentences = sentences;
        this.findings = new Finding[sentences.size()];
    }

    /** With the kinds of the current turn known beforehand. */
    static Scene knowing(Moment moment, Senses senses, Sentences sentences, Clocks clocks) {
        Scene scene = new Scene(moment, senses, sentences, clocks);
        scene.acts.putAll(moment.current().acts());
        return scene;
    }

    // -- what predicates see ----------------------------------------------------------------------------------------

    @Override
    public Moment moment() {
        return moment;
    }

    @Override
    public boolean is(SeenTurn turn, String kind) {
        return turn == moment.current() ? acts.containsKey(kind) : turn.is(kind);
    }

    /** Decided by the plain reading of the rules, which is what the rule base says too; a circle is refused at reading. */
    @Override
    public Truth observed(List<String> behaviours) {
        Truth any = Truth.NO;
        int left = workLeftForSentence;
        for (String behaviour : behaviours) {
            for (Rule rule : sentences.observing(behaviour)) {
                any = any.or(Interpreter.truth(rule, is -> finding(is).truth()));
            }
        }
        // what the other rule's sentences took is accounted for as theirs
        workLeftForSentence = left;
        return any;
    }

    @Override
    public Span spanOfKind(String kind) {
        Rule rule = actRules.get(kind);
        return rule == null ? null : Reasons.spanOfCurrentTurn(rule, this);
    }

    @Override
    public List<PhraseHit> hits(SeenTurn turn, String list) {
        return senses.hits(turn, list);
    }

    @Override
    public Likeness likeness(SeenTurn turn, String list) {
        return resemblance(turn, list).nearest();
    }

    @Override
    public Resemblance resemblance(SeenTurn turn, String list) {
        // the same whether it is remembered or not, so that the same moment is always judged alike
        work(Senses.charactersCompared(turn) * STEPS_PER_CHARACTER);
        return senses.resemblance(turn, list, this::hurryToTheModel);
    }

    /** A key says the type of its value. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> found) {
        Object known = once.get(key);
        if (known == null) {
            known = found.get();
            once.put(key, known);
        }
        return (T) known;
    }

    @Override
    public Heard heard(SeenTurn turn, String kind, int least) {
        work(Senses.charactersCompared(turn) * STEPS_PER_CHARACTER);
        return senses.heard(turn, kind, least, this::hurryToTheModel);
    }

    @Override
    public void work(int steps) {
        workLeft -= steps;
        workLeftForSentence -= steps;
        workUntilClock -= steps;
        if (workLeft < 0 || workLeftForSentence < 0) {
            throw TOO_MUCH_WORK;
        }
        if (workUntilClock < 0) {
            workUntilClock = BETWEEN_LOOKS_AT_THE_CLOCK;
            hurry();
        }
    }

    private void hurry() {
        if (hurried && worked() > MOST_NANOS) {
            throw TOO_MUCH_WORK;
        }
    }

    /** What is counted is over within milliseconds of work, so it goes on; a language model takes them for each sentence. */
    private void hurryToTheModel() {
        hurry();
        if (hurried && clocks.passed().getAsLong() - waitBegan > LONGEST_WAIT && worked() >= BLAMED_FROM) {
            throw TOO_BUSY;
        }
    }

    private long worked() {
        return clocks.worked().getAsLong() - workBegan;
    }

    // -- what the engine asks and tells ----------------------------------------------------------------------------

    boolean isYes(int sentence) {
        return finding(sentence).truth() == Truth.YES;
    }

    boolean isNo(int sentence) {
        return finding(sentence).truth() == Truth.NO;
    }

    Finding finding(Condition.Is is) {
        return finding(sentences.number(is));
    }

    private Finding finding(int sentence) {
        Finding known = findings[sentence];
        if (known != null) {
            return known;
        }
        Condition.Is is = sentences.sentence(sentence);
        Finding finding;
        workLeftForSentence = MOST_WORK_PER_SENTENCE;
        // asking the clock costs more than most sentences, so only those are timed whose work cannot be counted
        boolean timed = is.predicate().costly() && !usedUp;
        long begun = timed ? clocks.worked().getAsLong() : 0;
        try {
            if (usedUp) {
                throw TOO_MUCH_WORK;
            }
            work(STEPS_AT_LEAST);
            finding = is.predicate().look(this, is.arguments());
        } catch (TooMuchWork tooMuch) {
            if (tooMuch == TOO_BUSY) {
                // the fault of no rule, and no reason to give up others
                wasBusy = true;
                finding = Finding.cannotTell(BUSY);
            } else if (workLeftForSentence < 0) {
                stopped.add(sentence);
                finding = Finding.cannotTell(GAVE_UP);
            } else {
                // the work for the whole turn is used up, maybe by others
                outOfWork |= !usedUp && workLeft < 0;
                usedUp = true;
                finding = Finding.cannotTell(NO_TIME);
            }
        }
        account(sentence, MOST_WORK_PER_SENTENCE - workLeftForSentence,
                timed ? clocks.worked().getAsLong() - begun : 0);
        findings[sentence] = finding;
        return finding;
    }

    private void account(int sentence, int work, long nanos) {
        if (work > mostWork) {
            mostWork = work;
            sentenceOfMostWork = sentence;
        }
        if (nanos > mostNanos) {
            mostNanos = nanos;
            sentenceOfMostNanos = sentence;
        }
    }

    void fired(Rule rule) {
        if (rule.conclusion() instanceof Conclusion.TheTurnIs is) {
            Clarity before = acts.get(is.kind());
            // several rules may define a kind: the one that is surest speaks, among equals the first by code
            if (before == null || is.clarity().compareTo(before) < 0 || is.clarity() == before
                    && rule.code().compareTo(actRules.get(is.kind()).code()) < 0) {
                acts.put(is.kind(), is.clarity());
                actRules.put(is.kind(), rule);
            }
        } else {
            fired.add(rule);
        }
    }

    // -- what came of it --------------------------------------------------------------------------------------------

    Map<String, Clarity> acts() {
        return acts;
    }

    List<Rule> fired() {
        return fired;
    }

    /** So many rules fired that others were left out. */
    void crowd() {
        crowded = true;
    }

    boolean crowded() {
        return crowded;
    }

    /** Numbers of the sentences that took too much. */
    Set<Integer> stopped() {
        if (!usedUp) {
            return stopped;
        }
        Set<Integer> blamed = new LinkedHashSet<>(stopped);
        if (!outOfWork && mostNanos >= BLAMED_FROM) {
            blamed.add(sentenceOfMostNanos);
        } else if (mostWork >= MOST_WORK_PER_SENTENCE / 2) {
            // where many small ones used it up together, none of them ran away
            blamed.add(sentenceOfMostWork);
        }
        return blamed;
    }

    /** Whether not even reasons can be given any more. */
    boolean isLate() {
        return worked() > MOST_NANOS + MOST_NANOS_FOR_REASONS;
    }

    /** Whether anything was left undecided because it took too long. */
    boolean gaveUp() {
        return usedUp || wasBusy || !stopped.isEmpty();
    }

    /** For somebody who asks of every rule: as much work again, since rules that were out of the question are asked too. */
    void askAll() {
        workLeft = usedUp ? workLeft : MOST_WORK;
    }

    /** Explaining looks at turns again and must not run out of work that deciding had left. */
    void explain() {
        hurried = false;
        workLeft = Integer.MAX_VALUE;
        workLeftForSentence = Integer.MAX_VALUE;
    }
}
