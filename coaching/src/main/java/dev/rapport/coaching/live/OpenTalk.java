package dev.rapport.coaching.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.coaching.composition.Talk;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Evidence;
import dev.rapport.events.Role;
import dev.rapport.events.TurnSpoken;

/**
 * What is known of a talk that goes on. Turns and observations may come in any order and more than once. For one thread.
 */
public final class OpenTalk {

    /**
     * A behaviour was just seen, and nothing has been decided about it yet.
     *
     * @param at when the turn was accepted at which it was seen
     */
    public record Seen(BehaviourObserved observed, Instant at) {
    }

    private final Set<Integer> heard = new HashSet<>();
    private final Map<String, Map<String, BehaviourObserved>> standing = new HashMap<>();
    private final Map<String, Seen> undecided = new LinkedHashMap<>();
    private final Set<String> decided = new HashSet<>();
    /** Turns with what is nobody's business. */
    private final TreeSet<Integer> deep = new TreeSet<>();
    private String learner;
    private int lastTurn;
    private Role lastSpeaker;
    private Instant lastTurnAt = Instant.MIN;
    private Instant firstTurnAt = Instant.MAX;
    private int learnerTurns;
    private double confidence;
    private int confident;
    private boolean crisis;
    private boolean silenced;

    /**
     * It was announced with consent. A talk that gets another learner half way is nudged no more: what was seen so far was
     * seen of somebody else.
     */
    public void opened(String whose) {
        silenced |= learner != null && !learner.equals(whose);
        learner = whose;
    }

    /** @param at when it was accepted */
    public void said(TurnSpoken turn, Instant at) {
        if (!heard.add(turn.turn())) {
            return;
        }
        firstTurnAt = at.isBefore(firstTurnAt) ? at : firstTurnAt;
        if (turn.turn() > lastTurn) {
            lastTurn = turn.turn();
            lastSpeaker = turn.role();
            lastTurnAt = at;
        }
        learnerTurns += turn.role() == Role.LEARNER ? 1 : 0;
        if (turn.confidence() != null) {
            confidence += turn.confidence();
            confident++;
        }
    }

    /** @param at when the turn was accepted at which it was seen */
    public void observed(BehaviourObserved observed, Instant at) {
        Map<String, BehaviourObserved> ofRule = standing.computeIfAbsent(observed.rule(), rule -> new HashMap<>());
        if (observed.withdrawn()) {
            ofRule.remove(observed.id());
            undecided.remove(observed.id());
            return;
        }
        // a suspicion that is taken back later still was one: silence costs nothing
        crisis |= observed.rule().equals(Talk.CRISIS);
        if (observed.rule().equals(Talk.DEEP_DISCLOSURE)) {
            deep.add(observed.turn());
            observed.evidence().forEach(each -> deep.add(each.turn()));
        }
        ofRule.put(observed.id(), observed);
        if (!decided.contains(observed.id())) {
            undecided.put(observed.id(), new Seen(observed, at));
        }
    }

    /** What nothing has been decided about, in the order it was seen. */
    public List<Seen> undecided() {
        return List.copyOf(undecided.values());
    }

    /** It was decided, and stays so even where a late turn corrects the observation. */
    public void decided(Seen seen) {
        undecided.remove(seen.observed().id());
        decided.add(seen.observed().id());
    }

    /** One word is enough: everything seen so far is decided. */
    public void allDecided() {
        undecided().forEach(this::decided);
    }

    /** Id of the learner; null while its opening is not known. */
    public String learner() {
        return learner;
    }

    /** Number of the latest turn; 0 before the first. */
    public int lastTurn() {
        return lastTurn;
    }

    /** When the latest turn was accepted. */
    public Instant lastTurnAt() {
        return lastTurnAt;
    }

    /** When the first of its turns was accepted. */
    Instant firstTurnAt() {
        return firstTurnAt;
    }

    boolean mayBeNudged() {
        return learner != null && !silenced;
    }

    boolean hasCrisis() {
        return crisis;
    }

    int learnerTurns() {
        return learnerTurns;
    }

    /** Null where no turn has one. */
    Double meanConfidence() {
        return confident == 0 ? null : confidence / confident;
    }

    Collection<BehaviourObserved> standing(String rule) {
        return standing.getOrDefault(rule, Map.of()).values();
    }

    /** Whether somebody opened up in the turns it rests on, or since. */
    boolean isPrivate(BehaviourObserved observed) {
        int first = observed.evidence().stream().mapToInt(Evidence::turn).min().orElse(observed.turn());
        return deep.ceiling(Math.min(first, observed.turn())) != null;
    }

    /** Whether the partner had the word since, and nobody after them. */
    boolean partnerSpokeAfter(int turn) {
        return lastTurn > turn && lastSpeaker == Role.PARTNER;
    }
}
