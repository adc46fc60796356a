package dev.rapport.rules.topology;

import java.io.IOException;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.rapport.rules.conversation.Standing;
import dev.rapport.rules.signals.Sentence;
import dev.rapport.rules.signals.Span;
import dev.rapport.rules.signals.Token;

/**
 * The state as JSON. Tokens and the like are arrays without field names, a third of the size: nearly all of a turn's record
 * are its tokens. Such a record may only ever grow at its end.
 */
final class StateJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addMixIn(Token.class, InOrder.class)
            .addMixIn(Sentence.class, InOrder.class)
            .addMixIn(Span.class, InOrder.class)
            .addMixIn(Standing.Passage.class, InOrder.class)
            .build();

    private StateJson() {
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private interface InOrder {
    }

    static <T> Serde<T> of(Class<T> type) {
        return Serdes.serdeFrom((topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : read(bytes, type));
    }

    private static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new SerializationException("state that is no JSON: " + impossible.getOriginalMessage(), impossible);
        }
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException broken) {
            // without the parser's words, which quote the transcript
            throw new SerializationException("the state holds something that is no " + type.getSimpleName());
        }
    }
}
