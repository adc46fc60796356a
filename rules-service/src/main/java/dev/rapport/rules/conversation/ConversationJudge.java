package dev.rapport.rules.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;
import dev.rapport.rules.signals.TextSignals;

/**
 * Decides what becomes of a conversation with each thing that happens in it. What is observed in the end depends on the
 * turns, the setting and the rulebook in force, never on the order the turns came in: each turn is judged with exactly
 * those before it, and one that comes late has all after it judged again. What is told then is only the difference.
 * <p>
 * A rulebook that changes in the middle of a conversation judges the whole of it again, so that no message mixes two.
 */
public final class ConversationJudge {

    /**
     * So many turns are judged at once with the one that came; a longer rest is left to {@link #goOn}, so that turns sent
     * backwards cost a few passes over the conversation and not one for each of them.
     */
    static final int AT_ONCE = 32;

    /** Enough for the language detector to be sure; it is asked about the first turns that have so many characters. */
    static final int LANGUAGE_SAMPLE = 1_000;

    private static final String UNKNOWN_LANGUAGE = "und";

    private final Function<String, ? extends Rules> rulesInForce;
    private final Function<String, TextSignals> reader;
    private final Function<String, Optional<String>> languageOf;
    private final Patience patience;

    /** With the same rules for every tenant. */
    public ConversationJudge(Supplier<? extends Rules> rulesInForce, Function<String, TextSignals> reader,
            Function<String, Optional<String>> languageOf, Patience patience) {
        this(tenant -> rulesInForce.get(), reader, languageOf, patience);
    }

    /**
     * @param rulesInForce by tenant
     */
    public ConversationJudge(Function<String, ? extends Rules> rulesInForce, Function<String, TextSignals> reader,
            Function<String, Optional<String>> languageOf, Patience patience) {
        this.rulesInForce = rulesInForce;
        this.reader = reader;
        this.languageOf = languageOf;
        this.patience = patience;
    }

    /** A conversation of which nothing was known is announced. */
    public Conversation begin(ConversationOpened announced, Instant now) {
        return new Conversation(announced, now);
    }

    /** The record to write for a conversation that has just {@link #begin begun}. */
    public Outcome.Changed begun(Conversation conversation) {
        return new Outcome.Changed(conversation.written(), List.of(), List.of(), List.of(), null);
    }

    /** It is announced again, maybe with other details. */
    public Outcome announcedAgain(Conversation conversation, ConversationOpened announced) {
        if (conversation.opened().equals(announced)) {
            return new Outcome.Ignored();
        }
        if (isOver(conversation)) {
            return new Outcome.Refused("other details of a conversation that is judged already");
        }
        Work work = new Work(conversation, rulesInForce.apply(conversation.tenant()));
        conversation.announcedAgain(announced);
        conversation.judgeAgainFrom(1);
        if (announced.language() != null) {
            conversation.spokenIn(announced.language());
        } else {
            detectLanguage(conversation, 0);
        }
        work.catchUpIfLittle();
        return work.done();
    }

    public Outcome spoken(Conversation conversation, TurnSpoken spoken, Instant now) {
        Turn turn = new Turn(spoken.turn(), spoken.role(), spoken.speaker(), spoken.text(), spoken.startMillis(),
                spoken.endMillis(), spoken.confidence());
        TurnRecord known = conversation.turn(turn.number());
        if (known != null) {
            return known.turn().equals(turn)
                    ? new Outcome.Ignored()
                    : new Outcome.Refused("turn " + turn.number() + " was sent before with other content");
        }
        if (isOver(conversation)) {
            return new Outcome.Refused("a turn of a conversation that is judged already");
        }
        if (conversation.size() >= patience.longest()) {
            return new Outcome.Refused("the conversation has more than " + patience.longest() + " turns");
        }
        Work work = new Work(conversation, rulesInForce.apply(conversation.tenant()));
        TurnRecord record = TurnRecord.unjudged(turn, reader.apply(turn.text()));
        int index = conversation.add(record, now);
        work.write(index);
        detectLanguage(conversation, index);
        work.catchUpIfLittle();
        work.conclude(now);
        return work.done();
    }

    public Outcome closed(Conversation conversation, ConversationClosed closed, Instant now) {
        if (isOver(conversation)) {
            return new Outcome.Ignored();
        }
        if (conversation.phase() instanceof Phase.Closing closing && Objects.equals(closing.turns(), closed.turns())) {
            return new Outcome.Ignored();
        }
        Work work = new Work(conversation, rulesInForce.apply(conversation.tenant()));
        conversation.enter(new Phase.Closing(closed.turns(), now.plus(patience.grace())));
        work.catchUpIfLittle();
        work.conclude(now);
        return work.done();
    }

