package dev.rapport.rules.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.ConversationClosed;
import dev.rapport.events.ConversationJudged;
import dev.rapport.events.ConversationOpened;
import dev.rapport.events.Event;
import dev.rapport.events.TurnSpoken;

/** Keeps what the judge decides, as the stores and topics do. */
final class Desk {

    final AtomicReference<Rules> rules = new AtomicReference<>(PlainRules.FIRST);
    final ConversationJudge judge;
    final List<Event> told = new ArrayList<>();
    final TreeMap<Integer, TurnRecord> turns = new TreeMap<>();
    ConversationRecord record;
    Conversation conversation;
    Instant now = Talk.START;

    Desk() {
        this(Patience.DEFAULT);
    }

    Desk(Patience patience) {
        judge = new ConversationJudge(rules::get, PlainRules::read, PlainRules::language, patience);
    }

    Desk(ConversationJudge judge) {
        this.judge = judge;
    }

    Outcome hears(Event event) {
        if (event instanceof ConversationOpened opened) {
            if (conversation != null) {
                return keep(judge.announcedAgain(conversation, opened));
            }
            conversation = judge.begin(opened, now);
            return keep(judge.begun(conversation));
        }
        return event instanceof TurnSpoken spoken
                ? keep(judge.spoken(conversation, spoken, now))
                : keep(judge.closed(conversation, (ConversationClosed) event, now));
    }

    Desk hearsAll(Talk talk) {
        hears(talk.opened());
        talk.turns().forEach(this::hears);
        hears(talk.closed());
        return this;
    }

    Outcome goesOn(int most) {
        return keep(judge.goOn(conversation, most, now));
    }

    void goesOnToTheEnd() {
        while (goesOn(7) instanceof Outcome.Changed) {
            // until nothing changes
        }
    }

    Outcome after(Duration time) {
        now = now.plus(time);
        return goesOn(1_000);
    }

    /** As after a restart: what was in memory is gone. */
    void readsAgain() {
        conversation = Conversation.read(record, List.copyOf(turns.values()));
    }

    private Outcome keep(Outcome outcome) {
        if (outcome instanceof Outcome.Changed changed) {
            record = changed.conversation();
            changed.turns().forEach(t -> turns.put(t.turn().number(), t));
            changed.forgotten().forEach(turns::remove);
            told.addAll(changed.told());
        }
        return outcome;
    }

    /** What stands after all that was told: the last word of each observation counts. */
    List<BehaviourObserved> standing() {
        Map<String, BehaviourObserved> last = new LinkedHashMap<>();
        for (Event event : told) {
            if (event instanceof BehaviourObserved observed) {
                last.put(observed.id(), observed);
            }
        }
        return last.values().stream().filter(o -> !o.withdrawn())
                .sorted(Comparator.comparing(BehaviourObserved::turn).thenComparing(BehaviourObserved::rule))
                .toList();
    }

    /** {@code turn rule}, in that order. */
    List<String> standingInShort() {
        return standing().stream().map(o -> o.turn() + " " + o.rule()).toList();
    }

    /** {@code turn rule}, with a minus where withdrawn, as it was told since {@code from}. */
    List<String> toldInShort(int from) {
        return told.subList(from, told.size()).stream()
                .map(e -> e instanceof BehaviourObserved o
                        ? (o.withdrawn() ? "-" : "") + o.turn() + " " + o.rule()
                        : "judged")
                .toList();
    }

    ConversationJudged lastWord() {
        return (ConversationJudged) told.get(told.size() - 1);
    }
}
