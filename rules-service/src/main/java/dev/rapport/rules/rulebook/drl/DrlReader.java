package dev.rapport.rules.rulebook.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleSyntax;
import dev.rapport.rules.rulebook.drl.DrlScan.Token;
import dev.rapport.rules.rulebook.drl.DrlScan.Token.Shape;
import dev.rapport.rules.rulebook.form.FormFault;
import dev.rapport.rules.rulebook.form.RuleForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConclusionForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConditionForm;
import dev.rapport.rules.rulebook.form.RuleForm.PartForm;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.VocabularyGuide;

/**
 * Reads the DRL that {@link DrlWriter} writes, laid out in any way, and nothing else. Whatever else DRL can say is refused
 * where it stands; nothing is ever compiled, loaded or run. One pass, without looking back, in the time the text is long.
 */
public final class DrlReader {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_RULES = 2_000;
    private static final int MOST_FAULTS = 200;

    /** Words that begin something DRL has and a rulebook never does. */
    private static final Map<String, String> OUTSIDE = Map.ofEntries(Map.entry("import", "imports"),
            Map.entry("global", "globals"), Map.entry("function", "functions"),
            Map.entry("declare", "type declarations"),
            Map.entry("query", "queries"), Map.entry("dialect", "dialects"), Map.entry("template", "templates"),
            Map.entry("unit", "rule units"), Map.entry("eval", "eval"), Map.entry("from", "from"),
            Map.entry("accumulate", "accumulate"), Map.entry("acc", "accumulate"), Map.entry("collect", "collect"),
            Map.entry("forall", "forall"), Map.entry("exists", "exists"),
            Map.entry("extends", "rules that extend others"),
            Map.entry("entry-point", "entry points"), Map.entry("salience", "rule attributes"),
            Map.entry("no-loop", "rule attributes"), Map.entry("lock-on-active", "rule attributes"),
            Map.entry("agenda-group", "rule attributes"), Map.entry("activation-group", "rule attributes"),
            Map.entry("ruleflow-group", "rule attributes"), Map.entry("auto-focus", "rule attributes"),
            Map.entry("enabled", "rule attributes"), Map.entry("duration", "rule attributes"),
            Map.entry("timer", "rule attributes"), Map.entry("calendars", "rule attributes"),
            Map.entry("date-effective", "rule attributes"), Map.entry("date-expires", "rule attributes"),
            Map.entry("attributes", "rule attributes"), Map.entry("do", "named consequences"),
            Map.entry("if", "named consequences"), Map.entry("break", "named consequences"),
            Map.entry("over", "windows"), Map.entry("matches", "regular expressions"),
            Map.entry("soundslike", "operators"), Map.entry("memberOf", "operators"),
            Map.entry("contains", "operators"),
            Map.entry("new", "code"), Map.entry("class", "code"), Map.entry("static", "code"));
    private static final List<String> METADATA = List.of("name", "owner", "source", "reviewBy", "severity");

    /** What came of reading a DRL text. */
    public sealed interface Outcome {

        record Read(List<Rule> rules) implements Outcome {
        }

        /** @param faults at least one, by position */
        record Refused(List<DrlFault> faults) implements Outcome {
        }
    }

    /** Ends the reading of a rule; the fault is noted already. */
    private static final class Lost extends Exception {

        private static final long serialVersionUID = 1L;

        Lost() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final List<DrlFault> faults = new ArrayList<>();
    private int at;

    private DrlReader(String text) {
        this.tokens = DrlScan.tokens(text, faults);
    }

    /**
     * Reads rules. Never throws, whatever the text is.
     *
     * @param lexicon names of the rulebook that the rules will be part of; kinds that they define themselves are known too
     */
    public static Outcome read(String text, Lexicon lexicon) {
        if (text.length() > LARGEST) {
            return new Outcome.Refused(List.of(new DrlFault(1, 1, "the text is too large", "at most 1 MB", null)));
        }
        return new DrlReader(text).read(lexicon);
    }

    /** A rule as it was written, and where the fields of its form stand. */
    private record Written(RuleForm form, Map<String, Token> places, Token at) {
    }

