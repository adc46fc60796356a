package dev.rapport.feedback.delivery.payload;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of xAPI 1.0.3, part two, for the statements that Rapport makes: what is required, of which form, and nothing
 * besides. Stricter than most stores.
 */
public final class StatementRules {

    private static final Set<String> AGENT = Set.of("objectType", "account", "name");
    private static final Set<String> STATEMENT = Set.of("id", "actor", "verb", "object", "context", "timestamp",
            "result", "version");

    private final List<String> faults = new ArrayList<>();

    private StatementRules() {
    }

    public static List<String> faultsOf(JsonNode statement) {
        StatementRules rules = new StatementRules();
        rules.statement(statement);
        return rules.faults;
    }

    private void statement(JsonNode s) {
        noNulls("", s);
        only("statement", s, STATEMENT);
        needs("statement", s, "id", "actor", "verb", "object");
        if (!s.path("id").asText()
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")) {
            says("id", "no UUID of RFC 4122");
        }
        agent(s.path("actor"));
        only("verb", s.path("verb"), Set.of("id", "display"));
        iri("verb.id", s.path("verb").path("id"));
        languages("verb.display", s.path("verb").path("display"));
        activity("object", s.path("object"));
        context(s.path("context"));
        try {
            OffsetDateTime.parse(s.path("timestamp").asText());
        } catch (DateTimeParseException none) {
            says("timestamp", "no ISO 8601 time with its zone");
        }
    }

    private void agent(JsonNode actor) {
        only("actor", actor, AGENT);
        if (!actor.path("objectType").asText("Agent").equals("Agent")) {
            says("actor.objectType", "not Agent");
        }
        JsonNode account = actor.path("account");
        only("actor.account", account, Set.of("homePage", "name"));
        needs("actor.account", account, "homePage", "name");
        iri("actor.account.homePage", account.path("homePage"));
    }

    private void activity(String where, JsonNode activity) {
        only(where, activity, Set.of("objectType", "id", "definition"));
        needs(where, activity, "id");
        if (!activity.path("objectType").asText("Activity").equals("Activity")) {
            says(where + ".objectType", "not Activity");
        }
        iri(where + ".id", activity.path("id"));
        JsonNode definition = activity.path("definition");
        only(where + ".definition", definition, Set.of("name", "description", "type", "moreInfo", "extensions"));
        languages(where + ".definition.name", definition.path("name"));
        languages(where + ".definition.description", definition.path("description"));
        if (definition.has("type")) {
            iri(where + ".definition.type", definition.path("type"));
        }
    }

    private void context(JsonNode context) {
        only("context", context, Set.of("registration", "contextActivities", "platform", "language", "extensions"));
        if (context.has("language") && !context.path("language").asText().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")) {
            says("context.language", "no language tag");
        }
        JsonNode around = context.path("contextActivities");
        only("context.contextActivities", around, Set.of("parent", "grouping", "category", "other"));
        for (Map.Entry<String, JsonNode> each : around.properties()) {
            if (!each.getValue().isArray() || each.getValue().isEmpty()) {
                says("context.contextActivities." + each.getKey(), "no list of activities");
            }
            each.getValue().forEach(activity -> activity(each.getKey(), activity));
        }
        for (Map.Entry<String, JsonNode> each : context.path("extensions").properties()) {
            if (!isIri(each.getKey())) {
                says("context.extensions", "a key that is no IRI");
            }
        }
    }

    private void languages(String where, JsonNode map) {
        for (Map.Entry<String, JsonNode> each : map.properties()) {
            if (!each.getKey().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*") || !each.getValue().isTextual()) {
                says(where, "no language map");
            }
        }
    }

    private void noNulls(String where, JsonNode node) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (each.getValue().isNull()) {
                says(where + each.getKey(), "null");
            }
            noNulls(where + each.getKey() + ".", each.getValue());
        }
        if (node.isArray()) {
            node.forEach(each -> noNulls(where, each));
        }
    }

    private void iri(String where, JsonNode value) {
        if (!value.isTextual() || !isIri(value.asText())) {
            says(where, "no IRI");
        }
    }

    private static boolean isIri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void only(String where, JsonNode node, Set<String> known) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            if (!known.contains(each.getKey())) {
                says(where + "." + each.getKey(), "unknown");
            }
        }
    }

    private void needs(String where, JsonNode node, String... names) {
        for (String name : names) {
            if (!node.has(name)) {
                says(where + "." + name, "missing");
            }
        }
    }

    private void says(String where, String what) {
        faults.add(where + ": " + what);
    }
}
