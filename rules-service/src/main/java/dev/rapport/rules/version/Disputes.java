package dev.rapport.rules.version;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.rapport.rules.figures.RuleDisputed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Lets a rule rest that learners often call not right. Its owner reads it in the console, the history and a metric. */
@ApplicationScoped
class Disputes {

    private static final Logger LOG = Logger.getLogger(Disputes.class);

    private final Rulebooks rulebooks;
    private final MeterRegistry metrics;

    Disputes(Rulebooks rulebooks, MeterRegistry metrics) {
        this.rulebooks = rulebooks;
        this.metrics = metrics;
    }

    void disputed(@Observes RuleDisputed disputed) {
        if (rulebooks.rest(disputed.tenant(), disputed.rule(), disputed.ruleVersion(),
                disputed.precision().inWords())) {
            Counter.builder("rapport.rules.rested").description("because learners often called them not right")
                    .tag("tenant", disputed.tenant()).tag("rule", disputed.rule()).register(metrics).increment();
            LOG.warnf("tenant %s: rule %s rests: %s", disputed.tenant(), disputed.rule(),
                    disputed.precision().inWords());
        }
    }
}
