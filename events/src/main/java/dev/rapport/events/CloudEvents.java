package dev.rapport.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event's attributes as headers of its Kafka record, after the CloudEvents 1.0 Kafka binding in binary mode. The value
 * of the record is the event as JSON.
 */
public final class CloudEvents {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    /** Extension attribute. */
    public static final String TENANT = "ce_tenant";
    public static final String CONTENT_TYPE = "content-type";

    /** On a record in a dead-letter topic: why it could not be processed, in words, without any of its content. */
    public static final String DEAD_LETTER_REASON = "rapport_reason";

    private CloudEvents() {
    }

    /**
     * @param source the service that speaks, e.g. {@code ingest-service}
     * @param time when it happened
     * @return header names and values, in a stable order
     */
    public static Map<String, byte[]> headers(Event event, String source, Instant time) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, utf8("1.0"));
        headers.put(ID, utf8(event.id()));
        headers.put(SOURCE, utf8("/rapport/" + source));
        headers.put(TYPE, utf8(EventType.of(event).type()));
        headers.put(TIME, utf8(time.toString()));
        headers.put(TENANT, utf8(event.tenant()));
        headers.put(CONTENT_TYPE, utf8("application/json"));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
