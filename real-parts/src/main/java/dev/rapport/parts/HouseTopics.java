package dev.rapport.parts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import dev.rapport.events.Topics;

/** Creates the topics of {@link Topics} and their dead-letter topics, for one broker. */
public final class HouseTopics {

    private static final int PARTITIONS = 4;
    private static final short REPLICATION = 1;

    private static final Map<String, String> A_WEEK = Map.of("cleanup.policy", "delete", "retention.ms", "604800000");
    // a line that was practised is its learner's own; who waits for the answer waits for seconds
    private static final Map<String, String> A_DAY = Map.of("cleanup.policy", "delete", "retention.ms", "86400000");
    private static final Map<String, String> LAST_WORD = Map.of("cleanup.policy", "compact");
    // a service that comes late must still learn what to erase, and a rule's precision counts every reaction
    private static final Map<String, String> FOR_EVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    // a release holds a whole rulebook, and its shadow
    private static final Map<String, String> RULEBOOKS = Map.of("cleanup.policy", "compact", "max.message.bytes",
            "20000000");

    private static final Map<String, Map<String, String>> KEPT = Map.of(Topics.TURNS, A_WEEK, Topics.CONVERSATIONS,
            LAST_WORD, Topics.OBSERVATIONS, A_WEEK, Topics.COACHING, A_WEEK, Topics.REACTIONS, FOR_EVER,
            Topics.ERASURES, FOR_EVER, Topics.RULEBOOKS, RULEBOOKS, Topics.SHADOW, A_WEEK, Topics.PRACTICE,
            A_DAY);

    private HouseTopics() {
    }

    /** Creates what is missing, leaves what is there. */
    public static void create(String bootstrapServers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var created : admin.createTopics(all()).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("The topics could not be created", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topics", e);
        }
    }

    private static Collection<NewTopic> all() {
        return KEPT.entrySet().stream().flatMap(topic -> Stream.of(topic(topic.getKey(), topic.getValue()),
                topic(Topics.deadLetter(topic.getKey()), A_WEEK))).toList();
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, PARTITIONS, REPLICATION).configs(settings);
    }

    /** The names of all topics that {@link #create} makes. */
    public static List<String> names() {
        var names = new ArrayList<String>();
        all().forEach(topic -> names.add(topic.name()));
        names.sort(null);
        return List.copyOf(names);
    }
}
