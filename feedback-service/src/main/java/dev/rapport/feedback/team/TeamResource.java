package dev.rapport.feedback.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.coaching.wording.BehaviourWording;
import dev.rapport.coaching.wording.Wordings;
import dev.rapport.events.Polarity;
import dev.rapport.feedback.delivery.ChannelView;
import dev.rapport.feedback.delivery.Channels;
import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.message.ReleasedRules;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.team.TeamView.BehaviourLine;
import dev.rapport.feedback.team.TeamView.RuleLine;
import dev.rapport.feedback.tenant.Tenant;
import dev.rapport.feedback.transcript.TranscriptsConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The team page, as a page and as JSON, and the export for a works council. A team and a whole month may be asked for, and
 * nothing else: no filters that could be combined until one person is left.
 */
@Path("/team")
@Tag(name = "Team")
public class TeamResource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final String EXAMPLE = """
            {"month": "2026-10", "months": ["2026-10", "2026-09"], "leastPeople": 5, "teams": ["sales"],
             "team": {"team": "sales",
               "behaviours": [{"rule": "B20", "behaviour": "Closed questions in a row", "polarity": "GROW",
                 "seen": {"percent": 35, "bound": "ABOUT"}, "before": {"percent": 45, "bound": "ABOUT"}, "change": -10}],
               "messages": {"median": 1.5, "most": null}, "messagesBefore": {"median": 1.0, "most": null}},
             "rules": [{"rule": "B20", "behaviour": "Closed questions in a row", "hits": 45, "answers": 20,
               "helpful": {"percent": 70, "bound": "ABOUT"}, "disputed": {"percent": 5, "bound": "OR_LESS"},
               "disputedLow": 0, "disputedHigh": 28}],
             "experiment": {"state": "RUNNING", "share": 20, "since": "2026-10-01T08:00:00Z",
               "until": "2027-04-01T00:00:00Z", "leastPairs": 20, "changes": []}}
            """;

    @Inject
    Teams teams;
    @Inject
    Messages messages;
    @Inject
    HouseRules rules;
    @Inject
    TeamConfig config;
    @Inject
    TranscriptsConfig transcripts;
    @Inject
    Channels channels;
    @Inject
    Clock clock;

    /** The templates. */
    @CheckedTemplate(basePath = "team")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance team(TeamView view, String month, String before, List<MonthLink> months,
                List<Table> tables, List<String> untold, String until);

        static native TemplateInstance export(String tenant, String today, String month, TeamView view,
                List<ExportedRule> rules, Integer version, boolean sentences, String until, TeamConfig kept,
                long daysOfWords, long daysForReplay, List<ChannelView> channels);
    }

    /** A month in the list of months. */
    public record MonthLink(String month, String name, boolean shown) {
    }

    /** A table of behaviours. */
    public record Table(String id, String title, List<BehaviourLine> lines) {
    }

    /**
     * A rule as the export tells it.
     *
     * @param owner null if nobody is named or the sentence is not known here, as is {@code sentence}
     * @param says what a learner reads when it was clearly seen
     * @param line its figures; null where nothing may be told
     */
    public record ExportedRule(String code, String name, boolean keep, String owner, String sentence, String says,
            String why, String source, boolean silenced, RuleLine line) {
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A team and its rules in one month", description = "Of groups of at least five, rounded; each"
            + " figure is told once and not reckoned again. A team stands against its own month before only.")
    @APIResponse(responseCode = "200", description = "What may be told", content = @Content(mediaType = "application/json", schema = @Schema(implementation = TeamView.class), examples = @ExampleObject(name = "a team", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "No team's name, or no closed month", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "No team of that many people", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public TeamView json(@HeaderParam(Tenant.HEADER) String tenant,
            @Parameter(description = "Leave it out for the rules alone", example = "sales") @QueryParam("team") String team,
            @Parameter(description = "A closed one of the last twelve; the last one if left out", example = "2026-10") @QueryParam("month") String month) {
        return view(tenant, team, month);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@HeaderParam(Tenant.HEADER) String tenant, @QueryParam("team") String team,
            @QueryParam("month") String month) {
        TeamView view = view(tenant, team, month);
        YearMonth shown = YearMonth.parse(view.month());
        List<MonthLink> months = view.months().stream()
                .map(m -> new MonthLink(m, Months.name(YearMonth.parse(m)), m.equals(view.month()))).toList();
        List<BehaviourLine> lines = view.team() == null ? List.of() : view.team().behaviours();
        List<BehaviourLine> told = lines.stream().filter(l -> l.seen() != null || l.before() != null).toList();
        List<String> untold = lines.stream().filter(l -> !told.contains(l)).map(BehaviourLine::behaviour).toList();
        List<Table> tables = List.of(
                new Table("keep", "To keep", told.stream().filter(l -> l.polarity() == Polarity.KEEP).toList()),
                new Table("try", "To do less of", told.stream().filter(l -> l.polarity() == Polarity.GROW).toList()));
        // who reads about a team reads English for now, and so does the frame around it
        return Templates.team(view, Months.name(shown), Months.name(shown.minusMonths(1)), months, tables, untold,
                until(view)).setLocale(Locale.ENGLISH);
    }

    @GET
    @Path("export")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "Everything for a works council, as one file", description = "Each rule with what it says, its"
            + " owner and its figures, what is kept how long and sent where, and what is never done. Opens and prints without a network.")
    @APIResponse(responseCode = "200", description = "An HTML file without scripts", content = @Content(mediaType = "text/html"))
    public Response export(@HeaderParam(Tenant.HEADER) String tenant) {
        String of = Tenant.of(tenant).id();
        TeamView view = view(tenant, null, null);
        Wordings wordings = messages.wordings(of);
        Optional<ReleasedRules> released = messages.released(of);
        List<RuleText> texts = rules.of(of);
        String today = DAY.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        String page = Templates.export(of, today, Months.name(YearMonth.parse(view.month())), view,
                exported(wordings, texts, view, released.map(ReleasedRules::silenced).orElse(List.of())),
                released.map(ReleasedRules::version).orElse(null), !texts.isEmpty(), until(view), config,
                transcripts.kept().toDays(), transcripts.keptForReplay().toDays(), channels.ofTenant(of)).render();
        // to be kept and printed: a file, which no policy of ours about styles reaches
        return Response.ok(page).header(HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"rapport-" + of + "-rules.html\"").build();
    }

    private static List<ExportedRule> exported(Wordings wordings, List<RuleText> texts, TeamView view,
            List<String> silenced) {
        Map<String, RuleText> byCode = texts.stream()
                .collect(Collectors.toMap(RuleText::code, Function.identity(), (one, other) -> one));
        Map<String, RuleLine> lines = view.rules().stream()
                .collect(Collectors.toMap(RuleLine::rule, Function.identity()));
        TreeSet<String> codes = new TreeSet<>(byCode.keySet());
        codes.addAll(wordings.behaviours().keySet());
        return codes.stream().map(code -> {
            Optional<RuleText> text = Optional.ofNullable(byCode.get(code));
            Optional<BehaviourWording> wording = wordings.of(code);
            return new ExportedRule(code,
                    wording.map(BehaviourWording::name).or(() -> text.map(RuleText::name)).orElseThrow(),
                    wording.filter(w -> w.polarity() == Polarity.KEEP).isPresent(),
                    text.map(RuleText::owner).orElse(null), text.map(RuleText::sentence).orElse(null),
                    wording.map(w -> w.says().get(0).toString()).orElse(null),
                    wording.map(BehaviourWording::why).orElse(null),
                    wording.map(BehaviourWording::source).orElse(null), silenced.contains(code), lines.get(code));
        }).toList();
    }

    private TeamView view(String tenant, String team, String month) {
        String of = Tenant.of(tenant).id();
        String name = team == null || team.isEmpty() ? null : Tenant.id("team", team);
        Instant now = clock.instant();
        YearMonth asked = month == null || month.isEmpty()
                ? Months.lastClosed(now)
                : Months.closed(month, now).orElseThrow(() -> Problems.badRequest(new FieldError("month",
                        "no month that is over", "send one such as " + Months.lastClosed(now) + ", at most "
                                + Months.BACK + " back")));
        return teams.view(of, name, asked);
    }

    /** @return null without an experiment */
    private static String until(TeamView view) {
        return Objects.isNull(view.experiment().until())
                ? null
                : DAY.format(LocalDate.ofInstant(view.experiment().until(), ZoneOffset.UTC));
    }
}
