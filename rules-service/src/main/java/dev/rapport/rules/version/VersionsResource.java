package dev.rapport.rules.version;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.rules.person.Asking;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.difference.Difference;
import dev.rapport.rules.version.RefusedProblem.FaultView;

/** The versions of a tenant's rulebook, over HTTP. */
@Path("/rulebooks")
@Tag(name = "Rulebooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VersionsResource {

    private static final int USUAL_DEEDS = 50;
    private static final int MOST_DEEDS = 500;

    private static final String DRAFT = """
            {"number": 7, "state": "draft", "edition": 1,
             "hash": "9f2c0a4be1d7569f2c0a4be1d7569f2c0a4be1d7569f2c0a4be1d7569f2c0a4b",
             "defaultHash": "9f2c0a4be1d7569f2c0a4be1d7569f2c0a4be1d7569f2c0a4be1d7569f2c0a4b", "startedFrom": 6,
             "why": "closed questions are too strict for support", "startedBy": "ada", "startedAt": "2026-11-02T10:15:00Z",
             "changedBy": "ada", "changedAt": "2026-11-02T10:15:00Z", "authors": ["ada"], "canBeRolledBackTo": false}
            """;
    private static final String FILES = """
            {"files": {"behaviours/questions.rules": "rule \\"Three closed questions in a row\\" ...",
             "phrases/thanks.txt": "thank you\\n"}}
            """;
    private static final String CHANGED = """
            {"type": "https://rapport.dev/problems/changed-meanwhile", "title": "Changed meanwhile", "status": 409,
             "detail": "ben changed version 7 meanwhile. Load edition 4, then make your change again.", "edition": 4,
             "changedBy": "ben", "changedAt": "2026-11-02T10:17:30Z"}
            """;
    private static final String FAULTY = """
            {"version": {"number": 7, "state": "draft", "edition": 3, "authors": ["ada"]},
             "faults": [{"file": "behaviours/questions.rules", "line": 4, "column": 18,
              "problem": "\\"clsoed question\\" is no kind of turn",
              "todo": "expected a kind of turn, did you mean \\"closed question\\"?"}]}
            """;
    private static final String OWN = """
            {"type": "https://rapport.dev/problems/own-approval", "title": "Own approval", "status": 403,
             "detail": "ada wrote in version 7. Ask somebody to approve it who has written nothing of it."}
            """;

    private final Rulebooks rulebooks;
    private final Asking asking;

    VersionsResource(Rulebooks rulebooks, Asking asking) {
        this.rulebooks = rulebooks;
        this.asking = asking;
    }

    /**
     * @param from number of the version to begin with; null for what is in force
     * @param fromDefault whether to begin with the default rulebook instead
     */
    public record NewDraft(Integer from, boolean fromDefault, String why) {
    }

    /**
     * @param edition the one that was seen
     */
    public record Step(Integer edition, String why) {
    }

    /**
     * @param edition the one that was changed
     * @param files text by path
     * @param onNewDefault whether the default rulebook as it is now was looked at and is what this is based on from now on
     */
    public record NewFiles(Integer edition, SortedMap<String, String> files, boolean onNewDefault) {
    }

    /**
     * @param to number of the version; null for the default rulebook
     */
    public record RollBack(Integer to, String why) {
    }

    public record Files(SortedMap<String, String> files) {
    }

    /**
     * @param words the same, to read
     */
    record DifferenceView(String words, Difference changes) {
    }

    /**
     * @param words the same, to read
     * @param mergedHash of the texts that taking over would make
     */
    record InheritanceView(String words, List<Inheritance.Part> parts, String mergedHash) {
    }

    record VersionList(List<VersionView> versions) {
    }

    record SilencedList(List<SilencedRule> silenced) {
    }

    /**
     * @param version checked if there is no fault, a draft otherwise
     * @param hints worth a look; they keep it from nothing
     */
    record CheckView(VersionView version, List<FaultView> faults, List<FaultView> hints) {
    }

    /**
     * @param version absent where it is about no single one
     */
    record DeedView(long id, Integer version, String person, Instant at, String deed, String why, String hash) {

        static DeedView of(Deed deed) {
            return new DeedView(deed.id(), deed.number(), deed.person(), deed.at(), deed.what().name(), deed.why(),
                    deed.hash());
        }
    }

    /**
     * @param next what to send as {@code before} for older ones; null if these are the oldest
     */
    record History(List<DeedView> deeds, Long next) {
    }

    @GET
    @Path("versions")
    @Operation(summary = "All versions, newest first")
    @APIResponse(responseCode = "200", description = "The versions", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionList.class), examples = @ExampleObject(name = "one draft", value = "{\"versions\": ["
            + DRAFT + "]}")))
    public VersionList versions() {
        return new VersionList(rulebooks.versions(asking.tenant()).stream().map(VersionView::of).toList());
    }

    @POST
    @Path("versions")
    @Operation(summary = "Start a draft", description = "It begins as a copy of a version, of what is in force, or of the default rulebook.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewDraft.class), examples = @ExampleObject(name = "from what is in force", value = "{\"why\": \"closed questions are too strict for support\"}")))
    @APIResponse(responseCode = "201", description = "Started", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class), examples = @ExampleObject(name = "a draft", value = DRAFT)))
    @APIResponse(responseCode = "404", description = "No such version to start from", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response start(NewDraft draft) {
        NewDraft asked = needed(draft);
        String why = reason(asked.why());
        Version version = asked.fromDefault()
                ? rulebooks.startDraftFromDefault(asking.person(), why)
                : rulebooks.startDraft(asking.person(), asked.from(), why);
        return Response.created(URI.create("/rulebooks/versions/" + version.number()))
                .entity(VersionView.of(version)).build();
    }

    @GET
    @Path("versions/{number}")
    @Operation(summary = "A version")
    @APIResponse(responseCode = "200", description = "The version", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class), examples = @ExampleObject(name = "a draft", value = DRAFT)))
    @APIResponse(responseCode = "404", description = "No such version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView version(@PathParam("number") int number) {
        return VersionView.of(rulebooks.find(asking.tenant(), number));
    }

    @GET
    @Path("versions/{number}/files")
    @Operation(summary = "The texts of a version by path, comments and all")
    @APIResponse(responseCode = "200", description = "The texts", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Files.class), examples = @ExampleObject(name = "two files", value = FILES)))
    @APIResponse(responseCode = "404", description = "No such version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Files files(@PathParam("number") int number) {
        return new Files(rulebooks.files(asking.tenant(), number).texts());
    }

    @GET
    @Path("versions/{number}/difference")
    @Operation(summary = "What is different in a version, in sentences")
    @APIResponse(responseCode = "200", description = "By rule, phrase list, message and example", content = @Content(mediaType = "application/json", schema = @Schema(implementation = DifferenceView.class), examples = @ExampleObject(name = "a changed threshold", value = "{\"words\": \"Changed rule B20 \\\"Three closed questions in a row\\\" ...\", \"changes\": {\"rules\": [], \"phrases\": [], \"messages\": [], \"examples\": []}}")))
    @APIResponse(responseCode = "404", description = "No such version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public DifferenceView difference(@PathParam("number") int number,
            @Parameter(description = "Number of the version to compare with; left out for what is in force", example = "6") @QueryParam("from") Integer from) {
        Difference difference = rulebooks.difference(asking.tenant(), number, from);
        return new DifferenceView(difference.inSentences(), difference);
    }

    @GET
    @Path("versions/{number}/inheritance")
    @Operation(summary = "What a change of the default rulebook means for a version", description = "By rule, phrase list, message and example: what would be taken over, what stays the version's own, and where both changed.")
    @APIResponse(responseCode = "200", description = "Empty if the default has not changed", content = @Content(mediaType = "application/json", schema = @Schema(implementation = InheritanceView.class), examples = @ExampleObject(name = "a rule both changed", value = "{\"words\": \"Rule B20: the default changed it and so did you.\", \"parts\": [{\"sort\": \"RULE\", \"name\": \"B20\", \"outcome\": \"BOTH_CHANGED\"}]}")))
    @APIResponse(responseCode = "404", description = "No such version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public InheritanceView inheritance(@PathParam("number") int number) {
        Inheritance inheritance = rulebooks.inheritance(asking.tenant(), number);
        return new InheritanceView(inheritance.inSentences(), inheritance.parts(),
                inheritance.merged().fingerprint());
    }

    @POST
    @Path("versions/{number}/inheritance")
    @Operation(summary = "Take over what changed in the default rulebook", description = "Into a draft. What both changed stays as the draft has it.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 2", value = "{\"edition\": 2}")))
    @APIResponse(responseCode = "200", description = "Saved", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is no draft", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView takeOver(@PathParam("number") int number, Step step) {
        int edition = edition(needed(step).edition());
        return VersionView.of(rulebooks.saveOnNewDefault(asking.person(), number, edition,
                rulebooks.inheritance(asking.tenant(), number).merged()));
    }

    @GET
    @Path("default/files")
    @Operation(summary = "The texts of the default rulebook as it is now")
    @APIResponse(responseCode = "200", description = "The texts", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Files.class), examples = @ExampleObject(name = "two files", value = FILES)))
    public Files defaultFiles() {
        return new Files(rulebooks.defaultFiles().texts());
    }

    @PUT
    @Path("versions/{number}/files")
    @Operation(summary = "Save the texts of a draft", description = "All of them: a file that is not sent is gone. They may have faults; a check says which.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewFiles.class), examples = @ExampleObject(name = "one file", value = "{\"edition\": 3, \"files\": {\"behaviours/questions.rules\": \"rule \\\"Three closed questions in a row\\\" ...\"}}")))
    @APIResponse(responseCode = "200", description = "Saved", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class), examples = @ExampleObject(name = "a draft", value = DRAFT)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is no draft", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "changed meanwhile", value = CHANGED)))
    @APIResponse(responseCode = "422", description = "Paths or sizes no rulebook may have", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView save(@PathParam("number") int number, NewFiles files) {
        NewFiles asked = needed(files);
        if (asked.files() == null || asked.files().containsValue(null)) {
            throw Problems.badRequest(new FieldError("files", "missing, or a file without text",
                    "send all texts by path"));
        }
        RulebookFiles texts = new RulebookFiles(new TreeMap<>(asked.files()));
        return VersionView.of(asked.onNewDefault()
                ? rulebooks.saveOnNewDefault(asking.person(), number, edition(asked.edition()), texts)
                : rulebooks.save(asking.person(), number, edition(asked.edition()), texts));
    }

    @POST
    @Path("versions/{number}/check")
    @Operation(summary = "Check a draft", description = "Reads it, reviews it and plays its examples. Without a fault it is checked, and its texts stay as they are from then on.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 3", value = "{\"edition\": 3}")))
    @APIResponse(responseCode = "200", description = "What was found; the state says whether it is checked", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckView.class), examples = @ExampleObject(name = "a misspelt word", value = FAULTY)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is no draft", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "changed meanwhile", value = CHANGED)))
    public CheckView check(@PathParam("number") int number, Step step) {
        Rulebooks.Check check = rulebooks.check(asking.person(), number, edition(needed(step).edition()));
        return new CheckView(VersionView.of(check.version()), FaultView.of(check.faults()),
                FaultView.of(check.hints()));
    }

    @POST
    @Path("versions/{number}/shadow")
    @Operation(summary = "Put a checked version into the shadow", description = "It observes beside the one in force and coaches nobody. One that was there before leaves it.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 4", value = "{\"edition\": 4, \"why\": \"see how often it fires\"}")))
    @APIResponse(responseCode = "200", description = "In the shadow", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is not checked", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView shadow(@PathParam("number") int number, Step step) {
        Step asked = needed(step);
        return VersionView.of(rulebooks.toShadow(asking.person(), number, edition(asked.edition()),
                words(asked.why())));
    }

    @DELETE
    @Path("versions/{number}/shadow")
    @Operation(summary = "Take a version out of the shadow")
    @APIResponse(responseCode = "200", description = "Checked, as before", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is not in the shadow", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView outOfShadow(@PathParam("number") int number,
            @Parameter(description = "The one that was seen", example = "5") @QueryParam("edition") Integer edition,
            @QueryParam("why") String why) {
        return VersionView.of(rulebooks.outOfShadow(asking.person(), number, edition(edition), words(why)));
    }

    @POST
    @Path("versions/{number}/approval")
    @Operation(summary = "Approve a checked version", description = "Whoever wrote something of it cannot.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 5", value = "{\"edition\": 5, \"why\": \"read the replay of last month\"}")))
    @APIResponse(responseCode = "200", description = "Approved", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "403", description = "Own work", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(name = "own approval", value = OWN)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is not checked", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView approve(@PathParam("number") int number, Step step) {
        Step asked = needed(step);
        return VersionView.of(rulebooks.approve(asking.person(), number, edition(asked.edition()),
                words(asked.why())));
    }

    @POST
    @Path("versions/{number}/release")
    @Operation(summary = "Put an approved version into force", description = "Its examples are played once more. Running services take it up between two turns, without a restart.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 6", value = "{\"edition\": 6, \"why\": \"the pilot in Leeds went well\"}")))
    @APIResponse(responseCode = "200", description = "Live", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is not approved", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "422", description = "It has faults that it had not when it was checked", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView release(@PathParam("number") int number, Step step) {
        Step asked = needed(step);
        return VersionView.of(rulebooks.release(asking.person(), number, edition(asked.edition()),
                reason(asked.why())));
    }

    @POST
    @Path("versions/{number}/retirement")
    @Operation(summary = "Put away a version that is not in force")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Step.class), examples = @ExampleObject(name = "edition 2", value = "{\"edition\": 2, \"why\": \"not needed any more\"}")))
    @APIResponse(responseCode = "200", description = "Retired", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "Somebody changed it meanwhile, or it is or was in force", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView retire(@PathParam("number") int number, Step step) {
        Step asked = needed(step);
        return VersionView.of(rulebooks.retire(asking.person(), number, edition(asked.edition()),
                words(asked.why())));
    }

    @POST
    @Path("rollback")
    @Operation(summary = "Put into force again what was before", description = "A version that was live once, or the default rulebook if \"to\" is left out. Answers with the version that was rolled back to, or the one that was retired.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = RollBack.class), examples = @ExampleObject(name = "to version 6", value = "{\"to\": 6, \"why\": \"too many messages about closed questions\"}")))
    @APIResponse(responseCode = "200", description = "Done", content = @Content(mediaType = "application/json", schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "409", description = "It has never been in force, or is already", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public VersionView rollBack(RollBack rollBack) {
        RollBack asked = needed(rollBack);
        String why = reason(asked.why());
        return VersionView.of(asked.to() == null
                ? rulebooks.rollBackToDefault(asking.person(), why)
                : rulebooks.rollBack(asking.person(), asked.to(), why));
    }

    @GET
    @Path("history")
    @Operation(summary = "Who did what, when and why, newest first")
    @APIResponse(responseCode = "200", description = "One page", content = @Content(mediaType = "application/json", schema = @Schema(implementation = History.class), examples = @ExampleObject(name = "an approval", value = "{\"deeds\": [{\"id\": 41, \"version\": 7, \"person\": \"ben\", \"at\": \"2026-11-02T11:00:00Z\", \"deed\": \"APPROVED\", \"why\": \"read the replay of last month\", \"hash\": \"9f2c0a4be1d7\"}], \"next\": null}")))
    public History history(
            @Parameter(description = "Only of this version", example = "7") @QueryParam("version") Integer version,
            @Parameter(description = "\"next\" of the page before") @QueryParam("before") Long before,
            @Parameter(description = "1 to 500; 50 if left out", example = "50") @QueryParam("limit") Integer limit) {
        int most = limit == null ? USUAL_DEEDS : limit;
        if (most < 1 || most > MOST_DEEDS) {
            throw Problems.badRequest(new FieldError("limit", "no page size",
                    "send a number from 1 to " + MOST_DEEDS));
        }
        List<DeedView> deeds = rulebooks.history(asking.tenant(), version, before, most).stream().map(DeedView::of)
                .toList();
        return new History(deeds, deeds.size() < most ? null : deeds.get(deeds.size() - 1).id());
    }

    @GET
    @Path("silenced")
    @Operation(summary = "Rules that are set aside", description = "They ran away and are left out, or learners often called them not right and they coach nobody. Their owner changes them: what says something else is heard again when it is released.")
    @APIResponse(responseCode = "200", description = "The rules", content = @Content(mediaType = "application/json", schema = @Schema(implementation = SilencedList.class), examples = @ExampleObject(name = "one rule", value = "{\"silenced\": [{\"code\": \"B31\", \"version\": \"0123456789ab\", \"name\": \"Returns to a detail\", \"owner\": \"Sales enablement\", \"what\": \"the turn returns to a detail of the last 200 turns\", \"observes\": false, \"since\": \"2026-11-02T11:00:00Z\"}]}")))
    public SilencedList silenced() {
        return new SilencedList(rulebooks.silenced(asking.tenant()));
    }

    @DELETE
    @Path("silenced/{code}")
    @Operation(summary = "Let a rule that is set aside be heard again as it is")
    @APIResponse(responseCode = "204", description = "It is heard again")
    @APIResponse(responseCode = "404", description = "It is not silenced", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public void hearAgain(@PathParam("code") String code, @QueryParam("why") String why) {
        if (!rulebooks.hearAgain(asking.person(), code, words(why))) {
            throw Problems.of("not-silenced", 404, "Not silenced",
                    "No rule of that code is silenced. GET /rulebooks/silenced says which are.").build();
        }
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Problems.badRequest(new FieldError("body", "nothing sent", "see /q/openapi for its shape"));
        }
        return body;
    }

    private static int edition(Integer edition) {
        if (edition == null) {
            throw Problems.badRequest(new FieldError("edition", "missing", "send the edition you saw"));
        }
        return edition;
    }

    private static String reason(String why) {
        if (why == null || why.isBlank()) {
            throw Problems.badRequest(new FieldError("why", "missing", "say why, in a sentence"));
        }
        return words(why);
    }

    private static String words(String why) {
        if (why != null && (why.length() > Rulebooks.LONGEST_WHY || why.indexOf('\0') >= 0)) {
            throw Problems.badRequest(new FieldError("why", "longer than " + Rulebooks.LONGEST_WHY
                    + " characters, or no text", "say it shorter"));
        }
        return why == null || why.isBlank() ? null : why.strip();
    }
}
