package dev.rapport.feedback.delivery.payload;

import java.net.URI;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.rapport.coaching.composition.Point;
import dev.rapport.feedback.message.CoachingMessage;

/** That somebody was coached, as a learning record: which behaviours, when; no words and no names. */
final class Statement {

    private static final String PROFILE = "https://rapport.dev/xapi";

    private Statement() {
    }

    static ObjectNode of(CoachingMessage message, UUID id, String actor, URI pages) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("id", id.toString());
        all.putObject("actor").put("objectType", "Agent").putObject("account").put("homePage", pages + "/")
                .put("name", actor);
        all.putObject("verb").put("id", PROFILE + "/verbs/was-coached").putObject("display").put("en", "was coached");
        ObjectNode activity = all.putObject("object").put("objectType", "Activity").put("id",
                pages + "/messages/" + message.id());
        ObjectNode definition = activity.putObject("definition").put("type",
                PROFILE + "/activity-types/coaching-message");
        definition.putObject("name").put("en", "Coaching message");
        definition.putObject("description").put("en", "What was said to a learner about one of their talks");
        ObjectNode context = all.putObject("context");
        context.put("platform", "Rapport").put("language", "en");
        ObjectNode around = context.putObject("contextActivities");
        around.putArray("category").addObject().put("objectType", "Activity").put("id", PROFILE)
                .putObject("definition").put("type", "http://adlnet.gov/expapi/activities/profile");
        var behaviours = around.putArray("other");
        message.points().forEach(point -> {
            ObjectNode behaviour = behaviours.addObject().put("objectType", "Activity").put("id", iri(point));
            behaviour.putObject("definition").put("type", PROFILE + "/activity-types/behaviour").putObject("name")
                    .put("en", point.behaviour());
        });
        ObjectNode extensions = context.putObject("extensions");
        if (message.strength() != null) {
            extensions.put(PROFILE + "/extensions/strength", message.strength().rule());
        }
        if (message.growth() != null) {
            extensions.put(PROFILE + "/extensions/growth", message.growth().rule());
        }
        if (message.second() != null) {
            extensions.put(PROFILE + "/extensions/second", message.second().rule());
        }
        all.put("timestamp", message.composedAt().toString());
        return all;
    }

    private static String iri(Point point) {
        return PROFILE + "/behaviours/" + point.rule();
    }
}