    private Outcome read(Lexicon given) {
        List<Written> written = new ArrayList<>();
        if (peek().is("package")) {
            at++;
            while (peek().shape() == Shape.NAME) {
                at++;
                if (!peek().is(".")) {
                    break;
                }
                at++;
            }
            at += peek().is(";") ? 1 : 0;
        }
        while (!atEnd() && faults.size() < MOST_FAULTS) {
            Token start = peek();
            try {
                if (!start.is("rule")) {
                    throw outside(start, "rule \"CODE\"");
                }
                if (written.size() == MOST_RULES) {
                    throw lost(start, "there are too many rules", "at most " + MOST_RULES);
                }
                written.add(rule());
            } catch (Lost noted) {
                // what follows may be rules again
                at = Math.max(at, tokens.indexOf(start) + 1);
                while (!atEnd() && !peek().is("end") && !(peek().is("rule") && peek().firstOfLine())) {
                    at++;
                }
                at += peek().is("end") ? 1 : 0;
            }
        }
        List<String> kinds = new ArrayList<>(VocabularyGuide.kinds(given));
        written.forEach(each -> {
            String kind = each.form().conclusion().kind();
            if (kind != null && RuleSyntax.kind(kind).isEmpty()) {
                kinds.add(kind.strip().toLowerCase(Locale.ROOT));
            }
        });
        Lexicon lexicon = new Lexicon(kinds, VocabularyGuide.lists(given));
        List<Rule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Written each : written) {
            RuleForm.Outcome outcome = each.form().read(lexicon);
            if (outcome instanceof RuleForm.Outcome.Refused refused) {
                refused.faults().forEach(fault -> fault(place(each, fault), fault.what(), fault.expected(),
                        fault.didYouMean()));
            } else {
                Rule rule = ((RuleForm.Outcome.Read) outcome).rule();
                if (!codes.add(rule.code())) {
                    fault(each.places().get("code"), "the code " + rule.code() + " is taken by another rule",
                            "a code of its own", null);
                }
                rules.add(rule);
            }
        }
        if (rules.isEmpty() && faults.isEmpty()) {
            faults.add(new DrlFault(1, 1, "there is no rule", "rule \"CODE\"", null));
        }
        faults.sort(java.util.Comparator.comparingInt(DrlFault::line).thenComparingInt(DrlFault::column));
        return faults.isEmpty() ? new Outcome.Read(List.copyOf(rules)) : new Outcome.Refused(List.copyOf(faults));
    }

