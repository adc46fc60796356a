package dev.rapport.rules.tryout;

import java.util.stream.Collectors;

import dev.rapport.rules.evaluation.TryOut;
import dev.rapport.rules.rulebook.Condition;

/** Words for what was tried out. */
public final class Told {

    private Told() {
    }

    /** A condition on one line, as a person would say it. */
    public static String sentence(TryOut.Asked asked) {
        String parts = asked.parts().stream().map(TryOut.Part::sentence).collect(Collectors.joining("; or "));
        if (asked.condition() instanceof Condition.Not) {
            return "unless " + parts;
        }
        if (asked.condition() instanceof Condition.AnyOf) {
            return "any of: " + parts;
        }
        return asked.condition() instanceof Condition.NoneOf ? "none of: " + parts : parts;
    }

    /** What is so, with what the rule asks for where that is not said already. */
    public static String fact(TryOut.Part part) {
        return part.asked() == null ? part.fact() : part.fact() + "; the rule asks for " + part.asked();
    }
}
