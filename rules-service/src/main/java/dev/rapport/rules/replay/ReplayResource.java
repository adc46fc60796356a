package dev.rapport.rules.replay;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

import dev.rapport.rules.archive.Sample;
import dev.rapport.rules.person.Asking;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;
import dev.rapport.rules.rulebook.RulebookFiles;

/** Replays over HTTP: start one, watch it, end it, read what it found. */
@Path("/replays")
@Tag(name = "Replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReplayResource {

    private static final int MOST_CHANGES = 500;

    private static final String START = """
            {"version": 7, "sample": {"kinds": ["support"], "most": 2000}}
            """;
    private static final String RUNNING = """
            {"id": "r-0b7c2f1e", "state": "RUNNING", "percent": 41, "version": 7, "startedBy": "ada",
             "startedAt": "2026-11-02T10:15:00Z", "liveVersion": "9f2c0a4be1d7", "draftVersion": "1c77e0aa52f4",
             "conversations": 2000, "done": 820}
            """;
    private static final String CHANGES = """
            {"changes": [{"conversation": "call-0412", "learner": "lena", "kind": "support", "what": "GONE",
              "turns": [12, 13, 14], "before": {"kind": "COACHING",
               "growth": {"rule": "B20", "behaviour": "Closed-question streak", "clarity": "CLEAR", "turn": 14,
                "turns": [12, 13, 14], "quote": "Is it live?", "says": "...", "rewrite": "..."}, "text": "..."},
              "after": {"kind": "NOT_ENOUGH", "text": "..."}}], "next": 1}
            """;

    private final Replays replays;
    private final Asking asking;

    ReplayResource(Replays replays, Asking asking) {
        this.replays = replays;
        this.asking = asking;
    }

    /**
     * What to try on what. Either a version or files.
     *
     * @param version its number
     * @param files text by path
     * @param sample which conversations; all if absent
     */
    public record Start(Integer version, SortedMap<String, String> files, Wanted sample) {
    }

    /** Which conversations; what is absent leaves nothing out. {@code most} takes the latest. */
    public record Wanted(Instant from, Instant before, Set<String> kinds, Set<String> learners,
            Set<String> conversations, Integer most) {

        Sample sample() {
            if (most != null && most < 1) {
                throw Problems.badRequest(new FieldError("sample.most", "less than one", "send 1 or more"));
            }
            return new Sample(from, before, kinds, learners, conversations, most);
        }
    }

    /**
     * A replay as it stands.
     *
     * @param percent 0 to 100
     * @param version number; absent for texts that are none
     * @param summary what it found; absent before it is done
     */
    public record View(String id, Job.State state, int percent, Integer version, String startedBy, Instant startedAt,
            Instant endedAt, String liveVersion, String draftVersion, long conversations, long done, String problem,
            Summary summary) {

        static View of(Job job) {
            return new View(job.id(), job.state(), job.percent(), job.draft(), job.startedBy(), job.startedAt(),
                    job.endedAt(), job.liveVersion(), job.draftVersion(), job.conversations(), job.done(),
                    job.problem(), job.summary());
        }
    }

    record ReplayList(List<View> replays) {
    }

    @POST
    @Operation(summary = "Try a draft on past conversations", description = "Compares what learners would have read with what they read by the rulebook in force. Goes on after the answer; follow its Location.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Start.class), examples = @ExampleObject(name = "a version", value = START)))
    @APIResponse(responseCode = "202", description = "It goes on", content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class), examples = @ExampleObject(name = "running", value = RUNNING)))
    @APIResponse(responseCode = "400", description = "Neither a version nor files", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No such version", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "No rulebook in force", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "422", description = "The draft has faults", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "429", description = "Too many replays wait", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response start(Start start) {
        if (start == null || (start.version() == null) == (start.files() == null)) {
            throw Problems.badRequest(
                    new FieldError("version", "neither or both of version and files", "send one of them"));
        }
        Sample sample = start.sample() == null ? Sample.ALL : start.sample().sample();
        Job job = start.version() != null
                ? replays.start(asking.person(), start.version(), sample)
                : replays.start(asking.person(), new RulebookFiles(start.files()), sample);
        return Response.accepted(View.of(job)).location(URI.create("/replays/" + job.id())).build();
    }

    @GET
    @Operation(summary = "The last replays, newest first")
    public ReplayList all() {
        return new ReplayList(replays.all(asking.tenant()).stream().map(View::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Where a replay stands, and what it found once it is done")
    @APIResponse(responseCode = "200", description = "As it stands", content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class), examples = @ExampleObject(name = "running", value = RUNNING)))
    @APIResponse(responseCode = "404", description = "No such replay", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public View replay(@PathParam("id") String id) {
        return View.of(replays.job(asking.tenant(), id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "End a replay", description = "It stops within about a second. One that is over stays as it is.")
    @APIResponse(responseCode = "200", description = "It ends", content = @Content(mediaType = "application/json", schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "No such replay", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @Consumes(MediaType.WILDCARD)
    public View cancel(@PathParam("id") String id) {
        return View.of(replays.cancel(asking.tenant(), id));
    }

    @GET
    @Path("{id}/changes")
    @Operation(summary = "Whose message changes, and how", description = "Also while the replay goes on. Each change names the conversation and the turns to open.")
    @APIResponse(responseCode = "200", description = "A page of them", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Replays.Page.class), examples = @ExampleObject(name = "one gone", value = CHANGES)))
    @APIResponse(responseCode = "400", description = "No such filter", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No such replay", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Replays.Page changes(@PathParam("id") String id,
            @Parameter(description = "new, gone, changed or reworded") @QueryParam("what") String what,
            @Parameter(description = "code of the rule of a point before or after", example = "B20") @QueryParam("rule") String rule,
            @Parameter(description = "of the conversation", example = "support") @QueryParam("kind") String kind,
            @Parameter(description = "of a point before or after: clear, likely or unsure") @QueryParam("clarity") String clarity,
            @Parameter(description = "next of the page before") @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST_CHANGES) {
            throw Problems.badRequest(new FieldError("limit", "out of range", "send 1 to " + MOST_CHANGES));
        }
        return replays.changes(asking.tenant(), id, new Replays.Wanted(what(what), rule, kind,
                clarity == null ? null : clarity.toUpperCase(Locale.ROOT)), after, limit);
    }

    private static Change.What what(String word) {
        if (word == null) {
            return null;
        }
        for (Change.What what : Change.What.values()) {
            if (what.name().equalsIgnoreCase(word)) {
                return what;
            }
        }
        throw Problems.badRequest(new FieldError("what", "no such change", "send new, gone, changed or reworded"));
    }
}
