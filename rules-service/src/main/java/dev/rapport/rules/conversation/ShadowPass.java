package dev.rapport.rules.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.rapport.events.ConversationOpened;
import dev.rapport.events.ShadowObserved;

/**
 * A conversation that is over, judged once more by rules that coach nobody. It can be done in steps, so that no turn of
 * another conversation waits for it.
 */
public final class ShadowPass {

    private final ConversationOpened opened;
    private final List<TurnRecord> turns;
    private final int number;
    private final Rules rules;
    private final List<SeenTurn> seen;
    private final Map<String, Integer> hits = new HashMap<>();

    /**
     * @param conversation its turns are taken as they are now
     * @param number of the version in the shadow
     */
    public ShadowPass(Conversation conversation, int number, Rules rules) {
        this.opened = conversation.opened();
        this.turns = List.copyOf(conversation.records());
        this.number = number;
        this.rules = rules;
        this.seen = new ArrayList<>(turns.size());
    }

    /**
     * Judges the next turn.
     *
     * @return false once there is none left
     */
    public boolean step() {
        if (seen.size() == turns.size()) {
            return false;
        }
        TurnRecord record = turns.get(seen.size());
        seen.add(new SeenTurn(record.turn(), record.signals(), Map.of()));
        Moment moment = new Moment(new Setting(opened.kind(), opened.stage()), Collections.unmodifiableList(seen));
        try {
            Verdicts verdicts = rules.judge(moment);
            seen.set(seen.size() - 1, new SeenTurn(record.turn(), record.signals(), verdicts.acts()));
            verdicts.seen().forEach(sighting -> hits.merge(sighting.rule(), 1, Integer::sum));
        } catch (RuntimeException | StackOverflowError broken) {
            // the turn counts as one in which nothing was seen: nobody depends on what a shadow says
        }
        return seen.size() < turns.size();
    }

    /** What was seen in the turns that were judged. */
    public ShadowObserved result() {
        return new ShadowObserved(opened.tenant(), opened.conversation(), opened.learner(), number, rules.version(),
                hits);
    }
}
