package dev.rapport.rules.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.proposal.Proposals;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.RuleCompletion;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.tryout.PastedTalk;
import dev.rapport.rules.tryout.PlayedTalk;
import dev.rapport.rules.tryout.Workbench;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where a rule is changed: its sentence, what is wrong with it, and what it would say of a talk, while one types. */
@Path("/console/versions/{version}/rules/{code}")
@Produces(MediaType.TEXT_HTML)
public class EditorPage {

    private static final int MOST_OFFERS = 30;

    private final Desk desk;
    private final Workbench workbench;
    private final Rulebooks rulebooks;
    private final Proposals proposals;

    EditorPage(Desk desk, Workbench workbench, Rulebooks rulebooks, Proposals proposals) {
        this.desk = desk;
        this.workbench = workbench;
        this.rulebooks = rulebooks;
        this.proposals = proposals;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        /** @param notRight how often learners said so of the rule and nobody has looked at it yet */
        static native TemplateInstance editor(Frame frame, Editor editor, int notRight);

        static native TemplateInstance editor_live(Editor editor);

        static native TemplateInstance editor_talk(Editor editor);
    }

    /** What the form of the editor sends. */
    public static final class Sent {
        @FormParam("text")
        String text;
        @FormParam("talk")
        String talk;
        @FormParam("kind")
        String kind;
        @FormParam("stage")
        String stage;
        @FormParam("edition")
        Integer edition;
        @FormParam("example")
        String example;
        @FormParam("take")
        String take;
        @FormParam("why")
        String why;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version, @PathParam("code") String code,
            @QueryParam("saved") String saved, @QueryParam("example") String example) {
        Desk.Shown shown = desk.version(version);
        String text = text(shown, code);
        List<Example> examples = RuleText.examples(shown.files(), code);
        int chosen = examples.isEmpty() ? -1 : Math.max(0, number(example, examples.size()));
        PastedTalk talk = examples.isEmpty() ? null : PastedTalk.of(examples.get(chosen));
        Editor editor = editor(shown, code, text, examples, chosen, talk == null ? "" : talk.text(),
                talk == null ? "" : talk.setting().kind(), talk == null ? "" : talk.setting().stage(), true);
        return page(saved == null || shown.number() == null
                ? editor
                : editor.problems().isEmpty()
                        ? editor.saying("good", "Saved in version " + shown.number() + ".")
                        : editor.saying("warn",
                                "Saved in version " + shown.number() + ", with what is listed under problems."));
    }

    private TemplateInstance page(Editor editor) {
        return Templates.editor(desk.frame(Frame.RULES), editor,
                proposals.open(desk.person().tenant()).getOrDefault(editor.code(), 0));
    }

    /** Saves a rule of a draft, faults and all; of what is in force, into a draft of its own. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(@PathParam("version") String version, @PathParam("code") String code,
            @BeanParam Sent sent) {
        Desk.Shown shown = desk.version(version);
        try {
            place(shown, code);
            RulebookFiles files = RuleText.replaceText(shown.files(), code, plain(sent.text));
            int number = shown.live()
                    ? startedWith(files, sent.why)
                    : rulebooks.save(desk.person(), shown.number(), sent.edition == null ? 0 : sent.edition, files)
                            .number();
            String now = RuleText.find(files, code).isPresent() ? code : codeIn(plain(sent.text), code);
            return Response.seeOther(URI.create(new Links(number).rule(now) + "?saved=yes")).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(page(sent(shown, code, sent).saying("bad",
                    "Not saved. " + refused.refusal().words() + " Your words are still here."))).build();
        }
    }

    private int startedWith(RulebookFiles files, String why) {
        Version draft = rulebooks.startDraft(desk.person(), null, VersionsPage.reason(why, "a change"));
        return rulebooks.save(desk.person(), draft.number(), draft.edition(), files).number();
    }

    @POST
    @Path("live")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance live(@PathParam("version") String version, @PathParam("code") String code,
            @BeanParam Sent sent) {
        return Templates.editor_live(sent(desk.version(version), code, sent));
    }

    /** What may come next at the caret. */
    record Offers(List<Offer> offers) {
    }

    /**
     * @param from where the words that are replaced begin, from 0; they end at the caret
     * @param words to put in; empty where only the person knows them
     * @param note what it means; null if that is plain
     */
    record Offer(int from, String words, String shown, String note) {
    }

    @POST
    @Path("complete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Offers complete(@PathParam("version") String version, @BeanParam Sent sent,
            @FormParam("caret") int caret) {
        return new Offers(RuleCompletion.complete(plain(sent.text), caret,
                RuleText.lexicon(desk.version(version).files())).stream().limit(MOST_OFFERS)
                .map(each -> new Offer(each.from(), each.placeholder() ? "" : each.text(), each.text(),
                        each.explanation()))
                .toList());
    }

