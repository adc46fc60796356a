package dev.rapport.rules.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.rules.person.Asking;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;

/** The figures over HTTP. */
@Path("/rulebooks")
@Tag(name = "Figures")
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    private final Figures figures;
    private final Asking asking;
    private final Clock clock;

    FiguresResource(Figures figures, Asking asking, Clock clock) {
        this.figures = figures;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * @param disputed share of "not right" among those who said "helpful" or "not right"; null if nobody did
     */
    record RuleView(String rule, long hits, long learners, long helpful, long deliberate, long notRight, long stopped,
            Double disputed) {

        static RuleView of(RuleFigures of) {
            return new RuleView(of.rule(), of.hits(), of.learners(), of.helpful(), of.deliberate(), of.notRight(),
                    of.stopped(), of.disputed());
        }
    }

    record FiguresView(LocalDate since, List<RuleView> rules) {
    }

    @GET
    @Path("figures")
    @Operation(summary = "What each rule did", description = "How often it saw something, in whose talks, and what learners said of it.")
    @APIResponse(responseCode = "200", description = "By rule; one that did nothing is not there", content = @Content(mediaType = "application/json", schema = @Schema(implementation = FiguresView.class), examples = @ExampleObject(name = "one rule", value = "{\"since\": \"2026-10-03\", \"rules\": [{\"rule\": \"B20\", \"hits\": 41, \"learners\": 12, \"helpful\": 9, \"deliberate\": 2, \"notRight\": 1, \"stopped\": 0, \"disputed\": 0.1}]}")))
    public FiguresView figures(
            @Parameter(description = "Back from today; 30 if left out", example = "30") @QueryParam("days") Integer days) {
        int back = days == null ? USUAL_DAYS : days;
        if (back < 1 || back > MOST_DAYS) {
            throw Problems.badRequest(new FieldError("days", "no number of days",
                    "send a number from 1 to " + MOST_DAYS));
        }
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(back - 1L);
        return new FiguresView(since, figures.of(asking.tenant(), since).values().stream().map(RuleView::of).toList());
    }

    @GET
    @Path("versions/{number}/shadow/figures")
    @Operation(summary = "What a version saw in the shadow", description = "Nobody was coached by it.")
    @APIResponse(responseCode = "200", description = "By rule", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ShadowFigures.class), examples = @ExampleObject(name = "forty talks", value = "{\"talks\": 40, \"hits\": {\"B20\": 17}, \"talksWithHits\": {\"B20\": 9}}")))
    public ShadowFigures shadow(@PathParam("number") int number) {
        return figures.ofShadow(asking.tenant(), number);
    }
}
