package dev.rapport.rules.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.release.RulesInForce;
import dev.rapport.rules.topology.JudgingStream;

/** Ready when turns that come now are judged. */
@Readiness
@ApplicationScoped
class JudgingReadiness implements HealthCheck {

    private final JudgingStream stream;
    private final RulesInForce rules;

    JudgingReadiness(JudgingStream stream, RulesInForce rules) {
        this.stream = stream;
        this.rules = rules;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("judging").status(stream.isRunning()).withData("stream", stream.state())
                .withData("rulebook", rules.rules().map(Rules::version).orElse("none"))
                .withData("faults", rules.complaints().size()).build();
    }
}
