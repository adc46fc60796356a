package dev.rapport.feedback.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two points a message may have. */
public enum PointName {
    STRENGTH, GROWTH;

    /** As it stands in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PointName> of(String word) {
        return Stream.of(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
