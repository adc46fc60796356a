package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.rapport.local.HouseClient.Answer;

/** Brings talks to a house and waits for what it says about them. */
final class Coaching {

    private final HouseClient house;
    private final Path rules;
    private final Progress progress;

    Coaching(HouseClient house, Path rules, Progress progress) {
        this.house = house;
        this.rules = rules;
        this.progress = progress;
    }

    /** A talk the house has taken. */
    record Taken(String conversation, String learner, int turns) {
    }

    /** How often somebody speaks in a transcript. */
    record Speaker(String name, int turns) {
    }

    /** The transcript does not say by itself who the learner is. */
    static final class WhichLearner extends RuntimeException {

        private final transient List<Speaker> speakers;

        WhichLearner(String sentence, List<Speaker> speakers) {
            super(sentence);
            this.speakers = speakers;
        }

        List<Speaker> speakers() {
            return speakers;
        }
    }

    /**
     * @throws WhichLearner
     *         when the learner is not among the speakers, or none was named and there are several
     * @throws Failure
     *         when the house refuses the talk; says why
     */
    Taken take(Talk talk) {
        var rulebook = house.rulebook();
        rulebook.path("refused").path("errors").forEach(fault -> progress.line("rules: " + Answer.asLine(fault)
                + " (the last rules without a fault are in force)"));
        var conversation = talk.conversation(rulebook.path("version").asText(), messagesVersion());
        progress.waiting("reading " + talk.file().getFileName());
        var answer = house.upload(talk.file(), talk.parameters(conversation));
        if (answer.problem().equals("which-learner")) {
            throw new WhichLearner(answer.sentence(), speakers(answer.body()));
        }
        if (!answer.isGood()) {
            throw new Failure(Exit.REFUSED, talk.file() + ": " + answer.sentence());
        }
        warnings(answer.body());
        return new Taken(answer.body().path("conversation").asText(), answer.body().path("learner").asText(),
                answer.body().path("turns").asInt());
    }

    /** @throws Failure when there is none after {@code limit} */
    JsonNode awaitMessage(Taken talk, Duration limit) {
        var began = System.nanoTime();
        while (true) {
            var message = house.message(talk.conversation());
            if (message.isPresent()) {
                progress.erase();
                return message.get();
            }
            var waited = Duration.ofNanos(System.nanoTime() - began);
            if (waited.compareTo(limit) > 0) {
                throw new Failure(Exit.NO_MESSAGE,
                        "No message about " + talk.conversation() + " after " + limit.toSeconds()
                                + " s; ./rapport status says what is wrong, --wait gives it more time");
            }
            progress.waiting(talk.turns() + " turns read; waiting for the message, " + waited.toSeconds() + " s");
            pause();
        }
    }

    private void warnings(JsonNode body) {
        var warnings = body.path("warnings");
        int shown = 0;
        for (var warning : warnings) {
            if (shown++ == 5) {
                progress.line("  and " + (warnings.size() - 5) + " more");
                break;
            }
            var todo = warning.path("todo").asText();
            progress.line("  line " + warning.path("line").asInt() + ": " + warning.path("problem").asText()
                    + (todo.isEmpty() ? "" : "; " + todo));
        }
    }

    private static List<Speaker> speakers(JsonNode body) {
        return StreamSupport.stream(body.path("speakers").spliterator(), false)
                .map(each -> new Speaker(each.path("name").asText(), each.path("turns").asInt())).toList();
    }

    /** Another wording is another message too. */
    private String messagesVersion() {
        var messages = rules.resolve("messages");
        if (!Files.isDirectory(messages)) {
            return "";
        }
        var digest = Talk.sha256();
        try (Stream<Path> files = Files.walk(messages)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.NO_MESSAGE, "Interrupted", e);
        }
    }
}
