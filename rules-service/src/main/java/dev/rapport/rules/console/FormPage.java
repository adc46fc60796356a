package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.form.FormFault;
import dev.rapport.rules.rulebook.form.RuleForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConclusionForm;
import dev.rapport.rules.rulebook.form.RuleForm.ConditionForm;
import dev.rapport.rules.rulebook.form.RuleForm.PartForm;
import dev.rapport.rules.tryout.Workbench;
import dev.rapport.rules.vocabulary.Lexicon;
import dev.rapport.rules.vocabulary.VocabularyGuide;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A rule as a form beside its sentences: every gap of a condition is a field. Each answer of the form is a whole page. */
@Path("/console/versions/{version}/rules/{code}/form")
@Produces(MediaType.TEXT_HTML)
public class FormPage {

    private static final int MOST_CONDITIONS = 60;
    private static final int MOST_PARTS = 40;

    private final Desk desk;
    private final Workbench workbench;

    FormPage(Desk desk, Workbench workbench) {
        this.desk = desk;
        this.workbench = workbench;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance form(Frame frame, FormView view);
    }

    /**
     * The form as it stands.
     *
     * @param text the sentences that it makes; those before where it has faults
     * @param faults of the form itself; empty if it makes a rule
     */
    record FormView(String code, Desk.Shown version, Links links, RuleForm form, List<Row> rows, String text,
            List<Gap> faults, List<Proof.Problem> problems, List<VocabularyGuide.Entry> guide,
            List<String> kinds, List<String> lists) {

        public String self() {
            return links.rule(code);
        }

        public List<String> severities() {
            return List.of("minor", "moderate", "major");
        }

        public List<String> polarities() {
            return List.of("keep", "grow", "know");
        }

        public List<String> clarities() {
            return List.of("clearly", "likely", "unsure");
        }

        public List<Joiner> joiners() {
            return List.of(new Joiner("is", "this is so"), new Joiner("unless", "unless"),
                    new Joiner("any of", "any of these"), new Joiner("none of", "none of these"));
        }

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    /**
     * Something to mend in the form.
     *
     * @param where in words
     */
    record Gap(String where, String what, String expected) {

        private static final Pattern PART = Pattern.compile("conditions\\[(\\d+)](?:\\.parts\\[(\\d+)])?\\.?(.*)");

        static Gap of(FormFault fault) {
            Matcher part = PART.matcher(fault.field());
            String where = fault.field().replace("conclusion.", "then it says: ");
            if (part.matches()) {
                where = "condition " + (Integer.parseInt(part.group(1)) + 1)
                        + (part.group(3).isEmpty() ? "" : ", " + part.group(3));
            }
            return new Gap(where, fault.what(), fault.expected());
        }
    }

    /** How the sentences of a condition count. */
    record Joiner(String value, String label) {
    }

    /** A condition, or a group of them. */
    record Row(int index, String joiner, List<PartRow> parts, boolean group) {
    }

    /** One sentence: the words and gaps of its kind with what fills them. */
    record PartRow(String name, String condition, String explanation, List<Piece> pieces, List<String> faults) {
    }

    /**
     * Fixed words, or a gap: then {@code words} is null.
     *
     * @param sort {@code choice}, {@code number}, {@code list} or {@code text}
     */
    record Piece(String words, String name, String label, String sort, List<String> choices, String value,
            Integer least, Integer most, String hint) {
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version, @PathParam("code") String code) {
        Desk.Shown shown = desk.version(version);
        return of(shown, code, shown.files());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance changed(@PathParam("version") String version, @PathParam("code") String code,
            MultivaluedMap<String, String> sent) {
        Desk.Shown shown = desk.version(version);
        String text = EditorPage.plain(sent.getFirst("text"));
        RulebookFiles files = text.isBlank() || RuleText.find(shown.files(), code).isEmpty()
                ? shown.files()
                : RuleText.replaceText(shown.files(), code, text);
        if (!sent.containsKey("name")) {
            return of(shown, code, files);
        }
        RuleForm form = Steps.taken(read(sent), sent.getFirst("do"));
        return view(shown, code, files, form);
    }

    /** From the sentences. */
    private TemplateInstance of(Desk.Shown shown, String code, RulebookFiles files) {
        RulebookParts.PlacedRule placed = RulebookParts.of(files).rules().get(code);
        if (placed == null) {
            throw Problems.of("unreadable-rule", 422, "Unreadable rule", "The sentences of " + code
                    + " cannot be read as a rule. Go back, mend what is listed under problems, then open the form.")
                    .build();
        }
        return view(shown, code, files, RuleForm.of(placed.rule()));
    }

    private TemplateInstance view(Desk.Shown shown, String code, RulebookFiles files, RuleForm form) {
        Lexicon lexicon = RuleText.lexicon(files);
        RuleForm.Outcome outcome = form.read(lexicon);
        List<FormFault> faults = outcome instanceof RuleForm.Outcome.Refused refused ? refused.faults() : List.of();
        RulebookFiles after = outcome instanceof RuleForm.Outcome.Read read
                ? RuleText.replace(files, code, read.rule())
                : files;
        String now = outcome instanceof RuleForm.Outcome.Read read ? read.rule().code() : code;
        String text = RuleText.textOf(after, now).orElse("").stripTrailing();
        RuleText.Place place = RuleText.find(after, now).orElseThrow();
        List<Proof.Problem> problems = faults.isEmpty()
                ? Proof.of(after, Spot.of(place.path(), place.firstLine(), text), now, desk.today(), workbench,
                        shown.links()).problems()
                : List.of();
        return Templates.form(desk.frame(Frame.RULES), new FormView(code, shown, shown.links(), form,
                rows(form, faults), text, faults.stream().map(Gap::of).toList(), problems, VocabularyGuide.entries(),
                VocabularyGuide.kinds(lexicon), VocabularyGuide.lists(lexicon)));
    }

    // -- from what the browser sends

    private static RuleForm read(MultivaluedMap<String, String> sent) {
        List<ConditionForm> conditions = new ArrayList<>();
        for (int i = 0; i < MOST_CONDITIONS && sent.containsKey("c" + i + ".joiner"); i++) {
            List<PartForm> parts = new ArrayList<>();
            for (int j = 0; j < MOST_PARTS && sent.containsKey("c" + i + "." + j + ".condition"); j++) {
                parts.add(part("c" + i + "." + j, sent));
            }
            conditions.add(new ConditionForm(sent.getFirst("c" + i + ".joiner"), parts));
        }
        String says = sent.getFirst("says");
        return new RuleForm(sent.getFirst("name"), sent.getFirst("code"), sent.getFirst("owner"),
                sent.getFirst("source"), sent.getFirst("reviewBy"), sent.getFirst("severity"), conditions,
                new ConclusionForm(says, sent.getFirst("behaviour"), sent.getFirst("polarity"), sent.getFirst("kind"),
                        sent.getFirst("clarity")));
    }

    private static PartForm part(String name, MultivaluedMap<String, String> sent) {
        String condition = sent.getFirst(name + ".condition");
        Map<String, Object> values = new LinkedHashMap<>();
        VocabularyGuide.entries().stream().filter(entry -> entry.name().equals(condition)).findFirst()
                .ifPresent(entry -> entry.parts().stream().map(VocabularyGuide.Part::gap).filter(gap -> gap != null)
                        .forEach(gap -> {
                            String value = sent.getFirst(name + "." + gap.name());
                            if (value != null) {
                                values.put(gap.name(), gap.several() ? several(value) : value.strip());
                            } else if (!gap.choices().isEmpty()) {
                                // a kind of condition that was just chosen begins with what is usual
                                values.put(gap.name(), gap.choices().get(0));
                            }
                        }));
        return new PartForm(condition, values, null);
    }

    private static List<String> several(String value) {
        return Stream.of(value.split(",|\\bor\\b")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    // -- for the template

    private static List<Row> rows(RuleForm form, List<FormFault> faults) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < form.conditions().size(); i++) {
            ConditionForm condition = form.conditions().get(i);
            List<PartRow> parts = new ArrayList<>();
            for (int j = 0; j < condition.parts().size(); j++) {
                String field = "conditions[" + i + "].parts[" + j + "]";
                parts.add(row("c" + i + "." + j, condition.parts().get(j), faults.stream()
                        .filter(fault -> fault.field().equals(field) || fault.field().startsWith(field + "."))
                        .map(FormPage::told).toList()));
            }
            rows.add(new Row(i, condition.joiner(), parts, condition.joiner().endsWith(" of")));
        }
        return rows;
    }

    private static String told(FormFault fault) {
        String at = fault.field().substring(fault.field().lastIndexOf('.') + 1);
        return (at.contains("[") ? "" : at + ": ") + fault.what()
                + (fault.expected() == null ? "" : ", expected " + fault.expected());
    }

    private static PartRow row(String name, PartForm part, List<String> faults) {
        VocabularyGuide.Entry entry = VocabularyGuide.entries().stream()
                .filter(each -> each.name().equals(part.condition())).findFirst().orElse(null);
        List<Piece> pieces = new ArrayList<>();
        if (entry != null) {
            for (VocabularyGuide.Part each : entry.parts()) {
                pieces.add(each.gap() == null
                        ? new Piece(each.words(), null, null, null, List.of(), null, null, null, null)
                        : piece(name, each.gap(), part.values().get(each.gap().name())));
            }
        }
        return new PartRow(name, part.condition() == null ? "" : part.condition(),
                entry == null ? "" : entry.explanation(), pieces, faults);
    }

    private static Piece piece(String name, VocabularyGuide.Gap gap, Object value) {
        String shown = value instanceof List<?> several
                ? String.join(" or ", several.stream().map(String::valueOf).toList())
                : value == null ? "" : String.valueOf(value);
        String sort = switch (gap.sort()) {
            case CHOICE -> "choice";
            case NUMBER -> "number";
            case LIST -> "list";
            case KINDS -> "kinds";
            default -> "text";
        };
        return new Piece(null, name + "." + gap.name(), gap.name(), sort, gap.choices(), shown, gap.least(),
                gap.most(), gap.several() ? "several joined by or" : null);
    }

    /** What the buttons of the form do to it. */
    private static final class Steps {

        private static final PartForm EMPTY = new PartForm("", Map.of(), null);

        private Steps() {
        }

        static RuleForm taken(RuleForm form, String step) {
            if (step == null) {
                return form;
            }
            List<ConditionForm> conditions = new ArrayList<>(form.conditions());
            String[] words = step.split(":");
            int i = words.length > 1 ? number(words[1]) : -1;
            int j = words.length > 2 ? number(words[2]) : -1;
            if (words[0].equals("add") && conditions.size() < MOST_CONDITIONS) {
                conditions.add(new ConditionForm("is", List.of(EMPTY)));
            } else if (i >= 0 && i < conditions.size()) {
                one(conditions, words[0], i, j);
            }
            return new RuleForm(form.name(), form.code(), form.owner(), form.source(), form.reviewBy(),
                    form.severity(), conditions, form.conclusion());
        }

        private static void one(List<ConditionForm> conditions, String step, int i, int j) {
            ConditionForm condition = conditions.get(i);
            List<PartForm> parts = new ArrayList<>(condition.parts());
            if (step.equals("remove")) {
                conditions.remove(i);
            } else if (step.equals("up") && i > 0) {
                conditions.add(i - 1, conditions.remove(i));
            } else if (step.equals("more") && parts.size() < MOST_PARTS) {
                parts.add(EMPTY);
                conditions.set(i, new ConditionForm(condition.joiner(), parts));
            } else if (step.equals("less") && j >= 0 && j < parts.size()) {
                parts.remove(j);
                conditions.set(i, new ConditionForm(condition.joiner(), parts));
            }
        }

        private static int number(String word) {
            return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : -1;
        }
    }
}
