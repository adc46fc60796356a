package dev.rapport.rules.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import dev.rapport.events.CloudEvents;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.LearnerErased;
import dev.rapport.events.ReactionGiven;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.events.Topics;
import dev.rapport.parts.KafkaResource;
import dev.rapport.parts.PostgresResource;
import dev.rapport.parts.RunningKafka;
import dev.rapport.parts.RunningPostgres;
import dev.rapport.rules.RealPartsProfile;
import dev.rapport.rules.conversation.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static dev.rapport.rules.Patience.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** The archive with a real broker and a real database. */
@QuarkusTest
@TestProfile(RealPartsProfile.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ArchiveIT {

    private static final Sample ALL = Sample.ALL;

    @Inject
    Archive archive;

    RunningKafka kafka;
    RunningPostgres postgres;

    @Test
    void aTalkIsKeptOnceHoweverOftenAndInWhateverOrderItsTurnsCome() {
        Talk talk = talk("twice");
        List<Event> all = new ArrayList<>(List.of(talk.opened(), talk.turn(2), talk.turn(1), talk.turn(2)));
        all.add(talk.closed());
        all.add(talk.turn(3));
        all.add(talk.opened());
        all.forEach(this::tell);

        PastTalk kept = soon().until(() -> archive.talk("local", "twice").orElse(null),
                found -> found != null && found.turns().size() == 3);

        assertThat(kept.opened().learner()).isEqualTo("lena");
        assertThat(kept.opened().language()).isEqualTo("en");
        assertThat(kept.at()).isEqualTo(Talk.START);
        assertThat(kept.turns()).extracting(t -> t.turn().number()).containsExactly(1, 2, 3);
        assertThat(kept.turns().get(0).turn().text()).isEqualTo(talk.turn(1).text());
        assertThat(archive.count("local", Sample.ALL, Instant.now())).isPositive();
        assertThat(archive.count("somebody-else", Sample.ALL, Instant.now())).isZero();
    }

    @Test
    void whoAsksToBeForgottenIsForgottenAndStaysSo() {
        Talk talk = talk("forgetting", "gone");
        Archive.Heard opened = new Archive.Heard(talk.opened(), Talk.START);
        archive.take(List.of(opened, new Archive.Heard(talk.turn(1), Talk.START)));
        assertThat(archive.talk("forgetting", "gone")).isPresent();

        archive.take(List.of(new Archive.Heard(new LearnerErased("forgetting", "lena", Talk.START.plusSeconds(1)),
                Talk.START.plusSeconds(2))));
        assertThat(archive.talk("forgetting", "gone")).isEmpty();

        archive.take(List.of(opened, new Archive.Heard(talk.turn(2), Talk.START.plusSeconds(3))));
        assertThat(archive.talk("forgetting", "gone")).isEmpty();

        // agreed to anew
        archive.take(List.of(new Archive.Heard(talk.opened(), Talk.START.plusSeconds(9))));
        assertThat(archive.talk("forgetting", "gone")).isPresent();
    }

    @Test
    void whatIsTooOldIsDeletedAndNothingElse() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        archive.take(List.of(new Archive.Heard(talk("old").opened(), longAgo),
                new Archive.Heard(talk("newer").opened(), longAgo.plus(Duration.ofDays(1)))));

        int deleted = archive.prune(longAgo.plus(Duration.ofDays(90)).plusSeconds(1));

        assertThat(deleted).isEqualTo(1);
        assertThat(archive.talk("local", "old")).isEmpty();
        assertThat(archive.talk("local", "newer")).isPresent();
        archive.prune(longAgo.plus(Duration.ofDays(92)));
    }

    @Test
    void aSampleHasTheTalksOfALearnerTogetherAndInTheOrderOfTime() {
        MadeUpTalks made = new MadeUpTalks(2, 3, text -> new dev.rapport.rules.signals.TextReader().read(text));
        for (int n : List.of(5, 0, 4, 2, 1, 3)) {
            archive.keep(of("sampled", made.talk(n)));
        }

        List<String> all = ids(ALL);
        assertThat(all).containsExactly("talk-00000", "talk-00001", "talk-00002", "talk-00003", "talk-00004",
                "talk-00005");
        // the latest two of each learner's three begin on the fifth and third day
        assertThat(ids(Sample.latest(2))).containsExactly("talk-00002", "talk-00005");
        assertThat(ids(new Sample(null, null, Set.of("support"), null, null, null))).containsExactly("talk-00001",
                "talk-00005");
        assertThat(ids(new Sample(null, MadeUpTalks.FIRST.plus(Duration.ofDays(1)), null, Set.of("learner-0001"), null,
                null))).containsExactly("talk-00003");
        assertThat(ids(new Sample(null, null, null, null, Set.of("talk-00004", "no-such"), null)))
                .containsExactly("talk-00004");
    }

    @Test
    void aStopIsRememberedUntilItIsTakenBack() {
        tell(new ReactionGiven("local", "lena", "m-1", "B20", "v", "o", Reaction.STOP, Talk.START));
        soon().until(() -> archive.stopped("local", "lena"), Set.of("B20")::equals);

        tell(new ReactionGiven("local", "lena", "m-1", "B20", "v", "o", Reaction.HELPFUL, Talk.START));
        soon().until(() -> archive.stopped("local", "lena").isEmpty());
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLost() {
        Talk talk = talk("patient");
        postgres.goAway();
        try {
            tell(talk.opened());
            talk.turns().forEach(this::tell);
        } finally {
            postgres.comeBack();
        }

        soon().ignoreExceptions()
                .until(() -> archive.talk("local", "patient").map(t -> t.turns().size()).orElse(0) == 3);
    }

    private static Talk talk(String id) {
        return talk("local", id);
    }

    private static Talk talk(String tenant, String id) {
        return Talk.called(tenant, id)
                .partner("The rollout in the Leeds warehouse stalled in March, and nobody told us why.")
                .learner("What changed in March?").partner("Our carrier switched systems twice.");
    }

    private static PastTalk of(String tenant, PastTalk talk) {
        var o = talk.opened();
        return new PastTalk(new dev.rapport.events.ConversationOpened(tenant, o.conversation(), o.learner(),
                o.participants(), o.kind(), o.stage(), o.language(), o.consent(), o.startedAt()), talk.at(),
                talk.turns());
    }

    private List<String> ids(Sample sample) {
        List<String> ids = new ArrayList<>();
        archive.batches("sampled", sample, Instant.now())
                .forEachRemaining(batch -> batch.get().forEach(t -> ids.add(t.opened().conversation())));
        assertThat(archive.count("sampled", sample, Instant.now())).isEqualTo(ids.size());
        return ids;
    }

    private void tell(Event event) {
        String topic = event instanceof ReactionGiven ? Topics.REACTIONS : Topics.TURNS;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic,
                event.key().getBytes(StandardCharsets.UTF_8), EventJson.write(event));
        CloudEvents.headers(event, "ingest-service", Instant.now()).forEach((n, v) -> record.headers().add(n, v));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
