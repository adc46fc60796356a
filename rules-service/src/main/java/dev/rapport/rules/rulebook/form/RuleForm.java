package dev.rapport.rules.rulebook.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.rapport.events.Clarity;
import dev.rapport.events.Polarity;
import dev.rapport.events.Severity;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleSyntax;
import dev.rapport.rules.rulebook.RuleSyntax.PartFault;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.Predicate;
import dev.rapport.rules.vocabulary.Reading.NotUnderstood;
import dev.rapport.rules.vocabulary.Reading.Understood;
import dev.rapport.rules.vocabulary.VocabularyGuide;
import dev.rapport.rules.vocabulary.VocabularyGuide.Filled;

/**
 * A rule as a form shows it and sends it back. May hold anything; {@link #read} says what is wrong, field by field.
 *
 * @param source null or blank if not said
 * @param reviewBy as year-month-day; null or blank if not said
 * @param severity {@code minor}, {@code moderate} or {@code major}; null for moderate
 */
public record RuleForm(String name, String code, String owner, String source, String reviewBy, String severity,
        List<ConditionForm> conditions, ConclusionForm conclusion) {

    /**
     * A condition or a group of them.
     *
     * @param joiner {@code is}, {@code unless}, {@code any of} or {@code none of}
     * @param parts one for {@code is} and {@code unless}
     */
    public record ConditionForm(String joiner, List<PartForm> parts) {
    }

    /**
     * One sentence of the vocabulary, by its name and the values of its gaps or, where no name is given, as a sentence.
     *
     * @param condition name of the condition, see {@link VocabularyGuide#entries}
     * @param values by the name of the gap
     * @param sentence the whole of it in words; only read where no name is given
     */
    public record PartForm(String condition, Map<String, Object> values, String sentence) {
    }

    /**
     * What the rule says.
     *
     * @param says {@code observe} for a behaviour, {@code kind} for a kind of turn
     * @param behaviour null for a kind of turn
     * @param polarity {@code keep}, {@code grow} or {@code know}; null for a kind of turn
     * @param kind null for a behaviour
     * @param clarity {@code clearly}, {@code likely} or {@code unsure}; null for clearly
     */
    public record ConclusionForm(String says, String behaviour, String polarity, String kind, String clarity) {
    }

    /** What came of reading a form. */
    public sealed interface Outcome {

        record Read(Rule rule) implements Outcome {
        }

        /** @param faults at least one */
        record Refused(List<FormFault> faults) implements Outcome {
        }
    }

    private static final List<String> CLARITIES = List.of("clearly", "likely", "unsure");

    /** The form of a rule. Reading it gives the same rule. */
    public static RuleForm of(Rule rule) {
        return new RuleForm(rule.name(), rule.code(), rule.owner(), rule.source(),
                rule.reviewBy() == null ? null : rule.reviewBy().toString(), word(rule.severity()),
                rule.conditions().stream().map(RuleForm::of).toList(), of(rule.conclusion()));
    }

    private static ConditionForm of(Condition condition) {
        return new ConditionForm(joiner(condition), condition.parts().stream().map(RuleForm::of).toList());
    }

    /** {@code is}, {@code unless}, {@code any of} or {@code none of}. */
    public static String joiner(Condition condition) {
        if (condition instanceof Condition.AnyOf) {
            return "any of";
        } else if (condition instanceof Condition.NoneOf) {
            return "none of";
        }
        return condition instanceof Condition.Not ? "unless" : "is";
    }

    private static PartForm of(Condition.Is is) {
        return new PartForm(is.predicate().name(), VocabularyGuide.values(is.predicate(), is.arguments()),
                is.sentence());
    }

    private static ConclusionForm of(Conclusion conclusion) {
        String clarity = CLARITIES.get(List.of(Clarity.CLEAR, Clarity.LIKELY, Clarity.UNSURE)
                .indexOf(conclusion.clarity()));
        if (conclusion instanceof Conclusion.Observe observe) {
            return new ConclusionForm("observe", observe.behaviour(), word(observe.polarity()), null, clarity);
        }
        return new ConclusionForm("kind", null, null, ((Conclusion.TheTurnIs) conclusion).kind(), clarity);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the form. Never throws, whatever stands in it. */
    public Outcome read(Lexicon lexicon) {
        return new Reader(lexicon).read(this);
    }

    private static final class Reader {

        private final Lexicon lexicon;
        private final List<FormFault> faults = new ArrayList<>();

        Reader(Lexicon lexicon) {
            this.lexicon = lexicon;
        }

        Outcome read(RuleForm form) {
            String name = quoted("name", form.name());
            String code = form.code() == null ? "" : form.code().strip();
            check("code", RuleSyntax.code(code));
            String owner = quoted("owner", form.owner());
            String source = empty(form.source()) ? null : quoted("source", form.source());
            LocalDate reviewBy = empty(form.reviewBy()) ? null : date(form.reviewBy().strip());
            Severity severity = empty(form.severity())
                    ? Severity.MODERATE
                    : oneOf("severity", form.severity(), Severity.values());
            List<Condition> conditions = conditions(form.conditions());
            Conclusion conclusion = form.conclusion() == null
                    ? fault("conclusion", "the rule says nothing", "a behaviour or a kind of turn", null)
                    : conclusion(form.conclusion());
            if (!faults.isEmpty()) {
                return new Outcome.Refused(List.copyOf(faults));
            }
            Rule rule = new Rule(name, code, owner, source, reviewBy, severity, conditions, conclusion);
            if (!RuleSyntax.canBeWritten(rule, lexicon)) {
                return new Outcome.Refused(List.of(new FormFault("", "this cannot be said in a sentence",
                        "plain words in every field", null)));
            }
            return new Outcome.Read(rule);
        }

        private List<Condition> conditions(List<ConditionForm> forms) {
            List<Condition> conditions = new ArrayList<>();
            if (forms == null || forms.isEmpty()) {
                return fault("conditions", "the rule has no conditions", "at least one", conditions);
            }
            int parts = 0;
            for (ConditionForm form : forms) {
                parts += form == null || form.parts() == null ? 1 : Math.max(1, form.parts().size());
            }
            if (parts > RuleSyntax.MOST_CONDITIONS) {
                return fault("conditions", "the rule has " + parts + " conditions",
                        "at most " + RuleSyntax.MOST_CONDITIONS, conditions);
            }
            for (int i = 0; i < forms.size(); i++) {
                conditions.add(condition("conditions[" + i + "]", forms.get(i)));
            }
            return conditions.contains(null) ? List.of() : conditions;
        }

        private Condition condition(String field, ConditionForm form) {
            if (form == null || form.parts() == null || form.parts().isEmpty()) {
                return fault(field + ".parts", "the condition is missing", "at least one part", null);
            }
            String joiner = form.joiner() == null ? "is" : form.joiner().strip().toLowerCase(Locale.ROOT);
            List<String> joiners = List.of("is", "unless", "any of", "none of");
            if (!joiners.contains(joiner)) {
                fault(field + ".joiner", joiner, joiners);
            }
            boolean single = joiner.equals("is") || joiner.equals("unless");
            if (single && form.parts().size() > 1) {
                fault(field + ".parts", "there are " + form.parts().size() + " conditions in one",
                        "one, or any of or none of before them", null);
            }
            List<Condition.Is> parts = new ArrayList<>();
            for (int i = 0; i < form.parts().size(); i++) {
                parts.add(part(field + ".parts[" + i + "]", form.parts().get(i)));
            }
            if (parts.contains(null)) {
                return null;
            }
            return switch (joiner) {
                case "any of" -> new Condition.AnyOf(parts);
                case "none of" -> new Condition.NoneOf(parts);
                case "unless" -> new Condition.Not(parts.get(0));
                default -> parts.get(0);
            };
        }

        private Condition.Is part(String field, PartForm form) {
            if (form == null || empty(form.condition()) && empty(form.sentence())) {
                return fault(field, "the condition is missing", "a condition of the vocabulary", null);
            }
            if (empty(form.condition())) {
                return sentence(field + ".sentence", form.sentence());
            }
            Predicate predicate = VocabularyGuide.named(form.condition()).orElse(null);
            if (predicate == null) {
                fault(field + ".condition", form.condition(),
                        VocabularyGuide.entries().stream().map(VocabularyGuide.Entry::name).toList());
                return null;
            }
            Filled filled = VocabularyGuide.fill(predicate, form.values() == null ? Map.of() : form.values(), lexicon);
            if (filled instanceof Filled.Faulty faulty) {
                faulty.faults().forEach((gap, fault) -> faults.add(new FormFault(field + "." + gap, fault.what(),
                        fault.expected(), fault.didYouMean())));
                return null;
            }
            return new Condition.Is(predicate, ((Filled.Condition) filled).arguments());
        }

        private Condition.Is sentence(String field, String sentence) {
            var reading = RuleSyntax.condition(sentence, lexicon);
            if (reading instanceof NotUnderstood not) {
                not.problems().forEach(problem -> faults.add(new FormFault(field, problem.what(), problem.expected(),
                        problem.didYouMean())));
                return null;
            }
            Understood understood = (Understood) reading;
            return new Condition.Is(understood.predicate(), understood.arguments());
        }

        private Conclusion conclusion(ConclusionForm form) {
            Clarity clarity = Clarity.CLEAR;
            if (!empty(form.clarity())) {
                int which = CLARITIES.indexOf(form.clarity().strip().toLowerCase(Locale.ROOT));
                if (which < 0) {
                    fault("conclusion.clarity", form.clarity(), CLARITIES);
                } else {
                    clarity = List.of(Clarity.CLEAR, Clarity.LIKELY, Clarity.UNSURE).get(which);
                }
            }
            String says = form.says() == null ? "" : form.says().strip().toLowerCase(Locale.ROOT);
            if (says.equals("observe")) {
                String behaviour = quoted("conclusion.behaviour", form.behaviour());
                Polarity polarity = oneOf("conclusion.polarity", form.polarity(), Polarity.values());
                return new Conclusion.Observe(behaviour, polarity, clarity);
            } else if (says.equals("kind")) {
                String kind = form.kind() == null ? "" : form.kind().strip().toLowerCase(Locale.ROOT);
                check("conclusion.kind", RuleSyntax.kind(kind));
                return new Conclusion.TheTurnIs(String.join(" ", kind.split("\\s+")), clarity);
            }
            fault("conclusion.says", says, List.of("observe", "kind"));
            return null;
        }

        private String quoted(String field, String text) {
            String plain = text == null ? "" : text.strip();
            check(field, RuleSyntax.quoted(plain));
            return plain;
        }

        private LocalDate date(String written) {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException noDate) {
                return fault("reviewBy", "\"" + shown(written) + "\" is no date", "year-month-day, e.g. 2027-05-01",
                        null);
            }
        }

        private <E extends Enum<E>> E oneOf(String field, String written, E[] values) {
            for (E value : values) {
                if (written != null && written.strip().equalsIgnoreCase(value.name())) {
                    return value;
                }
            }
            fault(field, written == null ? "" : written, List.of(values).stream().map(RuleForm::word).toList());
            return null;
        }

        private void fault(String field, String written, List<String> names) {
            faults.add(new FormFault(field,
                    written.isBlank() ? "nothing stands here" : "\"" + shown(written) + "\" is not known here",
                    Nearest.expected(written, names), Nearest.to(written, names).orElse(null)));
        }

        private <T> T fault(String field, String what, String expected, T instead) {
            faults.add(new FormFault(field, what, expected, null));
            return instead;
        }

        private void check(String field, Optional<PartFault> fault) {
            fault.ifPresent(found -> faults.add(new FormFault(field, found.what(), found.expected(), null)));
        }

        private static boolean empty(String text) {
            return text == null || text.isBlank();
        }

        private static String shown(String text) {
            return RuleSyntax.shown(text);
        }
    }
}
