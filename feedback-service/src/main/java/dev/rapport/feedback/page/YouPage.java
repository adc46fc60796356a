package dev.rapport.feedback.page;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
import dev.rapport.feedback.delivery.ChannelRequest.Hours;
import dev.rapport.feedback.delivery.ChannelView;
import dev.rapport.feedback.delivery.Channels;
import dev.rapport.feedback.learner.Learners;
import dev.rapport.feedback.learner.Manner;
import dev.rapport.feedback.learner.MannerResource;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.own.OwnData;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.reaction.Reactions;
import dev.rapport.feedback.tenant.Tenant;
import dev.rapport.feedback.transcript.TranscriptsConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A learner's goal, trend and data. Plain forms: none of them needs a script. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ForEachLanguage
public class YouPage {

    /** What a page says after a form was taken; anything else in the address says nothing. */
    private static final Map<String, Function<Texts, String>> DONE = Map.of("goal", Texts::goalKept, "manner",
            Texts::mannerKept, "resumed", Texts::resumed, "deleted", Texts::deleted);
    /** Taken in every language. */
    private static final String DELETE = "delete";

    @Inject
    Messages messages;
    @Inject
    Learners learners;
    @Inject
    Reactions reactions;
    @Inject
    MannerResource manners;
    @Inject
    OwnData data;
    @Inject
    Channels channels;
    @Inject
    Unread unread;
    @Inject
    TranscriptsConfig words;
    @Inject
    Language language;

    /** The templates. */
    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance you(String learner, List<Choice> goals, List<Choice> profiles, Manner manner,
                List<Choice> stopped, List<SentTo> sentTo, long daysOfWords, long daysForReplay, String done,
                String problem);

        static native TemplateInstance trend(String learner, List<TrendView> lines);
    }

    /**
     * A channel that messages go to.
     *
     * @param where and for whom, {@code how} it is read there
     * @param quiet when nothing is sent; null if there is no such time
     */
    public record SentTo(String name, String where, String how, String quiet) {
    }

    /** A behaviour. */
    public record Choice(String code, String name, boolean chosen) {
    }

    @GET
    @Path("learners/{learner}/trend")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public TemplateInstance trend(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner) {
        String of = Tenant.id("learner", learner);
        Texts texts = language.texts();
        String owner = Tenant.of(tenant).id();
        Set<Instant> waiting = unread.times(owner, of);
        return language.of(Templates.trend(of, messages.trend(owner, of).stream()
                .flatMap(trend -> trend.without(waiting).stream()).map(trend -> TrendView.of(trend, texts)).toList()));
    }

    @GET
    @Path("learners/{learner}/you")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public TemplateInstance you(@HeaderParam(Tenant.HEADER) String tenant, @PathParam("learner") String learner,
            @QueryParam("done") String done) {
        String said = done == null || !DONE.containsKey(done) ? null : DONE.get(done).apply(language.texts());
        return page(Tenant.of(tenant).id(), Tenant.id("learner", learner), said, null);
    }

    private TemplateInstance page(String tenant, String learner, String done, String problem) {
        Wordings wordings = messages.wordings(tenant);
        String goal = learners.goal(tenant, learner).orElse(null);
        List<Choice> goals = wordings.behaviours().values().stream()
                .map(each -> new Choice(each.code(), each.name(), each.code().equals(goal)))
                .sorted(Comparator.comparing(Choice::name)).toList();
        List<Choice> stopped = learners.stopped(tenant, learner).stream().sorted()
                .map(code -> new Choice(code, wordings.nameOf(code), false)).toList();
        Manner manner = learners.manner(tenant, learner);
        List<Choice> profiles = wordings.house().profiles().values().stream()
                .map(each -> new Choice(each.code(), each.name(), each.code().equals(manner.profile())))
                .sorted(Comparator.comparing(Choice::name)).toList();
        List<SentTo> sentTo = channels.reaching(tenant, learner).stream().filter(ChannelView::enabled)
                .map(channel -> sentTo(channel, language.texts())).toList();
        return language.of(Templates.you(learner, goals, profiles, manner, stopped, sentTo, words.kept().toDays(),
                words.keptForReplay().toDays(), done, problem));
    }

    private static SentTo sentTo(ChannelView channel, Texts texts) {
        String how = switch (channel.kind()) {
            case WEBHOOK -> texts.toASystem();
            case EMAIL_WEBHOOK -> texts.asAnEmail();
            case SLACK -> texts.inSlack();
            case TEAMS -> texts.inTeams();
            case XAPI -> texts.toAStoreOfRecords();
        };
        Hours quiet = channel.quietHours();
        return new SentTo(channel.name(),
                channel.learner() == null ? texts.atForEverybody(channel.host()) : texts.atYourOwn(channel.host()), how,
                quiet == null ? null : texts.notFromTo(quiet.from(), quiet.to(), quiet.zone()));
    }

    @POST
    @Path("learners/{learner}/you/goal")
    @Operation(hidden = true)
    public Response goal(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("Sec-Fetch-Site") String site,
            @PathParam("learner") String learner, @FormParam("behaviour") String behaviour) {
        Forms.fromOurOwnPage(site);
        String owner = Tenant.of(tenant).id();
        String of = Tenant.id("learner", learner);
        if (behaviour == null || behaviour.isBlank()) {
            learners.dropGoal(owner, of);
        } else if (messages.wordings(owner).of(behaviour).isEmpty()) {
            throw Problems.badRequest(new FieldError("behaviour", "no behaviour of this rulebook",
                    "choose one of the list"));
        } else {
            learners.choose(owner, of, behaviour);
        }
        return back(of, "goal");
    }

    @POST
    @Path("learners/{learner}/you/manner")
    @Operation(hidden = true)
    public Response manner(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("Sec-Fetch-Site") String site,
            @PathParam("learner") String learner, @FormParam("profile") String profile,
            @FormParam("two-points") String twoPoints, @FormParam("reflect-first") String reflectFirst) {
        Forms.fromOurOwnPage(site);
        manners.put(tenant, learner, new Manner(profile == null || profile.isBlank() ? null : profile,
                twoPoints != null, reflectFirst != null));
        return back(Tenant.id("learner", learner), "manner");
    }

    @POST
    @Path("learners/{learner}/you/resume")
    @Operation(hidden = true)
    public Response resume(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("Sec-Fetch-Site") String site,
            @PathParam("learner") String learner, @FormParam("rule") String rule) {
        Forms.fromOurOwnPage(site);
        String of = Tenant.id("learner", learner);
        reactions.resume(Tenant.of(tenant).id(), of, Tenant.id("rule", rule));
        return back(of, "resumed");
    }

    @POST
    @Path("learners/{learner}/you/delete")
    @Operation(hidden = true)
    public Response delete(@HeaderParam(Tenant.HEADER) String tenant, @HeaderParam("Sec-Fetch-Site") String site,
            @PathParam("learner") String learner, @FormParam("sure") String sure) {
        Forms.fromOurOwnPage(site);
        String owner = Tenant.of(tenant).id();
        String of = Tenant.id("learner", learner);
        Texts texts = language.texts();
        if (sure == null
                || !sure.strip().equalsIgnoreCase(DELETE) && !sure.strip().equalsIgnoreCase(texts.wordToDelete())) {
            return Response.status(400).entity(page(owner, of, null, texts.typeOrLeave())).build();
        }
        data.erase(owner, of);
        return back(of, "deleted");
    }

    private static Response back(String learner, String done) {
        return Response.seeOther(URI.create("/learners/" + learner + "/you?done=" + done)).build();
    }
}
