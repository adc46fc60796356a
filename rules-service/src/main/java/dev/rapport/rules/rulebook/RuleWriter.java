package dev.rapport.rules.rulebook;

import java.util.List;
import java.util.Locale;

import dev.rapport.events.Clarity;
import dev.rapport.events.Severity;
import dev.rapport.rules.vocabulary.English;

/** The sentence view of a rule. Reading what is written here gives the same rule. */
public final class RuleWriter {

    private RuleWriter() {
    }

    public static String write(Rule rule) {
        StringBuilder out = new StringBuilder();
        out.append("rule \"").append(rule.name()).append("\"\n");
        out.append("  code ").append(rule.code()).append('\n');
        out.append("  owner \"").append(rule.owner()).append("\"\n");
        if (rule.source() != null) {
            out.append("  source \"").append(rule.source()).append("\"\n");
        }
        if (rule.reviewBy() != null) {
            out.append("  review by ").append(rule.reviewBy()).append('\n');
        }
        if (rule.severity() != Severity.MODERATE) {
            out.append("  severity ").append(word(rule.severity())).append('\n');
        }
        return out.append(body(rule)).toString();
    }

    /** From "when" on. */
    static String body(Rule rule) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            String joiner = i == 0 ? "  when " : "   and ";
            if (condition instanceof Condition.Is is) {
                out.append(joiner).append(is.sentence()).append('\n');
            } else if (condition instanceof Condition.Not not) {
                out.append(i == 0 ? "  when unless " : "   unless ").append(not.of().sentence()).append('\n');
            } else if (condition instanceof Condition.AnyOf any) {
                group(out.append(joiner).append("any of\n"), any.of());
            } else if (condition instanceof Condition.NoneOf none) {
                group(out.append(joiner).append("none of\n"), none.of());
            }
        }
        return out.append("  then ").append(conclusion(rule.conclusion())).append('\n').toString();
    }

    private static void group(StringBuilder out, List<Condition.Is> parts) {
        parts.forEach(part -> out.append("     - ").append(part.sentence()).append('\n'));
    }

    private static String conclusion(Conclusion conclusion) {
        if (conclusion instanceof Conclusion.Observe observe) {
            return "observe \"" + observe.behaviour() + "\" as something to "
                    + observe.polarity().name().toLowerCase(Locale.ROOT) + ", " + word(observe.clarity());
        }
        Conclusion.TheTurnIs is = (Conclusion.TheTurnIs) conclusion;
        return "the turn is " + English.withArticle(is.kind()) + ", " + word(is.clarity());
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String word(Clarity clarity) {
        return switch (clarity) {
            case CLEAR -> "clearly";
            case LIKELY -> "likely";
            case UNSURE -> "unsure";
        };
    }
}
