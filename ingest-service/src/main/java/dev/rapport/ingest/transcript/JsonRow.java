package dev.rapport.ingest.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scalars of one JSON object; nested objects and arrays are rows of their own. */
final class JsonRow {

    private static final int MOST_FIELDS = 200;

    private record Scalar(String text, boolean number) {
    }

    private final String path;
    private final int line;
    private final Map<String, Scalar> scalars = new LinkedHashMap<>();

    JsonRow(String path, int line) {
        this.path = path;
        this.line = line;
    }

    String path() {
        return path;
    }

    /** Where the object begins, from 1. */
    int line() {
        return line;
    }

    Set<String> names() {
        return scalars.keySet();
    }

    void put(String name, String text, boolean number) {
        if (scalars.size() < MOST_FIELDS) {
            scalars.put(name, new Scalar(text, number));
        }
    }

    boolean has(String name) {
        return scalars.containsKey(name);
    }

    /** The first of {@code names} that is there, as it is written; null if none is. */
    String text(String... names) {
        for (String name : names) {
            Scalar scalar = scalars.get(name);
            if (scalar != null) {
                return scalar.text();
            }
        }
        return null;
    }

    /**
     * A speaker as the file has it. A bare number or letter of a diarisation becomes "Speaker 0" or "Speaker A": it is
     * the same label, but it can be told from other words where people read it.
     */
    String speaker(String... names) {
        return labelled("Speaker ", text(names));
    }

    static String labelled(String kind, String label) {
        if (label == null) {
            return null;
        }
        String bare = label.strip();
        boolean number = !bare.isEmpty() && bare.length() <= 4 && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean letter = bare.length() == 1 && bare.charAt(0) >= 'A' && bare.charAt(0) <= 'Z';
        return number || letter ? kind + bare : bare;
    }

    /** A time in seconds, or written as a clock does. */
    Long seconds(String... names) {
        String text = text(names);
        return text == null ? null : Clock.secondsOrClock(text);
    }

    Long millis(String... names) {
        String text = text(names);
        return text == null ? null : Clock.plainMillis(text);
    }

    /** 0 to 1; null if there is none. */
    Double confidence(String... names) {
        String text = text(names);
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= 1 ? (Double) value : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** A whole number of at least 1 that fits an int; 0 if there is none. */
    int positive(String name) {
        Scalar scalar = scalars.get(name);
        if (scalar == null || !scalar.number() || scalar.text().length() > 10) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(scalar.text()));
        } catch (NumberFormatException noWholeNumber) {
            return 0;
        }
    }
}
