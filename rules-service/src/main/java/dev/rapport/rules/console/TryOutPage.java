package dev.rapport.rules.console;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.tryout.PastedTalk;
import dev.rapport.rules.tryout.Workbench;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All rules of a version on a talk that somebody pastes. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class TryOutPage {

    private static final String TALK = """
            Partner: We moved the whole team to Leeds in spring, and two of them left over it.
            Learner: That sounds like a hard spring. What was it like for you to hold the rest together?
            Partner: Exhausting, honestly. I had no weekend for two months.
            Learner: You should delegate more. Did you tell your boss?
            """;

    private final Desk desk;
    private final Workbench workbench;

    TryOutPage(Desk desk, Workbench workbench) {
        this.desk = desk;
        this.workbench = workbench;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance tryOut(Frame frame, Trial trial);

        static native TemplateInstance tryOut_played(Trial trial);
    }

    @GET
    @Path("try-out")
    @Operation(hidden = true)
    public Response ofLive() {
        return Response.seeOther(URI.create(new Links(null).version("/try-out"))).build();
    }

    @GET
    @Path("versions/{version}/try-out")
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version) {
        return Templates.tryOut(desk.frame(Frame.TRY_OUT),
                trial(desk.version(version), TALK.strip(), "one-to-one", ""));
    }

    @POST
    @Path("versions/{version}/try-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance tried(@PathParam("version") String version, @HeaderParam("HX-Request") String htmx,
            @FormParam("talk") String talk, @FormParam("kind") String kind, @FormParam("stage") String stage) {
        Trial trial = trial(desk.version(version), EditorPage.plain(talk), kind, stage);
        return htmx == null
                ? Templates.tryOut(desk.frame(Frame.TRY_OUT), trial)
                : Templates.tryOut_played(trial);
    }

    private Trial trial(Desk.Shown shown, String talk, String kind, String stage) {
        PastedTalk.Reading reading = PastedTalk.read(talk, kind, stage);
        List<String> refused = List.of();
        List<PlayedLine> played = List.of();
        if (reading instanceof PastedTalk.Reading.Refused faulty) {
            refused = EditorPage.lines(faulty.faults());
        } else if (reading instanceof PastedTalk.Reading.Read read) {
            Workbench.Outcome outcome = workbench.judge(shown.files());
            if (outcome instanceof Workbench.Outcome.Usable usable) {
                played = workbench.play(read.talk(), usable.judge()).turns().stream()
                        .map(turn -> PlayedLine.of(turn, null)).toList();
            } else {
                refused = List.of("The rules of this version cannot be read. Mend them first.");
            }
        }
        return new Trial(shown, shown.links(), talk, kind == null ? "" : kind, stage == null ? "" : stage, refused,
                played);
    }
}
