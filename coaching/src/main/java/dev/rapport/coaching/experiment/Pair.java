package dev.rapport.coaching.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import dev.rapport.coaching.history.Behaviour;
import dev.rapport.coaching.history.EarlierTalk;
import dev.rapport.coaching.history.Outcome;

/**
 * A learner and a behaviour whose message was due while the experiment ran.
 *
 * @param earlier share of the judged talks, up to the one in which it was due, in which the behaviour went well
 * @param later the same share of the talks after it; null while none of them could be judged
 */
public record Pair(Arm arm, double earlier, Double later) {

    /** By how much the share has risen, -1 to 1; empty while there is no later talk. */
    OptionalDouble change() {
        return later == null ? OptionalDouble.empty() : OptionalDouble.of(later - earlier);
    }

    /**
     * Follows one behaviour through the talks of one learner.
     *
     * The pair enters at the first talk in which its message was said or, but for the experiment, would have been said. That
     * talk came before the message, so it counts as an earlier one. A pair that was spoken of before the experiment began had
     * already had what is measured: it does not enter.
     *
     * @param talks of the learner, the oldest first; of before the experiment too
     * @return empty where the pair has not entered
     */
    public static Optional<Pair> of(Behaviour behaviour, List<EarlierTalk> talks, Instant since, Instant until) {
        String code = behaviour.code();
        int entry = -1;
        Arm arm = null;
        for (int i = 0; i < talks.size() && arm == null; i++) {
            EarlierTalk talk = talks.get(i);
            boolean during = !talk.at().isBefore(since) && talk.at().isBefore(until);
            if (talk.said(code) && !during) {
                return Optional.empty();
            }
            if (during && (talk.said(code) || talk.heldOut().contains(code))) {
                entry = i;
                arm = talk.said(code) ? Arm.MESSAGE : Arm.HELD_OUT;
            }
        }
        if (arm == null) {
            return Optional.empty();
        }
        // that talk was judged, for something was due in it
        double earlier = wentWell(behaviour, talks.subList(0, entry + 1)).orElseThrow();
        OptionalDouble later = wentWell(behaviour,
                talks.subList(entry + 1, talks.size()).stream().filter(talk -> talk.at().isBefore(until)).toList());
        return Optional.of(new Pair(arm, earlier, later.isPresent() ? later.getAsDouble() : null));
    }

    private static OptionalDouble wentWell(Behaviour behaviour, List<EarlierTalk> talks) {
        return talks.stream().map(talk -> talk.of(behaviour)).filter(outcome -> outcome != Outcome.UNKNOWN)
                .mapToInt(outcome -> outcome == Outcome.SUCCESS ? 1 : 0).average();
    }
}
