package dev.rapport.rules.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.rapport.events.Event;
import dev.rapport.events.Topics;
import dev.rapport.parts.RunningKafka;
import dev.rapport.parts.RunningPostgres;
import dev.rapport.rules.conversation.Talk;

import static org.assertj.core.api.Assertions.assertThat;

/** A service killed while 2 000 turns are uploaded tells exactly what one tells that is left in peace. */
class KilledServiceIT {

    private static final Path RULES = Path.of("..", "rules");

    /** One long talk and four of the usual length, mixed as they would be sent. */
    private static final List<Event> UPLOAD = upload();
    private static final int TALKS = 5;

    @TempDir
    Path folder;

    private static List<Event> upload() {
        List<Talk> talks = new ArrayList<>(List.of(LongTalks.of("long", 1_000, 1)));
        IntStream.range(0, TALKS - 1).forEach(i -> talks.add(LongTalks.of("talk-" + i, 250, 2 + i)));
        List<Event> upload = new ArrayList<>();
        talks.forEach(t -> upload.add(t.opened()));
        for (int i = 0; i < 1_000; i++) {
            for (Talk talk : talks) {
                if (i < talk.turns().size()) {
                    upload.add(talk.turns().get(i));
                }
            }
        }
        talks.forEach(t -> upload.add(t.closed()));
        return upload;
    }

    @Test
    void observationsAreExactlyThoseOfAnUndisturbedRun() {
        Map<String, List<Topic.Entry>> undisturbed;
        try (RunningKafka kafka = RunningKafka.start(); RunningPostgres database = RunningPostgres.start()) {
            kafka.createTopics();
            try (RulesService service = new RulesService(kafka.bootstrapServers(), database, RULES, folder("calm"))
                    .startAndWait();
                    Topic.Turns turns = new Topic.Turns(kafka.bootstrapServers());
                    Topic.Reader observations = new Topic.Reader(kafka.bootstrapServers(), Topics.OBSERVATIONS)) {
                long began = System.nanoTime();
                UPLOAD.forEach(turns::send);
                turns.flush();
                observations.waitUntilJudged(TALKS);
                undisturbed = observations.byKey();
                assertThat(service.isAlive()).isTrue();
                System.out.printf("undisturbed: %d observations of 2000 turns in %.1f s%n", count(undisturbed),
                        (System.nanoTime() - began) / 1e9);
            }
        }
        assertThat(undisturbed).hasSize(TALKS);

        Map<String, List<Topic.Entry>> killed;
        try (RunningKafka kafka = RunningKafka.start(); RunningPostgres database = RunningPostgres.start()) {
            kafka.createTopics();
            try (RulesService service = new RulesService(kafka.bootstrapServers(), database, RULES, folder("killed"))
                    .startAndWait();
                    Topic.Turns turns = new Topic.Turns(kafka.bootstrapServers());
                    Topic.Reader observations = new Topic.Reader(kafka.bootstrapServers(), Topics.OBSERVATIONS)) {
                UPLOAD.subList(0, 1_200).forEach(turns::send);
                turns.flush();
                observations.waitUntil("the first observations", all -> all.size() > 100);
                service.kill();
                int atFirst = observations.soFar().size();
                UPLOAD.subList(1_200, UPLOAD.size()).forEach(turns::send);
                turns.flush();
                long began = System.nanoTime();
                service.startAndWait();
                observations.waitUntil("more than before", all -> all.size() > atFirst + 50);
                double back = (System.nanoTime() - began) / 1e9;
                service.kill();
                int atSecond = observations.soFar().size();
                service.startAndWait();
                observations.waitUntilJudged(TALKS);
                killed = observations.byKey();
                System.out.printf("killed after %d and %d of %d observations, observing again after %.1f s%n", atFirst,
                        atSecond, count(killed), back);
                assertThat(atFirst).as("observations at the first kill").isLessThan(count(undisturbed));
            }
        }

        assertThat(killed.keySet()).isEqualTo(undisturbed.keySet());
        undisturbed.forEach((key, entries) -> assertThat(killed.get(key)).as(key).isEqualTo(entries));
    }

    private static int count(Map<String, List<Topic.Entry>> byKey) {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    private Path folder(String name) {
        Path path = folder.resolve(name);
        assertThat(path.toFile().mkdirs()).isTrue();
        return path;
    }
}