    private static Token place(Written written, FormFault fault) {
        String field = fault.field();
        while (!field.isEmpty()) {
            if (written.places().containsKey(field)) {
                return written.places().get(field);
            }
            field = field.substring(0, Math.max(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['))));
        }
        return written.at();
    }

    private Written rule() throws Lost {
        Map<String, Token> places = new HashMap<>();
        Token start = next();
        Token code = text("the code of the rule in quotation marks");
        places.put("code", code);
        Map<String, String> meta = new HashMap<>();
        while (!peek().is("when")) {
            if (!peek().is("@")) {
                throw outside(peek(), "@owner(\"...\") or when");
            }
            next();
            Token key = next();
            if (!METADATA.contains(key.text())) {
                throw lost(key, "\"" + key.shown() + "\" is nothing a rule says of itself",
                        Nearest.expected(key.text(), METADATA), Nearest.to(key.text(), METADATA).orElse(null));
            }
            take("(");
            Token value = text("words in quotation marks");
            take(")");
            if (meta.put(key.text(), value.text()) != null) {
                throw lost(key, "the rule has said its " + key.text() + " already", "it once");
            }
            places.put(key.text(), value);
        }
        next();
        List<ConditionForm> conditions = new ArrayList<>();
        while (!peek().is("then")) {
            if (conditions.size() > RuleSyntax.MOST_CONDITIONS) {
                throw lost(peek(), "the rule has too many conditions", "at most " + RuleSyntax.MOST_CONDITIONS);
            }
            String field = "conditions[" + conditions.size() + "]";
            places.put(field, peek());
            conditions.add(condition(field, places));
            if (peek().is(";") || peek().is(",") || peek().is("and")) {
                throw lost(peek(), "\"" + peek().shown() + "\" is not allowed between conditions",
                        "one condition after the other");
            }
        }
        places.put("conditions", next());
        ConclusionForm conclusion = conclusion(places);
        if (!peek().is("end")) {
            throw lost(peek(), "\"" + peek().shown() + "\" is code, and a rule says one thing only", "end");
        }
        next();
        return new Written(new RuleForm(meta.get("name"), code.text(), meta.get("owner"), meta.get("source"),
                meta.get("reviewBy"), meta.get("severity"), conditions, conclusion), places, start);
    }

    private ConditionForm condition(String field, Map<String, Token> places) throws Lost {
        boolean not = peek().is("not");
        if (not) {
            next();
        }
        List<PartForm> parts = new ArrayList<>();
        if (!peek().is("(")) {
            parts.add(pattern(field + ".parts[0]", places));
            return new ConditionForm(not ? "unless" : "is", parts);
        }
        next();
        while (true) {
            if (parts.size() > RuleSyntax.MOST_CONDITIONS) {
                throw lost(peek(), "the group has too many conditions", "at most " + RuleSyntax.MOST_CONDITIONS);
            }
            if (peek().is("(") || peek().is("not")) {
                throw lost(peek(), "a group cannot hold another one", "a condition");
            }
            parts.add(pattern(field + ".parts[" + parts.size() + "]", places));
            Token next = next();
            if (next.is(")")) {
                return new ConditionForm(not ? "none of" : "any of", parts);
            }
            if (!next.is("or")) {
                throw outside(next, "or, or )");
            }
        }
    }

    private PartForm pattern(String field, Map<String, Token> places) throws Lost {
        Token type = peek();
        List<String> types = VocabularyGuide.entries().stream().map(entry -> DrlWriter.typeOf(entry.name())).toList();
        String condition = type.shape() == Shape.NAME ? DrlWriter.conditionOf(type.text()) : null;
        if (condition == null) {
            if (OUTSIDE.containsKey(type.text()) || type.shape() != Shape.NAME) {
                throw outside(type, "a condition such as Speaker(side == \"the learner\")");
            }
            throw lost(type, "\"" + type.shown() + "\" is no condition", Nearest.expected(type.text(), types),
                    Nearest.to(type.text(), types).orElse(null));
        }
        places.put(field, type);
        next();
        take("(");
        Map<String, Object> values = new LinkedHashMap<>();
        while (!peek().is(")")) {
            if (!values.isEmpty()) {
                take(",");
            }
            Token name = next();
            if (name.shape() != Shape.NAME || OUTSIDE.containsKey(name.text()) && !peek().is("==")) {
                throw outside(name, "the name of a field");
            }
            take("==");
            places.put(field + "." + name.text(), peek());
            if (values.put(name.text(), value()) != null) {
                throw lost(name, "\"" + name.shown() + "\" stands here twice", "it once");
            }
        }
        next();
        if (OUTSIDE.containsKey(peek().text()) && peek().shape() == Shape.NAME) {
            throw outside(peek(), "another condition or then");
        }
        return new PartForm(condition, values, null);
    }

    private Object value() throws Lost {
        Token token = next();
        if (token.shape() == Shape.TEXT) {
            return token.text();
        } else if (token.shape() == Shape.NUMBER) {
            return token.text();
        } else if (token.is("[")) {
            List<String> list = new ArrayList<>();
            while (!peek().is("]")) {
                if (!list.isEmpty()) {
                    take(",");
                }
                list.add(text("words in quotation marks").text());
            }
            next();
            return list;
        }
        throw outside(token, "a text, a whole number or a list of texts");
    }

    private ConclusionForm conclusion(Map<String, Token> places) throws Lost {
        Token verb = next();
        places.put("conclusion", verb);
        boolean observe = verb.is("observe");
        if (!observe && !verb.is("turnIs")) {
            throw lost(verb, "\"" + verb.shown() + "\" is code, and a rule runs none",
                    "observe(\"behaviour\", \"keep\", \"clearly\"); or turnIs(\"kind\", \"clearly\");");
        }
        take("(");
        Token first = text("words in quotation marks");
        places.put(observe ? "conclusion.behaviour" : "conclusion.kind", first);
        take(",");
        Token polarity = null;
        if (observe) {
            polarity = text("keep, grow or know in quotation marks");
            places.put("conclusion.polarity", polarity);
            take(",");
        }
        Token clarity = text("clearly, likely or unsure in quotation marks");
        places.put("conclusion.clarity", clarity);
        take(")");
        take(";");
        return new ConclusionForm(observe ? "observe" : "kind", observe ? first.text() : null,
                polarity == null ? null : polarity.text(), observe ? null : first.text(), clarity.text());
    }

    private Token text(String expected) throws Lost {
        Token token = peek();
        if (token.shape() != Shape.TEXT) {
            throw outside(token, expected);
        }
        return next();
    }

    private void take(String mark) throws Lost {
        if (!peek().is(mark)) {
            throw outside(peek(), mark);
        }
        next();
    }

    private boolean atEnd() {
        return peek().shape() == Shape.END;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at += token.shape() == Shape.END ? 0 : 1;
        return token;
    }

    /** Says what of DRL it is, if it is something known. */
    private Lost outside(Token token, String expected) {
        String known = token.shape() == Shape.NAME ? OUTSIDE.get(token.text()) : null;
        if (token.shape() == Shape.END) {
            return lost(token, "the text ends too early", expected);
        }
        return known != null
                ? lost(token, "\"" + token.shown() + "\" is refused: a rulebook has no " + known, expected)
                : lost(token, "\"" + token.shown() + "\" is not understood here", expected,
                        token.shape() == Shape.NAME ? Nearest.to(token.text(), List.of(expected)).orElse(null) : null);
    }

    private Lost lost(Token token, String what, String expected) {
        return lost(token, what, expected, null);
    }

    private Lost lost(Token token, String what, String expected, String didYouMean) {
        fault(token, what, expected, didYouMean);
        return new Lost();
    }

    private void fault(Token token, String what, String expected, String didYouMean) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new DrlFault(token.line(), token.column(), what, expected, didYouMean));
        }
    }
}
