package dev.rapport.feedback.delivery.payload;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.rapport.coaching.composition.Point;
import dev.rapport.feedback.message.CoachingMessage;

/**
 * Bodies of requests. The same message makes the same body however often it is sent.
 *
 * @param pages where learners read their pages, without a slash at the end
 */
public record Payloads(URI pages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int SLACK_HEADER = 150;
    private static final int SLACK_SECTION = 3_000;
    private static final int LONGEST_SUBJECT = 120;

    /** Whole, for a system that shows it to its learner; {@code type} is {@code coaching.message.composed}. */
    public String webhook(CoachingMessage message) {
        ObjectNode data = about(message);
        data.put("opening", message.opening());
        data.set("strength", point(message.strength()));
        data.set("growth", point(message.growth()));
        if (message.second() != null) {
            data.set("second", point(message.second()));
        }
        return write(event("coaching.message.composed", message, data));
    }

    /** Subject and text, for a system that sends e-mail; {@code type} is {@code coaching.email.ready}. */
    public String email(CoachingMessage message) {
        Letter letter = Letter.of(message, pages);
        StringBuilder text = new StringBuilder();
        letter.opening().forEach(line -> text.append(line).append("\n"));
        for (Letter.Part part : letter.parts()) {
            text.append("\n").append(part.heading()).append("\n");
            if (part.quote() != null) {
                text.append("  You said: ").append(Letter.quoted(part.quote())).append("\n");
            }
            part.lines().forEach(line -> text.append("  ").append(line).append("\n"));
        }
        text.append("\n").append(letter.linkText()).append(":\n").append(letter.link()).append("\n");
        ObjectNode data = about(message);
        data.put("subject", Letter.cut(letter.title(), LONGEST_SUBJECT));
        data.put("text", text.toString());
        return write(event("coaching.email.ready", message, data));
    }

    /** Block Kit. Words of a talk stand in plain text, where Slack reads neither marks nor mentions. */
    public String slack(CoachingMessage message) {
        Letter letter = Letter.of(message, pages);
        ArrayNode blocks = NODES.arrayNode();
        blocks.addObject().put("type", "header").set("text", plain(letter.title(), SLACK_HEADER));
        letter.invitation().forEach(line -> blocks.addObject().put("type", "section").set("text",
                plain(line, SLACK_SECTION)));
        for (Letter.Part part : letter.parts()) {
            blocks.addObject().put("type", "divider");
            StringBuilder said = new StringBuilder(part.heading());
            if (part.quote() != null) {
                said.append("\n").append(Letter.quoted(part.quote()));
            }
            part.lines().forEach(line -> said.append("\n").append(line));
            blocks.addObject().put("type", "section").set("text", plain(said.toString(), SLACK_SECTION));
        }
        ObjectNode link = NODES.objectNode().put("type", "mrkdwn").put("text",
                "<" + slackEscaped(letter.link().toString()) + "|" + slackEscaped(letter.linkText()) + ">");
        blocks.addObject().put("type", "section").set("text", link);
        ObjectNode all = NODES.objectNode();
        // what a notification shows; read as mrkdwn
        all.put("text", slackEscaped(Letter.cut(letter.title(), SLACK_HEADER)));
        all.set("blocks", blocks);
        return write(all);
    }

    private static ObjectNode plain(String text, int most) {
        return NODES.objectNode().put("type", "plain_text").put("text", Letter.cut(text, most)).put("emoji", false);
    }

    private static String slackEscaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** An Adaptive Card in the envelope of Teams. Words of a talk stand in text runs, which know no Markdown. */
    public String teams(CoachingMessage message) {
        Letter letter = Letter.of(message, pages);
        ArrayNode body = NODES.arrayNode();
        body.add(textBlock(letter.title(), "Large"));
        letter.invitation().forEach(line -> body.add(textBlock(line, "Default")));
        for (Letter.Part part : letter.parts()) {
            ArrayNode container = body.addObject().put("type", "Container").put("separator", true).putArray("items");
            container.add(textBlock(part.heading(), "Medium"));
            if (part.quote() != null) {
                container.add(textBlock(Letter.quoted(part.quote()), "Default"));
            }
            part.lines().forEach(line -> container.add(textBlock(line, "Default")));
        }
        ObjectNode card = NODES.objectNode();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json").put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.set("body", body);
        card.putArray("actions").addObject().put("type", "Action.OpenUrl").put("title", letter.linkText()).put("url",
                letter.link().toString());
        ObjectNode all = NODES.objectNode();
        all.put("type", "message");
        ObjectNode attachment = all.putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.set("content", card);
        return write(all);
    }

    private static ObjectNode textBlock(String text, String size) {
        ObjectNode run = NODES.objectNode();
        // {{DATE(...)}} would be worked out by the card's host
        run.put("type", "TextRun").put("text", text.replace("{{", "{\u200b{")).put("size", size);
        if (!size.equals("Default")) {
            run.put("weight", "Bolder");
        }
        ObjectNode block = NODES.objectNode();
        block.put("type", "RichTextBlock").putArray("inlines").add(run);
        return block;
    }

    /**
     * An xAPI 1.0.3 statement; see {@code docs/xapi.md} for the profile.
     *
     * @param id of the statement
     * @param actor another name for the learner, which says nothing to a reader
     */
    public String xapi(CoachingMessage message, UUID id, String actor) {
        return write(Statement.of(message, id, actor, pages));
    }

    private ObjectNode about(CoachingMessage message) {
        ObjectNode data = NODES.objectNode();
        data.put("message", message.id()).put("tenant", message.tenant()).put("learner", message.learner())
                .put("conversation", message.conversation())
                .put("link", Letter.of(message, pages).link().toString());
        return data;
    }

    private static ObjectNode event(String type, CoachingMessage message, ObjectNode data) {
        ObjectNode all = NODES.objectNode();
        all.put("type", type).put("timestamp", message.composedAt().toString());
        all.set("data", data);
        return all;
    }

    private static JsonNode point(Point point) {
        if (point == null) {
            return NODES.nullNode();
        }
        ObjectNode said = NODES.objectNode();
        said.put("rule", point.rule()).put("behaviour", point.behaviour())
                .put("quote", point.quote() == null ? null : point.quote().text()).put("says", point.says())
                .put("why", point.why()).put("source", point.source())
                .put("say", point.rewrite() == null ? null : point.rewrite().say()).put("ifThen", point.ifThen());
        List.copyOf(said.properties()).stream().filter(each -> each.getValue().isNull())
                .forEach(each -> said.remove(each.getKey()));
        return said;
    }

    private static String write(JsonNode all) {
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a payload that is no JSON", impossible);
        }
    }
}
