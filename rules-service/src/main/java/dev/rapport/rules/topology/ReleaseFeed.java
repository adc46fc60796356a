package dev.rapport.rules.topology;

import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import dev.rapport.releases.ReleaseReader;
import dev.rapport.rules.release.RulesInForce;
import io.quarkus.runtime.StartupEvent;

/** Puts every release of the topic into force, here and on every other replica. */
@ApplicationScoped
class ReleaseFeed {

    private final RulesInForce rules;
    private final Event<TopicKnown> known;
    private final ReleaseReader reader;

    /** All of the topic has been read once. */
    record TopicKnown(Map<String, Integer> releases) {
    }

    ReleaseFeed(Config config, RulesInForce rules, Event<TopicKnown> known) {
        this.rules = rules;
        this.known = known;
        this.reader = new ReleaseReader(() -> StreamProperties.client(config), rules::take, this::allKnown);
    }

    void begin(@Observes StartupEvent started) {
        reader.begin();
    }

    @PreDestroy
    void end() throws InterruptedException {
        reader.end();
    }

    private void allKnown() {
        rules.releasesAreKnown();
        known.fire(new TopicKnown(rules.releases()));
    }
}
