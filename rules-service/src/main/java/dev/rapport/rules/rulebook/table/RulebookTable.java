package dev.rapport.rules.rulebook.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import dev.rapport.events.Role;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleSyntax;
import dev.rapport.rules.rulebook.RuleSyntax.MessageFault;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.RulebookParts.PlacedRule;
import dev.rapport.rules.rulebook.form.FormFault;
import dev.rapport.rules.rulebook.form.RuleForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConclusionForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConditionForm;
import dev.rapport.rules.rulebook.form.RuleForm.PartForm;
import dev.rapport.rules.rulebook.table.Sheets.Found;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.Nearest;
import dev.rapport.rules.vocabulary.VocabularyGuide;

/**
 * A rulebook as sheets. {@code Rules} has a row for each rule and a column for each kind of condition; a cell holds
 * sentences, one a line, each after its number in the rule: {@code 2. the turn is a question}, {@code 3. unless ...},
 * {@code 4.1 any of: ...}. A sentence may stand in any condition column, and one without a number comes last.
 * {@code Phrases}, {@code Messages} and {@code Examples} have the rest.
 */
public final class RulebookTable {

    /** What came of reading sheets. */
    public sealed interface Outcome {

        record Read(RulebookParts parts) implements Outcome {
        }

        /** @param faults at least one */
        record Refused(List<CellFault> faults) implements Outcome {
        }
    }

    private static final List<String> ABOUT = List.of("Code", "Name", "Owner", "Source", "Review by", "Severity",
            "File");
    private static final List<String> SAYS = List.of("Observes", "As something to", "The turn is", "How sure");
    private static final List<String> PHRASES = List.of("List", "Phrase");
    private static final List<String> MESSAGES = List.of("File", "Place", "Text");
    private static final List<String> EXAMPLES = List.of("Rule", "Example", "Shows", "Conversation kind", "Stage",
            "Fires at", "Speaker", "Words", "Start ms", "End ms");
    private static final Pattern LINE = Pattern
            .compile("(?s)(?:([0-9]{1,3})(?:\\.([0-9]{1,3}))?[.)]?\\s+)?(?i:(unless|any of|none of)[:\\s]\\s*)?(.*)");
    private static final int MOST_MILLIS = 86_400_000;

    private RulebookTable() {
    }

    // -- out --------------------------------------------------------------------------------------------------------

