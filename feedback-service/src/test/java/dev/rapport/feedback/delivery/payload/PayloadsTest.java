package dev.rapport.feedback.delivery.payload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.rapport.feedback.message.CoachingMessage;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Payloads PAYLOADS = new Payloads(URI.create("https://rapport.example"));
    private static final UUID ID = UUID.fromString("4f0c3a58-5a35-3a2c-8d3b-0c2f5b1f6a11");
    private static final String ACTOR = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String LINK = "https://rapport.example/learners/mara-lind/messages/m-6f1c9e0b7a2d4c581f0e22aa";

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "email", "slack", "teams", "xapi"})
    void aMessageLooksAsItsGoldenFile(String kind) throws IOException {
        JsonNode made = JSON.readTree(written(kind, Coached.both()));

        try (InputStream golden = PayloadsTest.class.getResourceAsStream("/delivery/" + kind + ".json")) {
            assertThat(made).as("%s:%n%s", kind, made.toPrettyString()).isEqualTo(JSON.readTree(golden));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "email", "slack", "teams", "xapi"})
    void theSameMessageIsWrittenInTheSameWordsHoweverOften(String kind) {
        assertThat(written(kind, Coached.both())).isEqualTo(written(kind, Coached.both()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "email", "slack", "teams"})
    void whoeverReadsItFindsTheWayToThePage(String kind) {
        assertThat(written(kind, Coached.both())).contains(LINK);
    }

    static Stream<String> hostileWords() {
        return Stream.of("<!channel> <@U0> <https://evil.example|click>", "*b* _i_ ~s~ `c` > q & <b>",
                "[a](https://evil.example) **b** {{DATE(2026-03-02T10:00:00Z,SHORT)}}", "a\nb\r\nBcc: all@evil.example",
                "\u2028\u0000\u001b[31m", "x".repeat(5_000), "🙂".repeat(2_000),
                "\"}],\"blocks\":[{\"type\":\"image\"");
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void slackShowsWordsAsTheyAreWithinItsLimits(String words) throws IOException {
        JsonNode slack = JSON.readTree(PAYLOADS.slack(Coached.allOf(words)));

        assertThat(names(slack)).isEqualTo(Set.of("text", "blocks"));
        assertThat(slack.path("text").asText()).doesNotContain("<", ">").hasSizeLessThanOrEqualTo(3_000);
        assertThat(slack.path("blocks")).hasSizeBetween(1, 50);
        for (JsonNode block : slack.path("blocks")) {
            JsonNode text = block.path("text");
            switch (block.path("type").asText()) {
                case "header" -> assertThat(text.path("text").asText()).hasSizeBetween(1, 150);
                case "section" -> assertThat(text.path("text").asText()).hasSizeBetween(1, 3_000);
                default -> assertThat(block.path("type").asText()).isEqualTo("divider");
            }
            // mrkdwn is read for marks and mentions: it holds no word of a talk
            if (text.path("type").asText().equals("mrkdwn")) {
                assertThat(text.path("text").asText())
                        .isEqualTo("<" + LINK + "|How we know, and 60 seconds of practice>");
            } else if (!text.isMissingNode()) {
                assertThat(text.path("type").asText()).isEqualTo("plain_text");
                assertThat(text.path("emoji").asBoolean(true)).isFalse();
                assertThat(halves(text.path("text").asText())).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void aCardHoldsWordsOnlyWhereNothingIsReadIntoThem(String words) throws IOException {
        String written = PAYLOADS.teams(Coached.allOf(words));
        JsonNode message = JSON.readTree(written);

        assertThat(message.path("type").asText()).isEqualTo("message");
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode card = attachment.path("content");
        assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
        assertThat(card.path("version").asText()).isEqualTo("1.4");
        List<JsonNode> elements = new ArrayList<>();
        card.path("body").forEach(element -> {
            elements.add(element);
            element.path("items").forEach(elements::add);
        });
        assertThat(elements).allSatisfy(element -> assertThat(element.path("type").asText()).isIn("RichTextBlock",
                "Container"));
        assertThat(elements.stream().flatMap(each -> stream(each.path("inlines"))))
                .isNotEmpty().allSatisfy(run -> {
                    assertThat(run.path("type").asText()).isEqualTo("TextRun");
                    assertThat(run.path("text").asText()).isNotEmpty().doesNotContain("{{", "\n");
                });
        assertThat(card.path("actions")).hasSize(1);
        assertThat(card.at("/actions/0/url").asText()).isEqualTo(LINK);
        assertThat(written.getBytes(StandardCharsets.UTF_8).length).as("bytes Teams takes")
                .isLessThan(28 * 1024);
    }

    @Test
    void whoeverThinksAboutATalkFirstIsInvitedToWhereverItIsSent() throws IOException {
        CoachingMessage invited = Coached.allOf("So is it live now?").withoutPoints("First what you think.");

        JsonNode blocks = JSON.readTree(PAYLOADS.slack(invited)).path("blocks");
        assertThat(blocks).hasSize(3);
        assertThat(blocks.at("/0/text/text").asText()).isEqualTo("A look back at a talk");
        assertThat(blocks.at("/1/text/text").asText()).isEqualTo("First what you think.");
        assertThat(blocks.at("/2/text/text").asText()).isEqualTo("<" + LINK + "|Say what you think first>");
        JsonNode card = JSON.readTree(PAYLOADS.teams(invited)).at("/attachments/0/content");
        assertThat(card.at("/body/0/inlines/0/text").asText()).isEqualTo("A look back at a talk");
        assertThat(card.at("/body/1/inlines/0/text").asText()).isEqualTo("First what you think.");
        assertThat(card.path("body")).hasSize(2);
        assertThat(card.at("/actions/0/title").asText()).isEqualTo("Say what you think first");
        assertThat(JSON.readTree(PAYLOADS.email(invited)).at("/data/text").asText())
                .isEqualTo("First what you think.\n\nSay what you think first:\n" + LINK + "\n");
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void anEmailHasOneLineOfSubjectAndNoMarks(String words) throws IOException {
        JsonNode data = JSON.readTree(PAYLOADS.email(Coached.allOf(words))).path("data");

        assertThat(data.path("subject").asText()).hasSizeBetween(1, 120).doesNotContain("\n", "\r");
        assertThat(data.path("text").asText()).doesNotContain("\r", "\u0000", "\u001b", "\nBcc:").endsWith(LINK + "\n");
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void aStatementHoldsNoWordsAndNoNames(String words) throws IOException {
        JsonNode statement = JSON.readTree(written("xapi", Coached.saying(words)));

        assertThat(StatementRules.faultsOf(statement)).isEmpty();
        assertThat(statement).isEqualTo(JSON.readTree(written("xapi", Coached.both())));
        assertThat(statement.toString()).doesNotContain("mara-lind", "talk-1");
    }

    @Test
    void aMessageWithOnePointIsWrittenToo() throws IOException {
        CoachingMessage one = Coached.message(null, Coached.growth("Says.", "Is it?"));

        for (String kind : List.of("webhook", "email", "slack", "teams", "xapi")) {
            assertThat(written(kind, one)).as(kind).doesNotContain("Follow-up question", "B01");
        }
        assertThat(StatementRules.faultsOf(JSON.readTree(written("xapi", one)))).isEmpty();
        assertThat(JSON.readTree(written("email", one)).at("/data/subject").asText())
                .isEqualTo("Work on: closed questions in a row");
    }

    private static String written(String kind, CoachingMessage message) {
        return switch (kind) {
            case "webhook" -> PAYLOADS.webhook(message);
            case "email" -> PAYLOADS.email(message);
            case "slack" -> PAYLOADS.slack(message);
            case "teams" -> PAYLOADS.teams(message);
            default -> PAYLOADS.xapi(message, ID, ACTOR);
        };
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }

    /** Characters of which only a half is there. */
    private static long halves(String text) {
        return text.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF).count();
    }
}
