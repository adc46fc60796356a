package dev.rapport.events;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Events as JSON: nulls left out, unknown fields ignored, times in ISO 8601. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // the same event is the same bytes, in whichever process
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private EventJson() {
    }

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event that is no JSON", impossible);
        }
    }

    /**
     * @throws UnreadableEvent if {@code json} is not that event
     */
    public static <E extends Event> E read(byte[] json, Class<E> event) throws UnreadableEvent {
        try {
            E read = MAPPER.readValue(json, event);
            if (read == null) {
                throw new UnreadableEvent("an empty value instead of a " + event.getSimpleName());
            }
            return read;
        } catch (IOException unreadable) {
            // the parser's own message quotes the content, which may be somebody's words
            throw new UnreadableEvent("not the JSON of a " + event.getSimpleName());
        }
    }

    /** A record value that is not the event its headers say it is. The message never holds its content. */
    public static final class UnreadableEvent extends Exception {
        UnreadableEvent(String message) {
            super(message);
        }
    }
}
