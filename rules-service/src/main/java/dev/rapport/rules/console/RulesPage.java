package dev.rapport.rules.console;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.events.Clarity;
import dev.rapport.rules.proposal.Proposals;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RulebookReader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All rules of a version with how they fare. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class RulesPage {

    private final Desk desk;
    private final Proposals proposals;

    RulesPage(Desk desk, Proposals proposals) {
        this.desk = desk;
        this.proposals = proposals;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance rules(Frame frame, Desk.Shown version, Links links, List<Row> rows, String kind,
                String words, int all, int faults, int notRight);
    }

    /**
     * A rule in the list.
     *
     * @param kind {@code keep}, {@code grow}, {@code know} or {@code act}
     * @param says its conclusion in words
     * @param notRight how often learners said so and nobody has looked at it yet
     */
    public record Row(String code, String name, String kind, String says, String owner, String reviewBy,
            boolean overdue, Desk.Fared fared, int notRight) {

        /** Null where it is in force. */
        public String aside() {
            return fared == null ? null : fared.aside();
        }

        /** Null where it was never counted. */
        public String hits() {
            return fared == null ? null : String.valueOf(fared.hits());
        }

        /** Null without reactions. */
        public String helpful() {
            return fared == null ? null : percent(fared.helpful());
        }

        /** Null without reactions. */
        public String disputed() {
            return fared == null ? null : percent(fared.disputed());
        }

        private static String percent(Integer share) {
            return share == null ? null : share + " %";
        }
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.seeOther(URI.create("/console/versions/live/rules")).build();
    }

    @GET
    @Path("versions/{version}/rules")
    @Operation(hidden = true)
    public TemplateInstance rules(@PathParam("version") String version, @QueryParam("kind") String kind,
            @QueryParam("words") String words) {
        Desk.Shown shown = desk.version(version);
        Reading reading = RulebookReader.read(shown.files());
        List<Rule> rules = reading instanceof Reading.Read read ? read.rulebook().rules() : List.of();
        Map<String, Integer> notRight = proposals.open(desk.person().tenant());
        List<Row> rows = new ArrayList<>();
        for (Rule rule : rules) {
            Row row = row(rule, shown, notRight.getOrDefault(rule.code(), 0));
            if (isWanted(row, kind) && holds(row, words)) {
                rows.add(row);
            }
        }
        int faults = reading instanceof Reading.Refused refused ? refused.faults().size() : 0;
        return Templates.rules(desk.frame(Frame.RULES), shown, shown.links(), rows, kind == null ? "" : kind,
                words == null ? "" : words, rules.size(), faults,
                notRight.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static boolean isWanted(Row row, String kind) {
        if (kind == null || kind.isEmpty()) {
            return !row.kind().equals("act");
        }
        return kind.equals("all") || kind.equals(row.kind());
    }

    private static boolean holds(Row row, String words) {
        String wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        return (row.code() + " " + row.name() + " " + row.says() + " " + row.owner()).toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private Row row(Rule rule, Desk.Shown shown, int notRight) {
        LocalDate review = rule.reviewBy();
        return new Row(rule.code(), rule.name(), kind(rule), says(rule), rule.owner(),
                review == null ? null : review.toString(), review != null && review.isBefore(desk.today()),
                shown.fared().get(rule.code()), notRight);
    }

    static String kind(Rule rule) {
        return rule.conclusion() instanceof Conclusion.Observe observe
                ? observe.polarity().name().toLowerCase(Locale.ROOT)
                : "act";
    }

    static String says(Rule rule) {
        return (rule.conclusion() instanceof Conclusion.Observe observe
                ? observe.behaviour()
                : ((Conclusion.TheTurnIs) rule.conclusion()).kind()) + ", " + sure(rule.conclusion().clarity());
    }

    /** As a sentence has it. */
    static String sure(Clarity clarity) {
        return clarity == Clarity.CLEAR ? "clearly" : clarity.name().toLowerCase(Locale.ROOT);
    }

}