    /**
     * Time has passed: judges what waits, closes what nobody closed, speaks the last word, forgets.
     *
     * @param most turns to judge in this go
     */
    public Outcome goOn(Conversation conversation, int most, Instant now) {
        if (conversation.phase() instanceof Phase.Judged judged && !now.isBefore(judged.at().plus(patience.kept()))) {
            List<Integer> forgotten = conversation.records().stream().map(t -> t.turn().number()).toList();
            conversation.forgetTurns();
            conversation.enter(new Phase.Forgotten(judged.at()));
            return new Outcome.Changed(conversation.written(), List.of(), forgotten, List.of(), null);
        }
        if (conversation.phase() instanceof Phase.Forgotten forgotten
                && !now.isBefore(forgotten.at().plus(patience.remembered()))) {
            return new Outcome.Changed(null, List.of(), List.of(), List.of(), null);
        }
        boolean silent = conversation.phase() instanceof Phase.Open && isDue(conversation.written(), now);
        if (isOver(conversation) || !silent && !conversation.isWaiting()) {
            return new Outcome.Ignored();
        }
        Work work = new Work(conversation, rulesInForce.apply(conversation.tenant()));
        if (silent) {
            conversation.enter(new Phase.Closing(null, now));
        }
        work.catchUp(most);
        work.conclude(now);
        return work.changed() || silent ? work.done() : new Outcome.Ignored();
    }

    /** Whether it is time for {@link #goOn} although nothing {@link Conversation#isWaiting waits}. */
    public boolean isDue(ConversationRecord record, Instant now) {
        if (record.phase() instanceof Phase.Judged judged) {
            return !now.isBefore(judged.at().plus(patience.kept()));
        }
        if (record.phase() instanceof Phase.Forgotten forgotten) {
            return !now.isBefore(forgotten.at().plus(patience.remembered()));
        }
        return !now.isBefore(record.heard().plus(patience.silence()));
    }

    private static boolean isOver(Conversation conversation) {
        return conversation.phase() instanceof Phase.Judged || conversation.phase() instanceof Phase.Forgotten;
    }

    /** A pure function of the first turns by number, so that the order they came in does not show. */
    private void detectLanguage(Conversation conversation, int changedAt) {
        if (conversation.opened().language() != null) {
            return;
        }
        List<TurnRecord> turns = conversation.records();
        int length = 0;
        for (int i = 0; i < changedAt && i < turns.size(); i++) {
            length += Math.min(turns.get(i).turn().text().length(), LANGUAGE_SAMPLE) + 1;
            if (length >= LANGUAGE_SAMPLE) {
                // the change is behind what the language is told by
                return;
            }
        }
        String sample = languageSample(turns.stream().map(t -> t.turn().text()).toList());
        String before = conversation.language();
        String after = languageOf.apply(sample).orElse(null);
        conversation.spokenIn(after);
        if (canJudge(before) != canJudge(after)) {
            conversation.judgeAgainFrom(1);
        }
    }

