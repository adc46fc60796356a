package dev.rapport.rules.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Keys;
import dev.rapport.events.Role;

/**
 * A conversation in memory: its turns in the order of their numbers, whatever order they came in. It changes with each
 * turn, so it is only as good as the store it was read from: whoever could not write what changed must drop it and read
 * it again.
 */
public final class Conversation {

    private ConversationOpened opened;
    private Phase phase;
    private int judgedBefore;
    private String rulebook;
    private String language;
    private Instant heard;
    private int learnerTurns;
    private int learnerWords;
    private int partnerWords;
    private int standing;
    private final List<TurnRecord> records = new ArrayList<>();
    /** The same turns as the rules see them, kept so that a moment costs no copying. */
    private final List<SeenTurn> seen = new ArrayList<>();

    Conversation(ConversationOpened opened, Instant now) {
        this.opened = opened;
        this.phase = new Phase.Open();
        this.judgedBefore = 1;
        this.language = opened.language();
        this.heard = now;
    }

    private Conversation(ConversationRecord record) {
        this.opened = record.opened();
        this.phase = record.phase();
        this.judgedBefore = record.judgedBefore();
        this.rulebook = record.rulebook();
        this.language = record.language();
        this.heard = record.heard();
        this.learnerTurns = record.counts().learnerTurns();
        this.learnerWords = record.counts().learnerWords();
        this.partnerWords = record.counts().partnerWords();
        this.standing = record.counts().standing();
    }

    /**
     * @param turns in the order of their numbers
     */
    public static Conversation read(ConversationRecord record, List<TurnRecord> turns) {
        Conversation conversation = new Conversation(record);
        conversation.records.addAll(turns);
        turns.forEach(t -> conversation.seen.add(t.seen()));
        return conversation;
    }

    ConversationRecord written() {
        return new ConversationRecord(opened, phase, counts(), judgedBefore, last(), rulebook, language, heard);
    }

    ConversationRecord.Counts counts() {
        return new ConversationRecord.Counts(records.size(), learnerTurns, learnerWords, partnerWords, standing);
    }

    public String tenant() {
        return opened.tenant();
    }

    public String id() {
        return opened.conversation();
    }

    public String key() {
        return Keys.conversation(tenant(), id());
    }

    /** How many turns are there. */
    public int size() {
        return records.size();
    }

    public Phase phase() {
        return phase;
    }

    /** Whether {@link ConversationJudge#goOn} has something to do soon, without anything being said. */
    public boolean isWaiting() {
        return phase instanceof Phase.Closing || !isAllJudged();
    }

    ConversationOpened opened() {
        return opened;
    }

    String language() {
        return language;
    }

    String rulebook() {
        return rulebook;
    }

    List<TurnRecord> records() {
        return Collections.unmodifiableList(records);
    }

    /** Number of the last turn; 0 before the first. */
    private int last() {
        return records.isEmpty() ? 0 : records.get(records.size() - 1).turn().number();
    }

    boolean isAllJudged() {
        return last() < judgedBefore;
    }

    /** Index of the first turn that waits for judging; {@link #size()} if none does. */
    int firstUnjudged() {
        return isAllJudged() ? records.size() : placeOf(judgedBefore);
    }

    /** Index of the turn with that number, or where it belongs. */
    int placeOf(int number) {
        int from = 0;
        int to = records.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (records.get(middle).turn().number() < number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** @return null if it is not there */
    TurnRecord turn(int number) {
        int place = placeOf(number);
        return place < records.size() && records.get(place).turn().number() == number ? records.get(place) : null;
    }

    /** Whether the numbers run from 1 without a hole. */
    boolean hasNoGap() {
        return last() == records.size();
    }

    /** The conversation as of the turn at {@code index}. */
    Moment momentAt(int index) {
        return new Moment(new Setting(opened.kind(), opened.stage()),
                Collections.unmodifiableList(seen.subList(0, index + 1)));
    }

    /** @return the index where it now stands */
    int add(TurnRecord turn, Instant now) {
        int index = placeOf(turn.turn().number());
        records.add(index, turn);
        seen.add(index, turn.seen());
        if (turn.turn().role() == Role.LEARNER) {
            learnerTurns++;
            learnerWords += turn.signals().words();
        } else {
            partnerWords += turn.signals().words();
        }
        heard = now;
        judgeAgainFrom(turn.turn().number());
        return index;
    }

    void put(int index, TurnRecord turn) {
        standing += turn.standing().size() - records.get(index).standing().size();
        records.set(index, turn);
        seen.set(index, turn.seen());
    }

    /** For the act rules: a turn that has no acts yet. */
    void clearActs(int index) {
        TurnRecord turn = records.get(index);
        seen.set(index, new SeenTurn(turn.turn(), turn.signals(), Map.of()));
    }

    void judged(int index) {
        judgedBefore = records.get(index).turn().number() + 1;
    }

    void judgeAgainFrom(int number) {
        judgedBefore = Math.min(judgedBefore, number);
    }

    void announcedAgain(ConversationOpened announced) {
        opened = announced;
    }

    void spokenIn(String tongue) {
        language = tongue;
    }

    void under(String rulebookVersion) {
        rulebook = rulebookVersion;
    }

    void enter(Phase next) {
        phase = next;
    }

    void forgetTurns() {
        records.clear();
        seen.clear();
        judgedBefore = 1;
    }
}
