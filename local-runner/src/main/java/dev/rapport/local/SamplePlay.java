package dev.rapport.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.local.HouseClient.Answer;
import dev.rapport.local.sample.Cast;
import dev.rapport.local.sample.Heard;
import dev.rapport.local.sample.Learner;
import dev.rapport.local.sample.SpokenTalk;

/**
 * Plays half a year through a house, day by day: all talks of a day are taken, judged and answered before the next day
 * begins, so that each message knows of those before it and each learner speaks as somebody who has read them.
 */
final class SamplePlay {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int WORKING_DAYS = 5;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Each look costs the house a query. */
    private static final long LOOK_MILLIS = 200;
    /** Percent of pairs of learner and behaviour that hear nothing. */
    static final int LEFT_OUT = 20;
    private static final int GOALS_ONE_IN = 3;

    private final HouseClient client;
    private final Ports ports;
    private final ToldTime time;
    private final Cast cast;
    private final Progress progress;
    private final Map<String, String> goals = new HashMap<>();
    private final Map<String, Learner> learners = new HashMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private final long began = System.nanoTime();

    SamplePlay(HouseClient client, Ports ports, ToldTime time, Cast cast, Progress progress) {
        this.client = client;
        this.ports = ports;
        this.time = time;
        this.cast = cast;
        this.progress = progress;
        cast.learners().forEach(learner -> learners.put(learner.id(), learner));
    }