    /** What the language of a conversation is told by: its first turns, in the order of their numbers. */
    public static String languageSample(List<String> texts) {
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < texts.size() && sample.length() < LANGUAGE_SAMPLE; i++) {
            String text = texts.get(i);
            sample.append(text, 0, Math.min(text.length(), LANGUAGE_SAMPLE)).append('\n');
        }
        return sample.toString();
    }

    /** Too little to tell is taken for English: most first words are. */
    private static boolean canJudge(String language) {
        return language == null || language.equals(UNKNOWN_LANGUAGE)
                || language.toLowerCase(Locale.ROOT).split("-", 2)[0].equals("en");
    }

    /** What one happening changes. */
    private static final class Work {

        private final Conversation conversation;
        private final Rules rules;
        private final TreeSet<Integer> toWrite = new TreeSet<>();
        private final List<Event> told = new ArrayList<>();
        private String failure;
        private boolean progressed;

        Work(Conversation conversation, Rules rules) {
            this.conversation = conversation;
            this.rules = rules;
            if (!rules.version().equals(conversation.rulebook())) {
                conversation.judgeAgainFrom(1);
                conversation.under(rules.version());
            }
        }

        void write(int index) {
            toWrite.add(conversation.records().get(index).turn().number());
        }

        boolean changed() {
            return progressed || !told.isEmpty();
        }

        Outcome done() {
            return new Outcome.Changed(conversation.written(), toWrite.stream().map(conversation::turn).toList(),
                    List.of(), told, failure);
        }

        /** Judges what waits, unless it is so much that it is left to {@link ConversationJudge#goOn}. */
        void catchUpIfLittle() {
            if (conversation.size() - conversation.firstUnjudged() <= AT_ONCE) {
                catchUp(AT_ONCE);
            }
        }

        void catchUp(int most) {
            int from = conversation.firstUnjudged();
            int to = Math.min(conversation.size(), from + most);
            for (int i = from; i < to; i++) {
                judge(i);
                conversation.judged(i);
                progressed = true;
            }
        }

        private void judge(int index) {
            TurnRecord before = conversation.records().get(index);
            TurnRecord after = canJudge(conversation.language())
                    ? judged(index, before)
                    : new TurnRecord(before.turn(), before.signals(), Map.of(), List.of(), Map.of());
            conversation.put(index, after);
            if (!after.equals(before)) {
                write(index);
            }
            Set<String> still = new HashSet<>();
            for (Standing standing : after.standing()) {
                still.add(standing.rule());
                if (!before.standing().contains(standing)) {
                    told.add(standing.told(conversation, before.turn().number(), false));
                }
            }
            for (Standing standing : before.standing()) {
                if (!still.contains(standing.rule())) {
                    told.add(standing.told(conversation, before.turn().number(), true));
                }
            }
        }

        private TurnRecord judged(int index, TurnRecord before) {
            Turn turn = before.turn();
            try {
                conversation.clearActs(index);
                Verdicts verdicts = rules.judge(conversation.momentAt(index));
                Map<String, Standing> now = new TreeMap<>();
                verdicts.seen().stream().sorted(Comparator.comparing(Sighting::rule))
                        .forEach(s -> now.put(s.rule(), Standing.of(conversation.opened().learner(), s,
                                rules.version())));
                // an observation that says the same stays as it was told, with the rulebook version it was told with
                before.standing().forEach(old -> now.computeIfPresent(old.rule(),
                        (rule, found) -> found.saysTheSameAs(old) ? old : found));
                return new TurnRecord(turn, before.signals(), verdicts.acts(), List.copyOf(now.values()),
                        verdicts.undecided());
            } catch (RuntimeException | StackOverflowError broken) {
                // one turn that a rule chokes on must not stop the stream; what was missed is said at the end
                failure = "turn " + turn.number() + " could not be judged: " + broken.getClass().getSimpleName();
                Map<String, String> undecided = new TreeMap<>();
                rules.codes().forEach(code -> undecided.put(code, "turn " + turn.number() + " could not be judged"));
                return new TurnRecord(turn, before.signals(), Map.of(), List.of(), undecided);
            }
        }

        void conclude(Instant now) {
            if (conversation.phase() instanceof Phase.Closing closing && conversation.isAllJudged()) {
                boolean complete = closing.turns() == null
                        ? conversation.hasNoGap()
                        : conversation.size() >= closing.turns();
                if (complete || !now.isBefore(closing.until())) {
                    told.add(lastWord());
                    conversation.enter(new Phase.Judged(now));
                }
            }
        }

        private ConversationJudged lastWord() {
            Map<String, String> undecided = new TreeMap<>();
            Set<String> seen = new HashSet<>();
            TreeSet<String> partners = new TreeSet<>();
            conversation.opened().participants().stream().filter(p -> p.role() == Role.PARTNER && p.name() != null)
                    .forEach(p -> partners.add(p.name()));
            double confidence = 0;
            int confident = 0;
            for (TurnRecord record : conversation.records()) {
                undecided.putAll(record.undecided());
                record.standing().forEach(s -> seen.add(s.rule()));
                if (record.turn().role() == Role.PARTNER) {
                    partners.add(record.turn().speaker());
                }
                if (record.turn().confidence() != null) {
                    confidence += record.turn().confidence();
                    confident++;
                }
            }
            String cannotJudge = canJudge(conversation.language())
                    ? null
                    : "it is in " + Locale.forLanguageTag(conversation.language()).getDisplayLanguage(Locale.ENGLISH)
                            + " (" + conversation.language() + "), and only English can be judged yet";
            Map<String, String> notJudged = new TreeMap<>();
            List<String> judged = new ArrayList<>();
            for (String code : new TreeSet<>(rules.codes())) {
                if (cannotJudge != null) {
                    notJudged.put(code, cannotJudge);
                } else if (conversation.size() == 0) {
                    notJudged.put(code, "nothing was said");
                } else if (undecided.containsKey(code) && !seen.contains(code)) {
                    // a rule cannot tell only where what is missing would have decided it
                    notJudged.put(code, undecided.get(code));
                } else {
                    judged.add(code);
                }
            }
            ConversationOpened opened = conversation.opened();
            ConversationRecord.Counts counts = conversation.counts();
            return new ConversationJudged(opened.tenant(), opened.conversation(), opened.learner(), opened.kind(),
                    opened.stage(), Objects.requireNonNullElse(conversation.language(), UNKNOWN_LANGUAGE),
                    counts.turns(), counts.learnerTurns(), counts.learnerWords(), counts.partnerWords(),
                    confident == 0 ? null : confidence / confident, counts.standing(), judged, notJudged, cannotJudge,
                    rules.version(), List.copyOf(partners));
        }
    }
}
