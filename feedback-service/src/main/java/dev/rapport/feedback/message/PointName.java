package dev.rapport.feedback.message;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The points a message may have; the last one only for learners who asked for two to try. */
public enum PointName {
    STRENGTH, GROWTH, SECOND;

    /** As it stands in requests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PointName> of(String word) {
        return Stream.of(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
