package dev.rapport.feedback.own;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import dev.rapport.events.LearnerErased;
import dev.rapport.events.Topics;
import dev.rapport.feedback.learner.LearnersData;
import dev.rapport.feedback.outbox.Outbox;

/** Everything that any room of this service keeps of a learner. */
@ApplicationScoped
public class OwnData {

    private static final Logger LOG = Logger.getLogger(OwnData.class);

    @Inject
    @Any
    Instance<LearnersData> rooms;
    @Inject
    Outbox outbox;
    @Inject
    Clock clock;

    /** By the name of the room, sorted. */
    @Transactional
    public Map<String, Object> of(String tenant, String learner) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tenant", tenant);
        all.put("learner", learner);
        all.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS));
        rooms.stream().sorted(Comparator.comparing(LearnersData::name)).forEach(room -> {
            Object kept = room.of(tenant, learner);
            if (!(kept instanceof Collection<?> some) || !some.isEmpty()) {
                all.put(room.name(), kept);
            }
        });
        return all;
    }

    /** Deletes all of it, here and, by an event, wherever else something is kept. Doing it again changes nothing. */
    @Transactional
    public void erase(String tenant, String learner) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rooms.stream().forEach(room -> room.erase(tenant, learner));
        outbox.tell(Topics.ERASURES, new LearnerErased(tenant, learner, now), now);
        LOG.infof("a learner of tenant %s was erased", tenant);
    }
}
