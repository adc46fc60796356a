package dev.rapport.feedback.page;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.reflection.Reflection;
import dev.rapport.feedback.reflection.Reflections;
import dev.rapport.feedback.tenant.Tenant;
import dev.rapport.feedback.transcript.Transcript;
import dev.rapport.feedback.transcript.Transcript.Line;
import dev.rapport.feedback.transcript.Transcripts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The talk itself: to think about before its message, and to read again with what the message marks. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ForEachLanguage
public class TalkPage {

    /** Longer lines are cut in a list to choose from. */
    private static final int LONGEST_CHOICE = 90;
    /** Who said less said nothing to look back on. */
    private static final int FEWEST_WORDS = 3;

    @Inject
    Messages messages;
    @Inject
    Transcripts transcripts;
    @Inject
    Reflections reflections;
    @Inject
    Unread unread;
    @Inject
    Language language;

    /** The templates. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance talk(String learner, CoachingMessage message, TalkView view);

        static native TemplateInstance reflect(String learner, CoachingMessage message, List<Moment> moments,
                Reflection before);
    }

    /** One of the learner's own turns. */
    public record Moment(int turn, String words) {
    }

    @GET
    @Path("learners/{learner}/messages/{message}/talk")
    @Operation(hidden = true)
    public Response talk(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("message") String message, @QueryParam("page") Integer page) {
        CoachingMessage about = messages.ofLearner(Tenant.of(tenant).id(), learner, message);
        if (unread.is(about)) {
            return ownViewFirst(about);
        }
        Transcript talk = transcripts.of(about.tenant(), about.conversation())
                .orElseThrow(() -> Problems.noTranscript(about.conversation()));
        return Response.ok(language.of(Templates.talk(about.learner(), about,
                TalkView.of(talk.lines(), about, page, language.texts())))).build();
    }

    /** To the page that asks what the learner thinks, in place of one that says what the message says. */
    static Response ownViewFirst(CoachingMessage message) {
        return Response.seeOther(URI.create("/learners/" + message.learner() + "/messages/" + message.id()
                + "/reflect")).build();
    }

    @GET
    @Path("learners/{learner}/messages/{message}/reflect")
    @Operation(hidden = true)
    public TemplateInstance reflect(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("message") String message) {
        CoachingMessage about = messages.ofLearner(Tenant.of(tenant).id(), learner, message);
        return language.of(Templates.reflect(about.learner(), about, moments(about),
                reflections.on(about).orElse(Reflection.NONE)));
    }

    @POST
    @Path("learners/{learner}/messages/{message}/reflect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response keep(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("Sec-Fetch-Site") String site,
            @PathParam("learner") String learner, @PathParam("message") String message, @FormParam("best") String best,
            @FormParam("hardest") String hardest, @FormParam("note") String note) {
        Forms.fromOurOwnPage(site);
        CoachingMessage about = messages.ofLearner(Tenant.of(tenant).id(), learner, message);
        reflections.keep(about, new Reflection(turn("best", best), turn("hardest", hardest), note));
        return Response.seeOther(URI.create("/learners/" + about.learner() + "/messages/" + about.id())).build();
    }

    private static Integer turn(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw Problems.badRequest(new FieldError(field, "no number of a turn", "choose one of the list"));
        }
        return Integer.valueOf(value);
    }

    private List<Moment> moments(CoachingMessage about) {
        Texts texts = language.texts();
        return transcripts.of(about.tenant(), about.conversation()).map(Transcript::lines).orElse(List.of()).stream()
                .filter(line -> line.mine() && line.text() != null
                        && line.text().strip().split("\\s+").length >= FEWEST_WORDS)
                .map(line -> moment(line, texts)).toList();
    }

    static Moment moment(Line line, Texts texts) {
        String words = line.text().strip();
        return new Moment(line.turn(),
                Clock.at(line.turn(), line.startMillis(), texts) + " · " + (words.length() <= LONGEST_CHOICE
                        ? words
                        : MarkedLine.upToWord(words, LONGEST_CHOICE)));
    }
}
