package dev.rapport.rules.vocabulary;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What fills the slots of a condition. Two are equal when the same slots hold the same values. */
public final class Arguments {

    private final Map<String, Object> values;

    Arguments(Map<String, Object> values) {
        this.values = new HashMap<>(values);
    }

    /** Every slot reads and is given values of its own type only, see {@link Form}. */
    @SuppressWarnings("unchecked")
    <T> T get(Slot<T> slot) {
        return (T) values.get(slot.name());
    }

    boolean has(Slot<?> slot) {
        return values.containsKey(slot.name());
    }

    /** Slot names with their values, sorted by name. */
    public Map<String, Object> values() {
        return new TreeMap<>(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
