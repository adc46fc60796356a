package dev.rapport.coaching.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.rapport.coaching.composition.MinimumEvidence;
import dev.rapport.coaching.live.LiveDecision.Again;
import dev.rapport.coaching.live.LiveDecision.Nudge;
import dev.rapport.coaching.live.LiveDecision.Reason;
import dev.rapport.coaching.live.LiveDecision.Silent;
import dev.rapport.coaching.live.LiveDecision.Until;
import dev.rapport.coaching.live.LiveDecision.Wait;
import dev.rapport.coaching.live.OpenTalk.Seen;
import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.BehaviourObserved;
import dev.rapport.events.Clarity;

/**
 * Whether a learner is nudged about what was just seen. Seldom: attention that a nudge takes is taken from the partner
 * (coaching.md, rules 8 and 9).
 */
public final class LivePolicy {

    /** Between two nudges of one learner, over all of their talks. */
    public static final Duration APART = Duration.ofMinutes(20);
    /** What is older belongs to a part of the talk that is over. */
    public static final Duration FRESH = Duration.ofSeconds(60);
    /**
     * After the partner's words, so that what the rules see in them is known: nobody is nudged right after words of danger.
     * Several times what judging a turn takes.
     */
    static final Duration JUDGING = Duration.ofMillis(500);
    /** Turns enough to be nudged about take longer than this where they are sent as they are spoken. */
    static final Duration SPOKEN = Duration.ofSeconds(30);
    /** Two replicas that decide of the same moment do so within this. */
    static final Duration TOGETHER = Duration.ofSeconds(10);

    private final Wordings wordings;

    public LivePolicy(Wordings wordings) {
        this.wordings = wordings;
    }

    /** What is undecided in a talk; what matters most for rapport, and is done otherwise most easily, comes first. */
    public List<Seen> mostWorthFirst(OpenTalk talk) {
        return talk.undecided().stream().sorted(Comparator.comparingDouble((Seen s) -> -worth(s.observed()))
                .thenComparing(s -> s.observed().rule()).thenComparing(s -> s.observed().turn())).toList();
    }

    private double worth(BehaviourObserved observed) {
        return wordings.of(observed.rule()).map(w -> w.impact() * w.repeatability()).orElse(0.0);
    }

    public LiveDecision decide(OpenTalk talk, Seen seen, Circumstances circumstances, Instant now) {
        BehaviourObserved observed = seen.observed();
        String rule = observed.rule();
        BehaviourWording wording = wordings.of(rule).filter(w -> w.live() != null)
                .filter(w -> w.polarity() == observed.polarity()).orElse(null);
        if (talk.hasCrisis()) {
            return new Silent(Reason.CRISIS);
        }
        if (wording == null) {
            return new Silent(Reason.NOT_LIVE);
        }
        if (observed.clarity() == Clarity.UNSURE) {
            return new Silent(Reason.UNSURE);
        }
        if (now.isAfter(seen.at().plus(FRESH))) {
            return new Silent(Reason.TOO_LATE);
        }
        if (talk.lastTurn() < observed.turn()) {
            // observations and turns are two topics: it was seen, and is about to be heard
            return new Wait(Until.PARTNER_SPOKE);
        }
        if (!talk.mayBeNudged()) {
            return new Silent(Reason.UNKNOWN_LEARNER);
        }
        if (seen.at().isBefore(talk.firstTurnAt().plus(SPOKEN))) {
            return new Silent(Reason.AFTERWARDS);
        }
        if (talk.isPrivate(observed)) {
            return new Silent(Reason.PRIVATE);
        }
        if (!MinimumEvidence.ofTalk(talk.learnerTurns(), talk.meanConfidence())
                || !MinimumEvidence.of(wording, wordings.house(), circumstances.choices(),
                        talk.standing(rule))) {
            return new Silent(Reason.TOO_LITTLE);
        }
        if (circumstances.choices().stopped().contains(rule)) {
            return new Silent(Reason.STOPPED);
        }
        if (circumstances.resting().contains(rule)) {
            return new Silent(Reason.RESTING);
        }
        if (circumstances.heldOut().behaviours().contains(rule)) {
            return new Silent(Reason.HELD_OUT);
        }
        boolean again = isBeingGiven(circumstances.last(), observed, now);
        if (!again && isTooSoon(circumstances.last(), now)) {
            return new Silent(Reason.TOO_SOON);
        }
        if (!talk.partnerSpokeAfter(observed.turn())) {
            return new Wait(Until.PARTNER_SPOKE);
        }
        if (now.isBefore(talk.lastTurnAt().plus(JUDGING))) {
            return new Wait(Until.RULES_CAUGHT_UP);
        }
        return again ? new Again() : new Nudge(wording);
    }

    /** Two replicas decide for themselves, and only one of them can have been first. */
    private static boolean isBeingGiven(Circumstances.Given last, BehaviourObserved observed, Instant now) {
        return last != null && last.conversation().equals(observed.conversation())
                && !now.isAfter(last.at().plus(TOGETHER));
    }

    private static boolean isTooSoon(Circumstances.Given last, Instant now) {
        return last != null && now.isBefore(last.at().plus(APART));
    }
}
