package dev.rapport.ingest.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What lies where in a JSON text: the paths of its objects, with {@code *} for any place in an array, and the scalar
 * fields seen in them.
 */
final class JsonShape {

    static final JsonShape NONE = new JsonShape();

    private static final int MOST_PATHS = 500;
    private static final int MOST_FIELDS = 200;

    private final Map<String, Set<String>> fields = new HashMap<>();

    static JsonShape of(String text) {
        JsonShape shape = new JsonShape();
        JsonWalk.walk(text, new JsonWalk.Reader() {
            @Override
            public boolean wants(String path) {
                return shape.fields.containsKey(path) || shape.fields.size() < MOST_PATHS;
            }

            @Override
            public void row(JsonRow row) {
                Set<String> known = shape.fields.computeIfAbsent(row.path(), path -> new HashSet<>());
                for (String field : row.names()) {
                    if (known.size() < MOST_FIELDS) {
                        known.add(field);
                    }
                }
            }
        });
        return shape;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String path) {
        return fields.containsKey(path);
    }

    /** Whether some object at {@code path} has one of {@code names} as a scalar. */
    boolean has(String path, String... names) {
        Set<String> known = fields.getOrDefault(path, Set.of());
        for (String name : names) {
            if (known.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