    /**
     * @param monday the first day
     * @param end the first day after it all
     * @throws Failure when the house refuses something or says nothing in time
     */
    List<Heard> play(LocalDate monday, int weeks, LocalDate end) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            join(workers, monday);
            begin(workers, monday, end);
            int talks = cast.talks(weeks);
            for (int week = 0; week < weeks; week++) {
                for (int day = 0; day < WORKING_DAYS; day++) {
                    var date = monday.plusWeeks(week).plusDays(day);
                    playDay(workers, date, cast.on(date, week, day), week, day);
                    tell(week, weeks, talks, (week + 1) % 4 == 0 && day == WORKING_DAYS - 1);
                }
            }
            return List.copyOf(heard);
        } finally {
            workers.shutdownNow();
        }
    }

    /** A team counts from the next month on, so everybody joins in the month before. */
    private void join(ExecutorService workers, LocalDate monday) throws InterruptedException {
        time.is(monday.withDayOfMonth(1).minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        all(workers, cast.learners(), learner -> good(client.send("PUT",
                ports.feedbackUrl() + "/learners/" + learner.id() + "/team", Map.of("team", learner.team()))));
    }

    private void begin(ExecutorService workers, LocalDate monday, LocalDate end) throws InterruptedException {
        time.is(monday.atStartOfDay(ZoneOffset.UTC).toInstant());
        good(client.send("PUT", ports.feedbackUrl() + "/experiment",
                Map.of("share", LEFT_OUT, "until", end.toString())));
        for (int i = 0; i < cast.learners().size(); i += GOALS_ONE_IN) {
            var learner = cast.learners().get(i);
            goals.put(learner.id(), learner.worst().rule());
        }
        all(workers, List.copyOf(goals.entrySet()), goal -> good(client.send("PUT",
                ports.feedbackUrl() + "/learners/" + goal.getKey() + "/goal", Map.of("behaviour", goal.getValue()))));
    }

    private void playDay(ExecutorService workers, LocalDate date, List<SpokenTalk> talks, int week, int day)
            throws InterruptedException {
        time.is(date.atTime(EVENING).toInstant(ZoneOffset.UTC));
        all(workers, talks, talk -> {
            take(talk);
            return null;
        });
        var messages = all(workers, talks, this::await);
        var reactions = new ArrayList<Reaction>();
        for (int i = 0; i < talks.size(); i++) {
            var talk = talks.get(i);
            var message = messages.get(i);
            if (message.hasNonNull("growth")) {
                learners.get(talk.learner()).isToldOf(message.at("/growth/rule").asText());
            }
            heard.add(heard(talk, message));
            reactions.addAll(Reaction.to(message, cast.random(talk.learner(), week, WORKING_DAYS + 1 + day)));
        }
        all(workers, reactions, each -> good(client.send("POST",
                ports.feedbackUrl() + "/messages/" + each.message() + "/reactions",
                Map.of("point", each.point(), "reaction", each.word()))));
    }

    private void take(SpokenTalk talk) {
        var address = ports.ingestUrl() + "/conversations/" + talk.conversation();
        good(client.send("PUT", address, Map.of("learner", talk.learner(), "kind", talk.kind(), "stage", talk.stage(),
                "language", "en", "startedAt", talk.startedAt().toString(), "consent",
                Map.of("given", true, "purpose", "coaching"), "participants",
                List.of(Map.of("name", talk.learnerName(), "role", "LEARNER"),
                        Map.of("name", talk.partner(), "role", "PARTNER")))));
        var turns = new ArrayList<Map<String, Object>>();
        for (var line : talk.lines()) {
            turns.add(Map.of("turn", turns.size() + 1, "speaker",
                    line.byLearner() ? talk.learnerName() : talk.partner(), "text", line.text(), "startMillis",
                    line.startMillis(), "endMillis", line.endMillis()));
        }
        good(client.send("POST", address + "/turns", turns));
        good(client.send("POST", address + "/close", Map.of("turns", turns.size())));
    }

    private JsonNode await(SpokenTalk talk) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var message = client.message(talk.conversation());
            if (message.isPresent()) {
                return message.get();
            }
            if (System.nanoTime() > end) {
                throw new Failure(Exit.NO_MESSAGE, "No message about " + talk.conversation() + " after "
                        + PATIENCE.toSeconds() + " s; ./rapport status says what is wrong");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Heard heard(SpokenTalk talk, JsonNode message) {
        var says = new HashMap<String, String>();
        for (var point : List.of("strength", "growth")) {
            if (message.hasNonNull(point)) {
                says.put(message.path(point).path("rule").asText(), message.path(point).path("says").asText());
            }
        }
        var unsaid = new HashMap<String, String>();
        message.path("notSaid")
                .forEach(each -> unsaid.put(each.path("rule").asText(), each.path("reason").asText()));
        return new Heard(talk.learner(), Instant.parse(message.path("composedAt").asText()),
                message.path("kind").asText().equals("COACHING"), rule(message, "strength"), rule(message, "growth"),
                says, goals.get(talk.learner()), unsaid, message.path("text").asText(), talk.meant());
    }

    private static String rule(JsonNode message, String point) {
        return message.hasNonNull(point) ? message.path(point).path("rule").asText() : null;
    }

    private void tell(int week, int weeks, int talks, boolean stays) {
        var seconds = Math.max(1, (System.nanoTime() - began) / 1_000_000_000);
        var left = (talks - heard.size()) * seconds / Math.max(1, heard.size());
        var line = "week %d of %d: %d of %d talks, %.1f a second, %d:%02d left".formatted(week + 1, weeks, heard.size(),
                talks, heard.size() / (double) seconds, left / 60, left % 60);
        if (stays) {
            progress.line(line);
        } else {
            progress.waiting(line);
        }
    }

    private static Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw new Failure(Exit.NO_HOUSE, "The house refused a part of the sample: " + answer.sentence());
        }
        return answer;
    }

    private interface Work<T, R> {
        R of(T one) throws InterruptedException;
    }

    private static <T, R> List<R> all(ExecutorService workers, List<T> all, Work<T, R> work)
            throws InterruptedException {
        var results = new ArrayList<R>();
        for (var done : workers.invokeAll(all.stream().<Callable<R>>map(one -> () -> work.of(one)).toList())) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            }
        }
        return results;
    }
}
