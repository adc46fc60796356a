package dev.rapport.rules.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import dev.rapport.rules.person.Person;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.proposal.NearMiss;
import dev.rapport.rules.proposal.Proposals;
import dev.rapport.rules.proposal.Proposals.Proposal;
import dev.rapport.rules.rulebook.Example;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.State;
import dev.rapport.rules.version.Version;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What learners called not right: each moment may become a near miss of its rule, or is dismissed. */
@Path("/console/not-right")
@Produces(MediaType.TEXT_HTML)
public class ProposalsPage {

    private static final int MOST_SHOWN = 200;
    private static final String ALL = "all";

    private final Desk desk;
    private final Proposals proposals;
    private final Rulebooks rulebooks;

    ProposalsPage(Desk desk, Proposals proposals, Rulebooks rulebooks) {
        this.desk = desk;
        this.proposals = proposals;
        this.rulebooks = rulebooks;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance proposals(Frame frame, ProposalList list);

        static native TemplateInstance proposal(Frame frame, ProposalView proposal);
    }

    /**
     * @param rule code that is looked for; empty for all
     * @param state word of the state that is looked for
     * @param all how many there are like that; the newest of them are shown
     */
    record ProposalList(String rule, String state, List<Row> rows, int all) {
    }

    /** @param name of the rule; its code if it is not in force any more */
    record Row(String id, String code, String name, When said, String state, String decidedBy) {
    }

    /**
     * One moment as it would stand among the near misses.
     *
     * @param example what it would be called
     * @param drafts that it can go into, newest first
     * @param refused why the last step was not taken; null if it was
     * @param why what was said when it was dismissed
     */
    record ProposalView(Proposal proposal, String name, When said, When decided, String state, NearMiss nearMiss,
            String example, List<Line> turns, List<Draft> drafts, String refused, String why) {

        public String self() {
            return "/console/not-right/" + proposal.id();
        }

        public boolean isOpen() {
            return proposal.state() == Proposals.State.OPEN;
        }
    }

    /** @param marked whether it is the turn that the learner spoke of */
    record Line(int number, boolean learner, String text, boolean marked) {
    }

    /** @param seen number and edition, as the form sends them back */
    record Draft(int number, String why, String seen) {

        static Draft of(Version version) {
            return new Draft(version.number(), version.why(), version.number() + "." + version.edition());
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("rule") @DefaultValue("") String rule,
            @QueryParam("state") @DefaultValue("open") String state) {
        Proposals.State wanted = Stream.of(Proposals.State.values()).filter(s -> word(s).equals(state)).findFirst()
                .orElse(null);
        String code = rule.strip().toUpperCase(Locale.ROOT);
        Map<String, String> names = names();
        List<Proposal> found = proposals.all(desk.person().tenant(), wanted).stream()
                .filter(each -> code.isEmpty() || each.rule().equals(code)).toList();
        return Templates.proposals(desk.frame(Frame.NOT_RIGHT), new ProposalList(code,
                wanted == null ? ALL : word(wanted),
                found.stream().limit(MOST_SHOWN)
                        .map(each -> new Row(each.id(), each.rule(), names.getOrDefault(each.rule(), each.rule()),
                                When.of(each.at()), word(each.state()), each.decidedBy()))
                        .toList(),
                found.size()));
    }

    private Map<String, String> names() {
        return RulebookReader.read(desk.version(Links.LIVE).files()) instanceof Reading.Read read
                ? read.rulebook().rules().stream().collect(Collectors.toMap(Rule::code, Rule::name))
                : Map.of();
    }

    private static String word(Proposals.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, null, null);
    }

    private TemplateInstance page(String id, String refused, String why) {
        String tenant = desk.person().tenant();
        Proposal proposal = proposals.find(tenant, id);
        NearMiss miss = proposals.nearMiss(tenant, id);
        List<Line> turns = new ArrayList<>();
        for (Example.Line line : miss.turns()) {
            int number = turns.size() + 1;
            turns.add(new Line(number, line.role() == Role.LEARNER, line.text(), number == miss.turns().size()));
        }
        List<Draft> drafts = rulebooks.versions(tenant).stream().filter(each -> each.state() instanceof State.Draft)
                .map(Draft::of).toList();
        return Templates.proposal(desk.frame(Frame.NOT_RIGHT), new ProposalView(proposal,
                names().getOrDefault(proposal.rule(), proposal.rule()), When.of(proposal.at()),
                proposal.decidedAt() == null ? null : When.of(proposal.decidedAt()), word(proposal.state()), miss,
                proposals.nameOf(proposal), turns, drafts, refused, why == null ? proposal.why() : why));
    }

    /** Takes it into a draft, or into one that is started for it, and shows the rule there with the moment beside it. */
    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response accept(@PathParam("id") String id, @FormParam("draft") @DefaultValue("") String draft) {
        Person person = desk.person();
        Proposal proposal = proposals.find(person.tenant(), id);
        try {
            Version saved = draft.isEmpty()
                    ? proposals.acceptIntoNewDraft(person, id)
                    : proposals.accept(person, id, part(draft, 0), part(draft, 1));
            int last = RuleText.examples(rulebooks.files(person.tenant(), saved.number()), proposal.rule()).size()
                    - 1;
            return Response.seeOther(URI.create(new Links(saved.number()).rule(proposal.rule()) + "?saved=yes&example="
                    + last)).build();
        } catch (Refused refused) {
            return notDone(id, refused.refusal().words(), null);
        } catch (HttpProblem problem) {
            return notDone(id, problem, null);
        }
    }

    /** @throws HttpProblem 404 if it is no number and edition */
    private static int part(String draft, int which) {
        if (!draft.matches("[0-9]{1,9}\\.[0-9]{1,9}")) {
            throw Problems.of("unknown-version", 404, "Unknown version", "Choose one of the drafts on the page.")
                    .build();
        }
        return Integer.parseInt(draft.split("\\.")[which]);
    }

    @POST
    @Path("{id}/dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(@PathParam("id") String id, @FormParam("why") String why) {
        String said = VersionsPage.reason(why, null);
        if (said == null) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(id, "Say why the rule is right here, so that its owner can answer for it.", null))
                    .build();
        }
        try {
            proposals.dismiss(desk.person(), id, said);
        } catch (HttpProblem problem) {
            return notDone(id, problem, said);
        }
        return Response.seeOther(URI.create("/console/not-right")).build();
    }

    /** What is not there at all has no page; what was refused says so on its own. */
    private Response notDone(String id, HttpProblem problem, String why) {
        if (problem.getStatusCode() != Response.Status.CONFLICT.getStatusCode()) {
            throw problem;
        }
        return notDone(id, problem.getDetail(), why);
    }

    private Response notDone(String id, String words, String why) {
        return Response.status(Response.Status.CONFLICT).entity(page(id, words, why)).build();
    }
}
