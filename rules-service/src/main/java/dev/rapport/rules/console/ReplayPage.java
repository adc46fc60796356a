package dev.rapport.rules.console;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

import dev.rapport.events.Role;
import dev.rapport.rules.archive.Archive;
import dev.rapport.rules.archive.PastTalk;
import dev.rapport.rules.archive.Sample;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.replay.Change;
import dev.rapport.rules.replay.Job;
import dev.rapport.rules.replay.Message;
import dev.rapport.rules.replay.Point;
import dev.rapport.rules.replay.Replays;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What learners would have read: past talks by a draft and by what is in force. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class ReplayPage {

    private static final int CHANGES_A_PAGE = 20;
    private static final int EVERYTHING = 0;

    private final Desk desk;
    private final Replays replays;
    private final Archive archive;

    ReplayPage(Desk desk, Replays replays, Archive archive) {
        this.desk = desk;
        this.replays = replays;
        this.archive = archive;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance replay(Frame frame, ReplayView replay);

        static native TemplateInstance replay_progress(ReplayView replay);

        static native TemplateInstance talk(Frame frame, TalkView talk);
    }

    /**
     * @param job where it stands
     * @param changes of the messages; empty before there are any
     * @param what,rule which changes are shown; empty for all
     * @param next to go on with; null at the end
     */
    record ReplayView(Job job, String what, String rule, List<ChangeView> changes, Integer next) {

        public String state() {
            return job.state().name().toLowerCase(Locale.ROOT);
        }

        public boolean isDone() {
            return job.state() == Job.State.DONE;
        }

        public String self() {
            return "/console/replays/" + job.id();
        }

        /** Whether no rule sees anything new and none misses anything. */
        public boolean isSameSeen() {
            return job.summary().rules().stream().allMatch(rule -> rule.newlySeen() == 0 && rule.noLongerSeen() == 0);
        }

        /** Each is one number before and after. */
        public List<Load> loads() {
            return List.of(new Load("Median", number(job.summary().before().median()),
                    number(job.summary().after().median())),
                    new Load("Most in a week", String.valueOf(job.summary().before().max()),
                            String.valueOf(job.summary().after().max())));
        }

        private static String number(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    record Load(String name, String before, String after) {
    }

    /** A talk whose message would be another. */
    record ChangeView(String conversation, String kind, String what, String turns, int first, MessageView before,
            MessageView after) {

        /** {@code turns 5, 7 and 9} */
        public String where() {
            String listed = turns.replace(",", ", ");
            int last = listed.lastIndexOf(", ");
            return last < 0
                    ? "turn " + listed
                    : "turns " + listed.substring(0, last) + " and " + listed.substring(last + 2);
        }

        static ChangeView of(Change change) {
            return new ChangeView(change.conversation(), change.kind(), change.what().name().toLowerCase(Locale.ROOT),
                    change.turns().stream().map(String::valueOf).collect(Collectors.joining(",")),
                    change.turns().isEmpty() ? 1 : change.turns().get(0), MessageView.of(change.before()),
                    MessageView.of(change.after()));
        }
    }

    /** @param points what it says; empty where it only says that there is nothing to say */
    record MessageView(String kind, List<PointLine> points) {

        static MessageView of(Message message) {
            return message == null
                    ? new MessageView("no message", List.of())
                    : new MessageView(switch (message.kind()) {
                        case COACHING -> "coaching";
                        case NOT_ENOUGH -> "not enough to say";
                        case QUIET -> "no point this time";
                        case CANNOT_JUDGE -> "could not be judged";
                        case SUPPORT -> "support, no coaching";
                    }, Stream.of(PointLine.of("keep", message.strength()), PointLine.of("grow", message.growth()))
                            .flatMap(List::stream).toList());
        }
    }

    /** @param sure how sure the rule is, in the words of its sentence */
    record PointLine(String kind, String rule, String behaviour, String sure, String says, String quote) {

        static List<PointLine> of(String kind, Point point) {
            return point == null
                    ? List.of()
                    : List.of(new PointLine(kind, point.rule(), point.behaviour(), RulesPage.sure(point.clarity()),
                            point.says(), point.quote()));
        }
    }

    /** A past talk, with the turns that matter marked. */
    record TalkView(String conversation, String kind, When when, List<TurnLine> turns) {
    }

    record TurnLine(int number, boolean learner, String text, boolean marked) {
    }

    @POST
    @Path("versions/{number: [0-9]+}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(@PathParam("number") int number,
            @FormParam("most") @DefaultValue("0") int most) {
        Job job = replays.start(desk.person(), number, most <= EVERYTHING ? Sample.ALL : Sample.latest(most));
        return Response.seeOther(URI.create("/console/replays/" + job.id())).build();
    }

    @GET
    @Path("replays/{id}")
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("what") String what,
            @QueryParam("rule") String rule, @QueryParam("after") @DefaultValue("0") int after) {
        return Templates.replay(desk.frame(Frame.VERSIONS), view(id, what, rule, after));
    }

    /** How far it has come, for a page that waits; when it is over, the page loads itself anew. */
    @GET
    @Path("replays/{id}/progress")
    @Operation(hidden = true)
    public Response progress(@PathParam("id") String id) {
        ReplayView view = new ReplayView(replays.job(desk.person().tenant(), id), "", "", List.of(), null);
        Response.ResponseBuilder answer = Response.ok(Templates.replay_progress(view));
        return view.job().isOver() ? answer.header("HX-Refresh", "true").build() : answer.build();
    }

    @POST
    @Path("replays/{id}/cancel")
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") String id) {
        replays.cancel(desk.person().tenant(), id);
        return Response.seeOther(URI.create("/console/replays/" + id)).build();
    }

    private ReplayView view(String id, String what, String rule, int after) {
        String tenant = desk.person().tenant();
        Job job = replays.job(tenant, id);
        String wanted = what == null ? "" : what;
        String of = rule == null ? "" : rule.strip();
        Change.What kind = Stream.of(Change.What.values()).filter(w -> w.name().equalsIgnoreCase(wanted)).findFirst()
                .orElse(null);
        Replays.Page page = replays.changes(tenant, id,
                new Replays.Wanted(kind, of.isEmpty() ? null : of, null, null), Math.max(0, after), CHANGES_A_PAGE);
        return new ReplayView(job, kind == null ? "" : wanted, of, page.changes().stream().map(ChangeView::of).toList(),
                page.next());
    }

    @GET
    @Path("talks/{conversation}")
    @Operation(hidden = true)
    public TemplateInstance talk(@PathParam("conversation") String conversation,
            @QueryParam("turns") @DefaultValue("") String turns) {
        PastTalk talk = archive.talk(desk.person().tenant(), conversation)
                .orElseThrow(() -> Problems.of("unknown-talk", 404, "Unknown talk",
                        "There is no such talk. It may have been forgotten, as the retention says.").build());
        Set<String> marked = new TreeSet<>(List.of(turns.split(",")));
        return Templates.talk(desk.frame(Frame.VERSIONS),
                new TalkView(conversation, talk.opened().kind(), When.of(talk.at()), talk.turns().stream()
                        .map(turn -> new TurnLine(turn.turn().number(), turn.turn().role() == Role.LEARNER,
                                turn.turn().text(), marked.contains(String.valueOf(turn.turn().number()))))
                        .toList()));
    }
}
