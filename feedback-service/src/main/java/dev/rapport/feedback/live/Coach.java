package dev.rapport.feedback.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.rapport.coaching.live.Circumstances;
import dev.rapport.coaching.live.LiveDecision;
import dev.rapport.coaching.live.LivePolicy;
import dev.rapport.coaching.live.OpenTalk;
import dev.rapport.coaching.live.OpenTalk.Seen;
import dev.rapport.feedback.live.OpenTalks.Kept;
import dev.rapport.feedback.message.Messages;
import io.micrometer.core.instrument.MeterRegistry;

/** Carries out what the {@link LivePolicy} decides about what was seen in a talk, for those who listen here. */
@ApplicationScoped
class Coach {

    private static final Logger LOG = Logger.getLogger(Coach.class);

    @Inject
    Streams streams;
    @Inject
    Nudges nudges;
    @Inject
    Messages messages;
    @Inject
    MeterRegistry metrics;

    void consider(Kept kept, Instant now) {
        OpenTalk talk = kept.talk();
        // without a listener nothing has to be decided: what nobody listens to becomes too late by itself
        if (talk.undecided().isEmpty() || talk.learner() == null
                || !streams.isListening(kept.tenant(), talk.learner())) {
            return;
        }
        LivePolicy policy = new LivePolicy(messages.wordings(kept.tenant()));
        for (Seen seen : policy.mostWorthFirst(talk)) {
            try {
                carryOut(policy, kept, seen, now);
            } catch (RuntimeException away) {
                // a nudge is not worth waiting for a database
                LOG.warnf("a nudge is left out: %s", away.getClass().getSimpleName());
                talk.allDecided();
            }
            if (talk.undecided().isEmpty()) {
                return;
            }
        }
    }

    private void carryOut(LivePolicy policy, Kept kept, Seen seen, Instant now) {
        OpenTalk talk = kept.talk();
        LiveDecision decision = policy.decide(talk, seen, Circumstances.NONE, now);
        if (decision instanceof LiveDecision.Nudge) {
            // only now is it worth asking the database
            decision = policy.decide(talk, seen,
                    nudges.circumstances(kept.tenant(), talk.learner(), seen.observed().rule(), now), now);
        }
        if (decision instanceof LiveDecision.Nudge chosen) {
            Nudge nudge = Nudge.about(seen.observed(), chosen.wording(), now.truncatedTo(ChronoUnit.MICROS));
            if (nudges.claim(kept.tenant(), talk.learner(), nudge)) {
                say(kept, nudge, "nudged");
            }
            // else another replica was first: next time it is known
        } else if (decision instanceof LiveDecision.Again) {
            nudges.last(kept.tenant(), talk.learner()).ifPresent(last -> say(kept, last, "nudged again"));
        } else if (decision instanceof LiveDecision.Silent silent) {
            talk.decided(seen);
            count(kept, silent.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    private void say(Kept kept, Nudge nudge, String outcome) {
        streams.say(kept.tenant(), kept.talk().learner(), nudge);
        kept.talk().allDecided();
        count(kept, outcome);
    }

    private void count(Kept kept, String outcome) {
        metrics.counter("rapport.live.decisions", "tenant", kept.tenant(), "outcome", outcome).increment();
    }
}
