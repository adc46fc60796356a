package dev.rapport.feedback.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

import dev.rapport.coaching.composition.Point;
import dev.rapport.coaching.composition.Schedule;
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
import dev.rapport.feedback.reflection.Reflection;
import dev.rapport.feedback.reflection.Reflections;
import dev.rapport.feedback.tenant.Tenant;
import dev.rapport.feedback.transcript.Transcript;
import dev.rapport.feedback.transcript.Transcripts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A learner's pages. Everything works without scripts; htmx only saves the reload after a reaction. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ForEachLanguage
public class LearnerPage {

    private static final int MESSAGES_A_PAGE = 20;

    @Inject
    Messages messages;
    @Inject
    Reactions reactions;
    @Inject
    Drills drills;
    @Inject
    Unread unread;
    @Inject
    Reflections reflections;
    @Inject
    Transcripts transcripts;
    @Inject
    Language language;

    /** The templates. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance messages(String learner, List<Row> rows, String next, boolean first,
                List<Schedule.Line> schedule);

        static native TemplateInstance message(String learner, CoachingMessage message, String day,
                List<String> opening, List<PointView> points, DrillView drill, List<Open> open, boolean talk,
                List<Own> own);

        static native TemplateInstance reaction(PointView view);
    }

    /**
     * A message in the list.
     *
     * @param at for machines, {@code day} for people
     * @param title null where the points say it
     * @param first line of the message; null for an unread one
     */
    public record Row(String id, String at, String day, String title, List<Said> points, String first) {

        /** Whether the learner says first what they think themselves. */
        public boolean isUnread() {
            return first == null;
        }
    }

    /** A point of a message in the list. */
    public record Said(String label, String behaviour) {
    }

    /**
     * Something the learner said of the talk before they read the message.
     *
     * @param fromTalk whether they are words of the talk, which is in English, rather than a note in any language
     * @param ours behaviour that the message names at the same moment; null if none
     */
    public record Own(String title, String words, boolean fromTalk, String ours) {
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
        String owner = Tenant.of(tenant).id();
        Set<String> waiting = unread.among(owner, of, page.messages());
        // the schedule would give away what an unread message is about
        boolean planned = cursor == null && waiting.isEmpty();
        Texts texts = language.texts();
        return language.of(Templates.messages(of,
                page.messages().stream().map(m -> waiting.contains(m.id()) ? unread(m, texts) : row(m, texts)).toList(),
                page.next(), cursor == null, planned ? messages.schedule(owner, of) : List.of()));
    }

    @GET
    @Path("learners/{learner}/messages/{message}")
    @Operation(hidden = true)
    public Response one(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @PathParam("message") String message) {
        String owner = Tenant.of(tenant).id();
        CoachingMessage shown = messages.ofLearner(owner, learner, message);
        if (unread.is(shown)) {
            return TalkPage.ownViewFirst(shown);
        }
        Reflection before = reflections.on(shown).orElse(Reflection.NONE);
        Map<PointName, Reaction> given = reactions.to(owner, shown.id());
        Texts texts = language.texts();
        List<PointView> points = Stream.of(PointName.values())
                .map(name -> PointView.of(shown, name, given.get(name), messages.wordings(owner).house(), texts))
                .filter(Objects::nonNull).toList();
        Optional<Transcript> talk = transcripts.of(owner, shown.conversation());
        return Response.ok(language.of(Templates.message(shown.learner(), shown, Days.minute(shown.composedAt(), texts),
                shown.opening().lines().toList(), points, drills.of(shown), open(shown), talk.isPresent(),
                own(before, talk, shown, texts)))).build();
    }

    /** What the learner said themselves, in the words of the talk. */
    private static List<Own> own(Reflection said, Optional<Transcript> talk, CoachingMessage message,
            Texts texts) {
        List<Own> own = new ArrayList<>();
        chosen(texts.bestMoment(), said.best(), talk, message, texts).ifPresent(own::add);
        chosen(texts.hardestMoment(), said.hardest(), talk, message, texts).ifPresent(own::add);
        if (said.note() != null) {
            own.add(new Own(texts.yourNote(), said.note(), false, null));
        }
        return own;
    }

    private static Optional<Own> chosen(String title, Integer turn, Optional<Transcript> talk,
            CoachingMessage message, Texts texts) {
        if (turn == null) {
            return Optional.empty();
        }
        Optional<String> words = talk.stream().flatMap(t -> t.lines().stream())
                .filter(line -> line.turn() == turn && line.text() != null)
                .map(line -> TalkPage.moment(line, texts).words()).findFirst();
        String ours = Stream.of(PointName.values()).map(message::point).filter(Objects::nonNull)
                .filter(point -> point.evidence().stream().anyMatch(e -> e.turn() == turn)).map(Point::behaviour)
                .findFirst().orElse(null);
        return Optional.of(new Own(title, words.orElseGet(() -> texts.turn(turn)), words.isPresent(), ours));
    }

    @POST
    @Path("learners/{learner}/messages/{message}/reactions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response react(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("HX-Request") String htmx,
            @HeaderParam("Sec-Fetch-Site") String site, @PathParam("learner") String learner,
            @PathParam("message") String message, @FormParam("point") String point,
            @FormParam("reaction") String reaction) {
        Forms.fromOurOwnPage(site);
        String owner = Tenant.of(tenant).id();
        CoachingMessage about = messages.ofLearner(owner, learner, message);
        PointName name = ReactionResource.pointOf(point);
        Reaction given = reactions.give(owner, about.id(), name, ReactionResource.reactionOf(reaction)).reaction();
        if (htmx != null) {
            return Response.ok(language.of(Templates.reaction(PointView.of(about, name, given,
                    messages.wordings(owner).house(), language.texts())))).build();
        }
        // after a redirect, reload sends nothing again
        return Response.seeOther(URI.create("/learners/" + about.learner() + "/messages/" + about.id() + "#"
                + name.word() + "-reactions")).build();
    }

    /** Says nothing of what the message says. */
    private static Row unread(CoachingMessage m, Texts texts) {
        return new Row(m.id(), m.composedAt().toString(), Days.minute(m.composedAt(), texts), texts.toLookBackOn(),
                List.of(), null);
    }

    private static Row row(CoachingMessage m, Texts texts) {
        List<Said> points = new ArrayList<>();
        if (m.strength() != null) {
            points.add(new Said(texts.keep(), lower(m.strength().behaviour())));
        }
        if (m.growth() != null) {
            points.add(new Said(texts.tryThis(), lower(m.growth().behaviour())));
        }
        if (m.second() != null) {
            points.add(new Said(texts.tryThis(), lower(m.second().behaviour())));
        }
        String title = switch (m.kind()) {
            case COACHING -> null;
            case NOT_ENOUGH -> texts.notEnough();
            case QUIET -> texts.noPoint();
            case CANNOT_JUDGE -> texts.notLookedAt();
            case SUPPORT -> texts.noCoaching();
        };
        Instant at = m.composedAt();
        return new Row(m.id(), at.toString(), Days.minute(at, texts), title, points,
                m.opening().lines().findFirst().orElse(""));
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
}
