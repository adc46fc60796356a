package dev.rapport.feedback.page;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;
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

import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.practice.Answers;
import dev.rapport.feedback.practice.Attempt;
import dev.rapport.feedback.practice.Due;
import dev.rapport.feedback.practice.Practice;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.tenant.Tenant;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where a learner says lines again. Works without scripts; htmx only saves the reload. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ForEachLanguage
public class PracticePage {

    @Inject
    Messages messages;
    @Inject
    Practice practice;
    @Inject
    Answers answers;
    @Inject
    Drills drills;
    @Inject
    Unread unread;
    @Inject
    Language language;
    @Inject
    Clock clock;

    /** The templates. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance practice(String learner, List<Due> due, List<Later> later);

        static native TemplateInstance drill(DrillView view);
    }

    /** A line that is not due yet. */
    public record Later(String message, String behaviour, String day, int inARow) {
    }

    @GET
    @Path("learners/{learner}/practice")
    @Operation(hidden = true)
    public TemplateInstance lines(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        String of = Tenant.id("learner", learner);
        Instant now = clock.instant();
        String owner = Tenant.of(tenant).id();
        Set<String> waiting = unread.ids(owner, of);
        List<Due> lines = practice.lines(owner, of).stream().filter(line -> !waiting.contains(line.message()))
                .toList();
        Texts texts = language.texts();
        return language.of(Templates.practice(of, lines.stream().filter(line -> !line.at().isAfter(now)).toList(),
                lines.stream().filter(line -> line.at().isAfter(now)).map(line -> new Later(line.message(),
                        line.behaviour(), Days.day(line.at(), texts), line.inARow())).toList()));
    }

    @POST
    @Path("learners/{learner}/messages/{message}/practice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response say(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("HX-Request") String htmx,
            @HeaderParam("Sec-Fetch-Site") String site, @PathParam("learner") String learner,
            @PathParam("message") String message, @FormParam("line") String line) {
        Forms.fromOurOwnPage(site);
        CoachingMessage about = messages.ofLearner(Tenant.of(tenant).id(), learner, message);
        if (unread.is(about)) {
            return TalkPage.ownViewFirst(about);
        }
        if (htmx != null && (line == null || line.isBlank())) {
            return Response.ok(language.of(Templates.drill(drills.of(about, null, line,
                    language.texts().writeWhatYouWouldSay())))).build();
        }
        Attempt attempt = answers.to(about.tenant(), practice.attempt(about.tenant(), about.id(), line));
        return htmx != null
                ? Response.ok(language.of(Templates.drill(drills.of(about, attempt, null, null)))).build()
                // after a redirect, reload sends nothing again
                : Response.seeOther(URI.create("/learners/" + about.learner() + "/messages/" + about.id()
                        + "#practice")).build();
    }

    @GET
    @Path("learners/{learner}/messages/{message}/practice/{attempt}")
    @Operation(hidden = true)
    public Response one(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("message") String message, @PathParam("attempt") String attempt) {
        CoachingMessage about = messages.ofLearner(Tenant.of(tenant).id(), learner, message);
        if (unread.is(about)) {
            return TalkPage.ownViewFirst(about);
        }
        return Response.ok(language.of(Templates.drill(drills.of(about,
                practice.find(about.tenant(), about.id(), Tenant.id("attempt", attempt))
                        .orElseThrow(() -> Problems.unknownAttempt(attempt)),
                null, null)))).build();
    }
}
