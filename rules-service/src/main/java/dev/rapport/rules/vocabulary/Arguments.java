package dev.rapport.rules.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What fills the slots of a condition. Two are equal when the same slots hold the same values. */
public final class Arguments {

    private final Map<String, Object> values;
    /** The same again: a rulebook asks for them some thousand times a turn, and of so few a look at each is the fastest. */
    private final String[] names;
    private final Object[] inOrder;

    Arguments(Map<String, Object> values) {
        this.values = new HashMap<>(values);
        this.names = this.values.keySet().toArray(String[]::new);
        this.inOrder = Arrays.stream(names).map(this.values::get).toArray();
    }

    /** Every slot reads and is given values of its own type only, see {@link Form}. */
    @SuppressWarnings("unchecked")
    <T> T get(Slot<T> slot) {
        String name = slot.name();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return (T) inOrder[i];
            }
        }
        return null;
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