    public static Sheets write(RulebookParts parts) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("Rules", rules(parts));
        List<List<String>> phrases = new ArrayList<>(List.of(PHRASES));
        parts.phrases().forEach((path, list) -> list.forEach(phrase -> phrases.add(List.of(stem(path), phrase))));
        sheets.put("Phrases", phrases);
        List<List<String>> messages = new ArrayList<>(List.of(MESSAGES));
        parts.messages().forEach(
                (path, texts) -> texts.forEach((place, text) -> messages.add(List.of(stem(path), place, text))));
        sheets.put("Messages", messages);
        List<List<String>> examples = new ArrayList<>(List.of(EXAMPLES));
        parts.examples().values().forEach(of -> of.forEach(example -> rows(example, examples)));
        sheets.put("Examples", examples);
        return new Sheets(sheets);
    }

    private static String stem(String path) {
        return path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
    }

    private static List<List<String>> rules(RulebookParts parts) {
        List<String> kinds = VocabularyGuide.entries().stream().map(VocabularyGuide.Entry::name).toList();
        List<String> header = new ArrayList<>(ABOUT);
        header.addAll(SAYS);
        header.addAll(kinds);
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (PlacedRule placed : parts.rules().values()) {
            RuleForm form = RuleForm.of(placed.rule());
            List<String> row = new ArrayList<>(List.of(form.code(), form.name(), form.owner(), plain(form.source()),
                    plain(form.reviewBy()), form.severity(), placed.path(), plain(form.conclusion().behaviour()),
                    plain(form.conclusion().polarity()), plain(form.conclusion().kind()),
                    form.conclusion().clarity()));
            Map<String, StringBuilder> cells = cells(placed.rule());
            kinds.forEach(kind -> row.add(cells.containsKey(kind) ? cells.get(kind).toString() : ""));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, StringBuilder> cells(Rule rule) {
        Map<String, StringBuilder> cells = new HashMap<>();
        int number = 0;
        for (Condition condition : rule.conditions()) {
            number++;
            String joiner = RuleForm.joiner(condition);
            boolean group = joiner.endsWith(" of");
            int part = 0;
            for (Condition.Is is : condition.parts()) {
                part++;
                StringBuilder cell = cells.computeIfAbsent(is.predicate().name(), k -> new StringBuilder());
                cell.append(cell.isEmpty() ? "" : "\n").append(number).append('.').append(group ? part : "")
                        .append(' ').append(group ? joiner + ": " : joiner.equals("unless") ? "unless " : "")
                        .append(is.sentence());
            }
        }
        return cells;
    }

    private static void rows(Example example, List<List<String>> rows) {
        boolean first = true;
        for (Example.Line line : example.turns()) {
            rows.add(List.of(example.rule(), example.name(),
                    first ? example.fires() ? "fires" : "near miss" : "", first ? example.kind() : "",
                    first ? plain(example.stage()) : "",
                    first ? String.join(", ", example.at().stream().map(String::valueOf).toList()) : "",
                    line.role().name().toLowerCase(Locale.ROOT), line.text(), plain(line.startMillis()),
                    plain(line.endMillis())));
            first = false;
        }
    }

    private static String plain(Object value) {
        return value == null ? "" : value.toString();
    }

    // -- in ---------------------------------------------------------------------------------------------------------

    /**
     * Reads sheets. Never throws, whatever stands in them.
     *
     * @param base what the parts are whose sheet is missing
     */
    public static Outcome read(Sheets sheets, RulebookParts base) {
        return new Reader(sheets, base).read();
    }

    /** The cells of one sheet by the name of their column. */
    private static final class Grid {

        private final String name;
        private final List<List<String>> rows;
        private final Map<String, Integer> columns = new LinkedHashMap<>();

        Grid(String name, List<List<String>> rows, Collection<String> known, Collection<String> required, Found found) {
            this.name = name;
            this.rows = rows;
            List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
            for (int c = 0; c < header.size(); c++) {
                String title = header.get(c).strip();
                String column = known.stream().filter(title::equalsIgnoreCase).findFirst().orElse(null);
                if (column == null && !title.isEmpty()) {
                    found.add(Sheets.place(name, 0, c),
                            "\"" + RuleSyntax.shown(title) + "\" is no column of this sheet",
                            Nearest.expected(title, known), Nearest.to(title, known).orElse(null));
                } else if (column != null && columns.putIfAbsent(column, c) != null) {
                    found.add(Sheets.place(name, 0, c), "the column \"" + column + "\" stands here twice", "it once",
                            null);
                }
            }
            for (String column : required) {
                if (!columns.containsKey(column)) {
                    found.add(Sheets.place(name, 0, 0), "the column \"" + column + "\" is missing", column, null);
                }
            }
        }

        int size() {
            return rows.size();
        }

        boolean blank(int row) {
            return rows.get(row).stream().allMatch(String::isBlank);
        }

        String cell(int row, String column) {
            Integer c = columns.get(column);
            return c == null || c >= rows.get(row).size() ? "" : rows.get(row).get(c);
        }

        String place(int row, String column) {
            return Sheets.place(name, row, columns.getOrDefault(column, 0));
        }
    }

    private static final class Reader {

        private final Sheets sheets;
        private final RulebookParts base;
        private final Found found = new Found();

        Reader(Sheets sheets, RulebookParts base) {
            this.sheets = sheets;
            this.base = base;
        }

        Outcome read() {
            List<String> names = List.of("Rules", "Phrases", "Messages", "Examples");
            Map<String, List<List<String>>> byName = new HashMap<>();
            sheets.rows().forEach((name, rows) -> {
                String known = names.stream().filter(name.strip()::equalsIgnoreCase).findFirst().orElse(null);
                if (known != null) {
                    byName.put(known, rows);
                } else if (rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> !cell.isBlank()))) {
                    found.add(RuleSyntax.shown(name), "this is no sheet of a rulebook", Nearest.expected(name, names),
                            Nearest.to(name, names).orElse(null));
                }
            });
            if (byName.isEmpty()) {
                found.add("workbook", "there is no sheet of a rulebook", "a sheet called Rules", null);
            }
            SortedMap<String, List<String>> phrases = byName.containsKey("Phrases")
                    ? phrases(byName.get("Phrases"))
                    : base.phrases();
            SortedMap<String, PlacedRule> rules = byName.containsKey("Rules")
                    ? rules(byName.get("Rules"), phrases.keySet())
                    : base.rules();
            Set<String> codes = codes(byName.get("Rules"), rules);
            SortedMap<String, Map<String, String>> messages = byName.containsKey("Messages")
                    ? messages(byName.get("Messages"), codes.stream()
                            .filter(code -> !rules.containsKey(code) || !rules.get(code).rule().isAct()).toList())
                    : base.messages();
            SortedMap<String, List<Example>> examples = byName.containsKey("Examples")
                    ? examples(byName.get("Examples"), codes)
                    : base.examples();
            return found.none()
                    ? new Outcome.Read(new RulebookParts(rules, phrases, examples, messages))
                    : new Outcome.Refused(found.all());
        }

        /** Codes of all rules, those whose row has a fault too: their examples are not to blame. */
        private Set<String> codes(List<List<String>> rows, SortedMap<String, PlacedRule> rules) {
            Set<String> codes = new TreeSet<>(rules.keySet());
            if (rows != null) {
                Grid grid = new Grid("Rules", rows, List.of("Code"), List.of(), new Found());
                for (int r = 1; r < grid.size(); r++) {
                    codes.add(grid.cell(r, "Code").strip());
                }
            }
            codes.remove("");
            return codes;
        }

        private SortedMap<String, List<String>> phrases(List<List<String>> rows) {
            Grid grid = new Grid("Phrases", rows, PHRASES, PHRASES, found);
            Map<String, List<Integer>> rowsOf = new TreeMap<>();
            for (int r = 1; r < grid.size(); r++) {
                String list = grid.cell(r, "List").strip();
                String phrase = grid.cell(r, "Phrase");
                if (grid.blank(r)) {
                    continue;
                }
                String path = "phrases/" + list + ".txt";
                if (!RuleSyntax.isPath(path)) {
                    found.add(grid.place(r, "List"), "\"" + RuleSyntax.shown(list) + "\" is no name of a list",
                            "letters, digits, blanks and hyphens", null);
                } else if (phrase.indexOf('#') >= 0 || phrase.chars().anyMatch(Character::isISOControl)) {
                    found.add(grid.place(r, "Phrase"), "the phrase has a character that no phrase can have",
                            "words on one line without #", null);
                } else {
                    rowsOf.computeIfAbsent(path, k -> new ArrayList<>()).add(r);
                }
            }
            SortedMap<String, List<String>> phrases = new TreeMap<>();
            rowsOf.forEach((path, of) -> {
                List<String> list = of.stream().map(r -> grid.cell(r, "Phrase").strip()).toList();
                for (Fault fault : RuleSyntax.phrases(list)) {
                    int r = of.get(Math.min(fault.line(), of.size()) - 1);
                    found.add(grid.place(r, "Phrase"), fault.what(), fault.expected(), fault.didYouMean());
                }
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i).isEmpty()) {
                        found.add(grid.place(of.get(i), "Phrase"), "nothing stands here", "a phrase", null);
                    }
                }
                phrases.put(path, list);
            });
            return phrases;
        }

        private SortedMap<String, PlacedRule> rules(List<List<String>> rows, Set<String> lists) {
            List<String> known = new ArrayList<>(ABOUT);
            known.addAll(SAYS);
            List<String> conditions = VocabularyGuide.entries().stream().map(VocabularyGuide.Entry::name).toList();
            known.addAll(conditions);
            Grid grid = new Grid("Rules", rows, known, List.of("Code", "Name", "Owner"), found);
            List<String> kinds = new ArrayList<>();
            for (int r = 1; r < grid.size(); r++) {
                String kind = grid.cell(r, "The turn is").strip().toLowerCase(Locale.ROOT);
                if (!kind.isEmpty() && RuleSyntax.kind(kind).isEmpty()) {
                    kinds.add(kind);
                }
            }
            Lexicon lexicon = new Lexicon(kinds, lists.stream().map(RulebookTable::stem).toList());
            SortedMap<String, PlacedRule> rules = new TreeMap<>();
            for (int r = 1; r < grid.size(); r++) {
                if (!grid.blank(r)) {
                    rule(grid, r, conditions, lexicon, rules);
                }
            }
            return rules;
        }

        private void rule(Grid grid, int r, List<String> columns, Lexicon lexicon,
                SortedMap<String, PlacedRule> rules) {
            Map<String, String> places = new HashMap<>();
            Map.of("name", "Name", "code", "Code", "owner", "Owner", "source", "Source", "reviewBy", "Review by",
                    "severity", "Severity", "conclusion", "Observes", "conclusion.polarity", "As something to",
                    "conclusion.kind", "The turn is", "conclusion.clarity", "How sure")
                    .forEach((field, column) -> places.put(field, grid.place(r, column)));
            boolean act = !grid.cell(r, "The turn is").isBlank();
            if (act && !(grid.cell(r, "Observes") + grid.cell(r, "As something to")).isBlank()) {
                found.add(grid.place(r, "The turn is"), "the rule says two things",
                        "a behaviour or a kind of turn, not both", null);
                return;
            }
            List<ConditionForm> conditions = conditions(grid, r, columns, places);
            if (conditions == null) {
                return;
            }
            RuleForm form = new RuleForm(grid.cell(r, "Name"), grid.cell(r, "Code"), grid.cell(r, "Owner"),
                    grid.cell(r, "Source"), grid.cell(r, "Review by"), grid.cell(r, "Severity"), conditions,
                    new ConclusionForm(act ? "kind" : "observe", grid.cell(r, "Observes"),
                            grid.cell(r, "As something to"), grid.cell(r, "The turn is"), grid.cell(r, "How sure")));
            String path = grid.cell(r, "File").strip();
            if (path.isEmpty()) {
                path = act ? "acts/imported.rules" : "behaviours/imported.rules";
            } else if (!path.endsWith(".rules") || !RuleSyntax.isPath(path)) {
                found.add(grid.place(r, "File"), "\"" + RuleSyntax.shown(path) + "\" is no file of rules",
                        "acts/*.rules or behaviours/*.rules", null);
                return;
            }
            RuleForm.Outcome outcome = form.read(lexicon);
            if (outcome instanceof RuleForm.Outcome.Refused refused) {
                refused.faults().forEach(fault -> found.add(place(places, fault, grid, r), fault.what(),
                        fault.expected(), fault.didYouMean()));
                return;
            }
            Rule rule = ((RuleForm.Outcome.Read) outcome).rule();
            if (rules.putIfAbsent(rule.code(), new PlacedRule(path, rule)) != null) {
                found.add(grid.place(r, "Code"), "the code " + rule.code() + " is taken by another row",
                        "a code of its own", null);
            }
        }

        /** The cell of the longest beginning of the field that has one. */
        private static String place(Map<String, String> places, FormFault fault, Grid grid, int r) {
            String field = fault.field();
            while (!field.isEmpty()) {
                if (places.containsKey(field)) {
                    return places.get(field);
                }
                field = field.substring(0, Math.max(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['))));
            }
            return grid.place(r, "Code");
        }

        /** One line of a condition cell. */
        private record Line(int number, int part, String joiner, String sentence, String place) {
        }

        /** Null after a fault. Notes which cell each part stands in. */
        private List<ConditionForm> conditions(Grid grid, int r, List<String> columns, Map<String, String> places) {
            List<Line> lines = new ArrayList<>();
            int last = 1_000;
            for (String column : columns) {
                for (String raw : (Iterable<String>) grid.cell(r, column).lines()::iterator) {
                    if (raw.isBlank()) {
                        continue;
                    }
                    Matcher matcher = LINE.matcher(raw.strip());
                    matcher.matches();
                    String joiner = matcher.group(3) == null ? "is" : matcher.group(3).toLowerCase(Locale.ROOT);
                    boolean group = joiner.endsWith(" of");
                    int number = matcher.group(1) != null
                            ? Integer.parseInt(matcher.group(1))
                            : group ? 5_000 + joiner.length() : last++;
                    int part = matcher.group(2) == null ? 999 : Integer.parseInt(matcher.group(2));
                    lines.add(new Line(number, part, joiner, matcher.group(4).strip(), grid.place(r, column)));
                }
            }
            lines.sort(java.util.Comparator.comparingInt(Line::number).thenComparingInt(Line::part));
            List<ConditionForm> conditions = new ArrayList<>();
            Line before = null;
            for (Line line : lines) {
                boolean group = line.joiner().endsWith(" of");
                boolean sameNumber = before != null && before.number() == line.number();
                if (sameNumber && (group || before.joiner().endsWith(" of"))
                        && !line.joiner().equals(before.joiner())) {
                    found.add(line.place(), "the number " + line.number() + " is taken by another condition",
                            "a number of its own", null);
                    return null;
                }
                if (!(sameNumber && group)) {
                    conditions.add(new ConditionForm(line.joiner(), new ArrayList<>()));
                }
                ConditionForm into = conditions.get(conditions.size() - 1);
                places.put("conditions[" + (conditions.size() - 1) + "]", line.place());
                places.put("conditions[" + (conditions.size() - 1) + "].parts[" + into.parts().size() + "]",
                        line.place());
                into.parts().add(new PartForm(null, null, line.sentence()));
                before = line;
            }
            return conditions;
        }

        private SortedMap<String, Map<String, String>> messages(List<List<String>> rows,
                Collection<String> behaviours) {
            int faultsBefore = found.all().size();
            Grid grid = new Grid("Messages", rows, MESSAGES, MESSAGES, found);
            SortedMap<String, Map<String, String>> messages = new TreeMap<>();
            Map<String, Map<String, Integer>> rowOf = new HashMap<>();
            for (int r = 1; r < grid.size(); r++) {
                if (grid.blank(r)) {
                    continue;
                }
                String name = grid.cell(r, "File").strip();
                String file = "messages/" + name + ".yaml";
                String place = grid.cell(r, "Place").strip();
                String text = grid.cell(r, "Text");
                if (!RuleSyntax.isPath(file)) {
                    found.add(grid.place(r, "File"), "that is no name of a message file",
                            "a code such as B20, or house",
                            null);
                } else if (!RuleSyntax.isMessagePlace(place)) {
                    found.add(grid.place(r, "Place"),
                            "\"" + RuleSyntax.shown(place) + "\" is no place in a message file",
                            "a key such as why or says[1]", null);
                } else if (text.isBlank()) {
                    found.add(grid.place(r, "Text"), "nothing stands here", "words", null);
                } else {
                    Map<String, String> texts = messages.computeIfAbsent(file, k -> new LinkedHashMap<>());
                    String fits = RuleSyntax.messagePlaceFault(place, texts.keySet());
                    if (fits != null) {
                        found.add(grid.place(r, "Place"), fits, "places in their order, each once", null);
                    }
                    texts.put(place, text);
                    Map<String, Integer> rowsOfFile = rowOf.computeIfAbsent(file, k -> new LinkedHashMap<>());
                    // lower-case names are messages that belong to no rule
                    if (rowsOfFile.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT))
                            && !behaviours.contains(name)) {
                        found.add(grid.place(r, "File"), "\"" + RuleSyntax.shown(name) + "\" is no behaviour rule",
                                Nearest.expected(name, behaviours), Nearest.to(name, behaviours).orElse(null));
                    }
                    rowsOfFile.put(place, r);
                }
            }
            if (found.all().size() == faultsBefore) {
                RuleSyntax.messages(messages).forEach(fault -> found.add(place(grid, rowOf.get(fault.path()), fault),
                        fault.what(), fault.expected(), fault.didYouMean()));
            }
            return messages;
        }

        /** The cell of the text or of its name; of what is missing the file's first row, or the sheet. */
        private static String place(Grid grid, Map<String, Integer> rows, MessageFault fault) {
            if (rows == null) {
                return grid.name;
            }
            return fault.place() == null
                    ? grid.place(rows.values().iterator().next(), "File")
                    : grid.place(rows.get(fault.place()), fault.named() ? "Place" : "Text");
        }

        private SortedMap<String, List<Example>> examples(List<List<String>> rows,
                Set<String> codes) {
            Grid grid = new Grid("Examples", rows, EXAMPLES,
                    List.of("Rule", "Example", "Shows", "Fires at", "Speaker", "Words"), found);
            Map<String, Integer> first = new LinkedHashMap<>();
            Map<String, List<Example.Line>> turns = new HashMap<>();
            for (int r = 1; r < grid.size(); r++) {
                if (grid.blank(r)) {
                    continue;
                }
                String code = grid.cell(r, "Rule").strip();
                String name = grid.cell(r, "Example").strip();
                if (!found.none() && found.all().size() > 200) {
                    break;
                }
                if (!codes.contains(code)) {
                    found.add(grid.place(r, "Rule"), "\"" + RuleSyntax.shown(code) + "\" is no rule",
                            Nearest.expected(code, codes), Nearest.to(code, codes).orElse(null));
                    continue;
                }
                if (name.isEmpty()) {
                    found.add(grid.place(r, "Example"), "the example has no name", "a name", null);
                    continue;
                }
                String key = code + "\n" + name;
                first.putIfAbsent(key, r);
                turns.computeIfAbsent(key, k -> new ArrayList<>()).add(line(grid, r));
            }
            SortedMap<String, List<Example>> examples = new TreeMap<>();
            first.forEach((key, r) -> {
                Example example = example(grid, r, key, turns.get(key));
                if (example != null) {
                    examples.computeIfAbsent(example.rule(), k -> new ArrayList<>()).add(example);
                }
            });
            return examples;
        }

        private Example.Line line(Grid grid, int r) {
            String speaker = grid.cell(r, "Speaker").strip().toLowerCase(Locale.ROOT);
            List<String> speakers = List.of("learner", "partner");
            if (!speakers.contains(speaker)) {
                found.add(grid.place(r, "Speaker"), "nobody says this", Nearest.expected(speaker, speakers),
                        Nearest.to(speaker, speakers).orElse(null));
                speaker = "learner";
            }
            if (grid.cell(r, "Words").isBlank()) {
                found.add(grid.place(r, "Words"), "nothing stands here", "words", null);
            }
            return new Example.Line(Role.valueOf(speaker.toUpperCase(Locale.ROOT)), grid.cell(r, "Words"),
                    millis(grid, r, "Start ms"), millis(grid, r, "End ms"));
        }

        private Long millis(Grid grid, int r, String column) {
            String written = grid.cell(r, column).strip();
            if (written.isEmpty()) {
                return null;
            }
            if (written.length() <= 8 && written.chars().allMatch(c -> c >= '0' && c <= '9')
                    && Long.parseLong(written) <= MOST_MILLIS) {
                return Long.parseLong(written);
            }
            found.add(grid.place(r, column), "this is no number that fits", "a whole number from 0 to " + MOST_MILLIS,
                    null);
            return null;
        }

        private Example example(Grid grid, int r, String key, List<Example.Line> turns) {
            String shows = grid.cell(r, "Shows").strip().toLowerCase(Locale.ROOT);
            List<String> ways = List.of("fires", "near miss");
            if (!ways.contains(shows)) {
                found.add(grid.place(r, "Shows"), "the example does not say what it shows",
                        Nearest.expected(shows, ways), Nearest.to(shows, ways).orElse(null));
                return null;
            }
            List<Integer> at = new ArrayList<>();
            Set<String> once = new HashSet<>();
            for (String number : grid.cell(r, "Fires at").split("[,;\\s]+")) {
                if (number.isEmpty()) {
                    continue;
                }
                boolean digits = number.length() < 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
                int turn = digits ? Integer.parseInt(number) : 0;
                if (turn < 1 || turn > turns.size() || !once.add(number) || shows.equals("near miss")) {
                    found.add(grid.place(r, "Fires at"), "this is no turn where the rule fires",
                            shows.equals("near miss") ? "nothing for a near miss" : "numbers from 1 to " + turns.size(),
                            null);
                    return null;
                }
                at.add(turn);
            }
            if (shows.equals("fires") && at.isEmpty()) {
                found.add(grid.place(r, "Fires at"), "the example does not say where the rule fires",
                        "the number of the turn", null);
                return null;
            }
            String kind = grid.cell(r, "Conversation kind").strip();
            String stage = grid.cell(r, "Stage").strip();
            int feed = key.indexOf('\n');
            return new Example(key.substring(0, feed), key.substring(feed + 1), kind.isEmpty() ? "conversation" : kind,
                    stage.isEmpty() ? null : stage, at, turns, null);
        }
    }
}