    /** The same without scripts. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance check(@PathParam("version") String version, @PathParam("code") String code,
            @BeanParam Sent sent) {
        Desk.Shown shown = desk.version(version);
        return page(sent.take == null ? sent(shown, code, sent) : chosen(shown, code, sent));
    }

    /** Takes up one of the examples as the talk. */
    @POST
    @Path("talk")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance talk(@PathParam("version") String version, @PathParam("code") String code,
            @BeanParam Sent sent) {
        Desk.Shown shown = desk.version(version);
        return Templates.editor_talk(chosen(shown, code, sent));
    }

    private Editor chosen(Desk.Shown shown, String code, Sent sent) {
        List<Example> examples = RuleText.examples(shown.files(), code);
        int chosen = number(sent.example, examples.size());
        if (chosen >= 0) {
            PastedTalk talk = PastedTalk.of(examples.get(chosen));
            return editor(shown, code, plain(sent.text), examples, chosen, talk.text(), talk.setting().kind(),
                    talk.setting().stage(), true);
        }
        return sent(shown, code, sent);
    }

    private Editor sent(Desk.Shown shown, String code, Sent sent) {
        List<Example> examples = RuleText.examples(shown.files(), code);
        int chosen = number(sent.example, examples.size());
        // an example that was not changed keeps what cannot be written down, its times
        boolean asWritten = chosen >= 0 && PastedTalk.of(examples.get(chosen)).text().equals(plain(sent.talk));
        return editor(shown, code, plain(sent.text), examples, asWritten ? chosen : -1, plain(sent.talk), sent.kind,
                sent.stage, asWritten);
    }

    private Editor editor(Desk.Shown shown, String code, String text, List<Example> examples, int chosen, String talk,
            String kind, String stage, boolean asWritten) {
        RuleText.Place place = place(shown, code);
        RulebookFiles files = RuleText.replaceText(shown.files(), code, text);
        Proof proof = Proof.of(files, Spot.of(place.path(), place.firstLine(), text), code, desk.today(), workbench,
                shown.links());
        PastedTalk.Reading reading = asWritten && chosen >= 0
                ? new PastedTalk.Reading.Read(PastedTalk.of(examples.get(chosen)))
                : PastedTalk.read(talk, kind, stage);
        List<PlayedLine> played = new ArrayList<>();
        if (proof.judge() != null && reading instanceof PastedTalk.Reading.Read read) {
            PlayedTalk result = workbench.play(read.talk(), proof.judge());
            String now = nowCalled(proof, code, text);
            result.turns().forEach(turn -> played.add(PlayedLine.of(turn, now)));
        }
        List<String> refused = reading instanceof PastedTalk.Reading.Refused faulty && !talk.isBlank()
                ? lines(faulty.faults())
                : List.of();
        return new Editor(code, shown, shown.links(), place.path(), text, proof.problems(), proof.judge() != null,
                Choice.of(examples, proof.shown()), chosen, talk, kind == null ? "" : kind, stage == null ? "" : stage,
                refused, played, null, null);
    }

    /** The code of the rule in the text, which may just have been changed. */
    private static String nowCalled(Proof proof, String code, String text) {
        return proof.judge().rulebook().rule(code).isPresent() ? code : codeIn(text, code);
    }

    private static String codeIn(String text, String otherwise) {
        return text.lines().map(String::strip).filter(line -> line.startsWith("code ")).findFirst()
                .map(line -> line.substring("code ".length()).strip()).filter(code -> code.matches("[A-Z][A-Z0-9_-]*"))
                .orElse(otherwise);
    }

    private static RuleText.Place place(Desk.Shown shown, String code) {
        return RuleText.find(shown.files(), code).orElseThrow(() -> Problems
                .of("unknown-rule", 404, "Unknown rule", "There is no rule " + code + " in this version.").build());
    }

    private static String text(Desk.Shown shown, String code) {
        place(shown, code);
        return RuleText.textOf(shown.files(), code).orElseThrow().stripTrailing();
    }

    private static int number(String chosen, int size) {
        try {
            int number = chosen == null || chosen.isBlank() ? -1 : Integer.parseInt(chosen);
            return number < size ? number : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** What is wrong with a talk, a sentence a fault. */
    static List<String> lines(List<Fault> faults) {
        return faults.stream().map(fault -> "Line " + fault.line() + ": " + fault.what()
                + (fault.expected() == null ? "" : ", expected " + fault.expected()) + ".").toList();
    }

    /** Browsers send a text area with carriage returns. */
    static String plain(String sent) {
        return sent == null ? "" : sent.replace("\r\n", "\n").replace('\r', '\n');
    }
}
