package dev.rapport.events;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code asyncapi.yaml} against the records, so that the document cannot drift from what is sent. */
class AsyncApiTest {

    private static final Map<Class<?>, String> PLAIN = Map.of(String.class, "string", int.class, "integer",
            Integer.class, "integer", Long.class, "integer", Double.class, "number", boolean.class, "boolean",
            Instant.class, "date-time");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream yaml = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        }
    }

    @Test
    void everyTopicIsAChannel() throws IllegalAccessException {
        Set<String> topics = new TreeSet<>();
        for (Field field : Topics.class.getFields()) {
            if (!field.getName().equals("DEAD_LETTER_SUFFIX")) {
                topics.add((String) field.get(null));
            }
        }
        Set<String> addresses = new TreeSet<>();
        document.path("channels").forEach(channel -> addresses.add(channel.path("address").asText()));

        assertThat(addresses).isEqualTo(topics);
    }

    @Test
    void everyEventIsAMessageWithItsType() {
        for (EventType type : EventType.values()) {
            JsonNode message = document.at("/components/messages/" + type.record().getSimpleName());
            assertThat(message.path("name").asText()).isEqualTo(type.type());
            assertThat(message.at("/payload/$ref").asText())
                    .isEqualTo("#/components/schemas/" + type.record().getSimpleName());
        }
        assertThat(document.at("/components/messages").size()).isEqualTo(EventType.values().length);
    }

    @Test
    void everyRecordIsASchemaWithItsFields() {
        for (EventType type : EventType.values()) {
            assertSchemaOf(type.record());
        }
        for (Class<?> part : List.of(Participant.class, Consent.class, Evidence.class, ShadowRulebook.class)) {
            assertSchemaOf(part);
        }
    }

    private static void assertSchemaOf(Class<?> record) {
        JsonNode schema = document.at("/components/schemas/" + record.getSimpleName());
        assertThat(schema.isMissingNode()).as("schema of " + record.getSimpleName()).isFalse();
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        Set<String> fields = new TreeSet<>();
        for (RecordComponent field : record.getRecordComponents()) {
            fields.add(field.getName());
            assertThat(shapeOf(schema.at("/properties/" + field.getName())))
                    .as(record.getSimpleName() + "." + field.getName()).isEqualTo(shapeOf(field.getGenericType()));
        }
        assertThat(described).as("fields of " + record.getSimpleName()).isEqualTo(fields);
    }

    /** A schema in the words that {@link #shapeOf(Type)} uses for a field. */
    private static String shapeOf(JsonNode schema) {
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").asText();
            return ref.substring(ref.lastIndexOf('/') + 1);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "array of " + shapeOf(schema.path("items"));
            case "object" -> "map of " + shapeOf(schema.path("additionalProperties"));
            case "string" -> schema.has("enum")
                    ? "enum " + schema.get("enum")
                    : schema.path("format").asText().equals("date-time") ? "date-time" : "string";
            default -> schema.path("type").asText();
        };
    }

    private static String shapeOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? "map of " + shapeOf(of[1]) : "array of " + shapeOf(of[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "enum " + Arrays.stream(plain.getEnumConstants()).map(c -> "\"" + c + "\"").toList().toString()
                    .replace(", ", ",");
        }
        return plain.isRecord() ? plain.getSimpleName() : PLAIN.get(plain);
    }
}
