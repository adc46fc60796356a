package dev.rapport.feedback.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.ReactionGiven.Reaction;
import dev.rapport.feedback.message.CoachingMessage;
import dev.rapport.feedback.message.MessagePage;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.message.PointName;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.reaction.ReactionResource;
import dev.rapport.feedback.reaction.Reactions;
import dev.rapport.feedback.tenant.Tenant;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A learner's pages. Everything works without scripts; htmx only saves the reload after a reaction. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class LearnerPage {

    private static final int MESSAGES_A_PAGE = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    Messages messages;
    @Inject
    Reactions reactions;

    /** The templates. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance messages(String learner, List<Row> rows, String next, boolean first);

        static native TemplateInstance message(String learner, CoachingMessage message, String day,
                List<String> opening,
                List<PointView> points, List<Open> open, int judged);

        static native TemplateInstance reaction(PointView view);
    }

    /**
     * A message in the list.
     *
     * @param at for machines, {@code day} for people
     */
    public record Row(String id, String at, String day, String title, String first) {
    }

    /** A behaviour that could not be judged, and why. */
    public record Open(String name, String reason) {
    }

    @GET
    @Path("learners/{learner}")
    @Operation(hidden = true)
    public TemplateInstance list(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @QueryParam("cursor") String cursor) {
        String of = Tenant.id("learner", learner);
        MessagePage page = messages.of(Tenant.of(tenant).id(), of, MESSAGES_A_PAGE, cursor)
                .orElseThrow(() -> Problems.badRequest(new FieldError("cursor", "no cursor of ours",
                        "follow the links of the page")));
        return Templates.messages(of, page.messages().stream().map(LearnerPage::row).toList(), page.next(),
                cursor == null);
    }

    @GET
    @Path("learners/{learner}/messages/{message}")
    @Operation(hidden = true)
    public TemplateInstance one(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("message") String message) {
        String owner = Tenant.of(tenant).id();
        CoachingMessage shown = mine(owner, learner, message);
        Map<PointName, Reaction> given = reactions.to(owner, shown.id());
        List<PointView> points = Stream.of(PointName.values())
                .map(name -> PointView.of(shown, name, given.get(name), messages.wordings(owner).house()))
                .filter(Objects::nonNull).toList();
        return Templates.message(shown.learner(), shown, DAY.format(shown.composedAt()),
                shown.opening().lines().toList(), points, open(shown), judged(shown));
    }

    @POST
    @Path("learners/{learner}/messages/{message}/reactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response react(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("HX-Request") String htmx,
            @HeaderParam("Sec-Fetch-Site") String site, @PathParam("learner") String learner,
            @PathParam("message") String message, @FormParam("point") String point,
            @FormParam("reaction") String reaction) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Problems.foreignForm();
        }
        String owner = Tenant.of(tenant).id();
        CoachingMessage about = mine(owner, learner, message);
        PointName name = ReactionResource.pointOf(point);
        Reaction given = reactions.give(owner, about.id(), name, ReactionResource.reactionOf(reaction)).reaction();
        if (htmx != null) {
            return Response.ok(Templates.reaction(PointView.of(about, name, given, messages.wordings(owner).house())))
                    .build();
        }
        // after a redirect, reload sends nothing again
        return Response.seeOther(URI.create("/learners/" + about.learner() + "/messages/" + about.id() + "#"
                + name.word() + "-reactions")).build();
    }

    private CoachingMessage mine(String tenant, String learner, String message) {
        String of = Tenant.id("learner", learner);
        String id = Tenant.id("message", message);
        return messages.find(tenant, id).filter(m -> m.learner().equals(of))
                .orElseThrow(() -> Problems.unknownMessage(id));
    }

    private static Row row(CoachingMessage m) {
        List<String> points = new ArrayList<>();
        if (m.strength() != null) {
            points.add("Keep: " + lower(m.strength().behaviour()));
        }
        if (m.growth() != null) {
            points.add("Try: " + lower(m.growth().behaviour()));
        }
        String title = switch (m.kind()) {
            case COACHING -> String.join(" · ", points);
            case NOT_ENOUGH -> "Not enough to say";
            case CANNOT_JUDGE -> "Could not be looked at";
            case SUPPORT -> "No coaching for this talk";
        };
        Instant at = m.composedAt();
        return new Row(m.id(), at.toString(), DAY.format(at), title, m.opening().lines().findFirst().orElse(""));
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private List<Open> open(CoachingMessage m) {
        Wordings wordings = messages.wordings(m.tenant());
        Map<String, String> reasons = m.notJudged().entrySet().stream()
                .filter(e -> wordings.of(e.getKey()).isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        return reasons.entrySet().stream().map(e -> new Open(wordings.nameOf(e.getKey()), e.getValue())).toList();
    }

    private int judged(CoachingMessage m) {
        return (int) m.judged().stream().filter(c -> messages.wordings(m.tenant()).of(c).isPresent()).count();
    }
}
