package dev.rapport.rules.rulebook.drl;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.form.RuleForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConclusionForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConditionForm;
import dev.rapport.rules.rulebook.form.RuleForm.PartForm;
import dev.rapport.rules.vocabulary.VocabularyGuide;

/**
 * Writes rules as DRL. A rule's attributes are metadata, a condition is a pattern of a fact type named after it whose
 * fields are the gaps of its sentence, its consequence is one call of {@code observe} or {@code turnIs} with texts.
 */
public final class DrlWriter {

    private DrlWriter() {
    }

    public static String write(Collection<Rule> rules) {
        StringBuilder out = new StringBuilder("package dev.rapport.rulebook\n");
        rules.forEach(rule -> write(RuleForm.of(rule), out));
        return out.toString();
    }

    private static void write(RuleForm form, StringBuilder out) {
        out.append("\nrule ").append(quoted(form.code())).append('\n');
        out.append("  @name(").append(quoted(form.name())).append(")\n");
        out.append("  @owner(").append(quoted(form.owner())).append(")\n");
        if (form.source() != null) {
            out.append("  @source(").append(quoted(form.source())).append(")\n");
        }
        if (form.reviewBy() != null) {
            out.append("  @reviewBy(").append(quoted(form.reviewBy())).append(")\n");
        }
        if (!form.severity().equals("moderate")) {
            out.append("  @severity(").append(quoted(form.severity())).append(")\n");
        }
        out.append("when\n");
        for (ConditionForm condition : form.conditions()) {
            switch (condition.joiner()) {
                case "is" -> out.append("  ").append(pattern(condition.parts().get(0))).append('\n');
                case "unless" -> out.append("  not ").append(pattern(condition.parts().get(0))).append('\n');
                default -> {
                    boolean any = condition.joiner().equals("any of");
                    out.append(any ? "  (" : "  not (");
                    for (int i = 0; i < condition.parts().size(); i++) {
                        out.append(i == 0 ? "" : any ? "\n    or " : "\n    or ")
                                .append(pattern(condition.parts().get(i)));
                    }
                    out.append(")\n");
                }
            }
        }
        out.append("then\n  ").append(conclusion(form.conclusion())).append("\nend\n");
    }

    private static String conclusion(ConclusionForm says) {
        return says.says().equals("observe")
                ? "observe(" + quoted(says.behaviour()) + ", " + quoted(says.polarity()) + ", " + quoted(says.clarity())
                        + ");"
                : "turnIs(" + quoted(says.kind()) + ", " + quoted(says.clarity()) + ");";
    }

    private static String pattern(PartForm part) {
        StringBuilder out = new StringBuilder(typeOf(part.condition())).append('(');
        boolean first = true;
        for (Map.Entry<String, Object> value : part.values().entrySet()) {
            out.append(first ? "" : ", ").append(value.getKey()).append(" == ").append(value(value.getValue()));
            first = false;
        }
        return out.append(')').toString();
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(each -> quoted(each.toString())).toList()) + "]";
        }
        return value instanceof Integer number ? number.toString() : quoted(value.toString());
    }

    /** "kinds in a row" becomes {@code KindsInARow}. */
    static String typeOf(String condition) {
        StringBuilder type = new StringBuilder();
        for (String word : condition.split("[^A-Za-z0-9]+")) {
            type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return type.toString();
    }

    /** The name of the condition that a fact type stands for; null if there is none. */
    static String conditionOf(String type) {
        return VocabularyGuide.entries().stream().map(VocabularyGuide.Entry::name)
                .filter(name -> typeOf(name).equals(type)).findFirst().orElse(null);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
