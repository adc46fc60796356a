package dev.rapport.local.sample;

import java.util.Arrays;
import java.util.Optional;

/** Something an invented learner does too often, and the rule that should see it. */
public enum Habit {

    CLOSED_QUESTIONS("B20", "closed questions in a row"), OWN_STORIES("B21", "own story for theirs"), PASSING_OVER(
            "B26", "a feeling passed over"), ADVICE("B27", "advice nobody asked for"), CUTTING_IN("B28",
                    "cutting in"), WARM_PHRASE("B29", "one warm phrase again and again");

    private final String rule;
    private final String words;

    Habit(String rule, String words) {
        this.rule = rule;
        this.words = words;
    }

    public String rule() {
        return rule;
    }

    public String words() {
        return words;
    }

    public static Optional<Habit> seenBy(String rule) {
        return Arrays.stream(values()).filter(habit -> habit.rule.equals(rule)).findFirst();
    }
}
