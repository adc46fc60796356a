package dev.rapport.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The golden files are what other systems already store and send: a change that needs one edited breaks them. */
class GoldenJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Event> examples() {
        return Examples.all().stream();
    }

    @Test
    void everyKindOfEventHasAnExample() {
        Set<Class<?>> shown = examples().map(Object::getClass).collect(Collectors.toSet());

        assertThat(shown).isEqualTo(Set.of(Event.class.getPermittedSubclasses()))
                .isEqualTo(Arrays.stream(EventType.values()).map(EventType::record).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anEventIsWrittenAsItsGoldenFile(Event event) throws IOException {
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsGoldenFileIsReadAsTheEvent(Event event) throws Exception {
        assertThat(EventJson.read(JSON.writeValueAsBytes(golden(event)), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFieldOfALaterVersionIsIgnored(Event event) throws Exception {
        ObjectNode later = (ObjectNode) golden(event);
        later.put("addedLater", 1);

        assertThat(EventJson.read(JSON.writeValueAsBytes(later), event.getClass())).isEqualTo(event);
    }

    @Test
    void anUnreadableValueIsRefusedWithoutItsWords() {
        byte[] words = "{\"text\": my secret".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventJson.read(words, TurnSpoken.class)).hasMessage("not the JSON of a TurnSpoken")
                .hasNoCause();
    }

    private static JsonNode golden(Event event) throws IOException {
        String file = "/golden/" + Examples.name(event) + ".json";
        try (InputStream golden = GoldenJsonTest.class.getResourceAsStream(file)) {
            assertThat(golden).as(file).isNotNull();
            return JSON.readTree(golden);
        }
    }
}
