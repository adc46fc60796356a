package dev.rapport.rules.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the last few readings came to. Reading is pure, most of it is of examples and messages, and while somebody types in
 * one file all others stay as they are.
 *
 * @param <K> all that the reading depends on, by value
 */
final class LastRead<K, V> {

    private static final int MOST = 8;

    private final Map<K, V> known = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };

    V of(K key, Function<K, V> reading) {
        synchronized (known) {
            V there = known.get(key);
            if (there != null) {
                return there;
            }
        }
        V read = reading.apply(key);
        synchronized (known) {
            known.put(key, read);
        }
        return read;
    }
}
