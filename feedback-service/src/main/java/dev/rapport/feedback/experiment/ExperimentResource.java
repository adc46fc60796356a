package dev.rapport.feedback.experiment;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.coaching.experiment.Experiment;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;
import dev.rapport.feedback.tenant.Tenant;

/** Whether messages help, measured: what share is left out, and until when. What came of it stands on the team page. */
@Path("/experiment")
@Tag(name = "Experiment")
@Produces(MediaType.APPLICATION_JSON)
public class ExperimentResource {

    private static final String EXAMPLE = "{\"share\": 20, \"since\": \"2026-10-01T08:00:00Z\","
            + " \"until\": \"2027-04-01T00:00:00Z\", \"running\": true}";
    @Inject
    Experiments experiments;
    @Inject
    Clock clock;

    /**
     * What is asked for.
     *
     * @param share of the pairs of learner and behaviour that is left out, in percent
     * @param until the first day on which nothing is left out any more, in UTC
     */
    public record Request(@Schema(minimum = "0", maximum = "50", examples = "20") Integer share,
            @Schema(format = "date", examples = "2027-04-01") String until) {
    }

    /** The experiment; once it is over it stays to be read. */
    public record Shown(@Schema(examples = "20") int share, Instant since, Instant until, boolean running) {
    }

    @GET
    @Operation(summary = "The experiment that runs, or the last one")
    @APIResponse(responseCode = "200", description = "The experiment", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Shown.class), examples = @ExampleObject(name = "running", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There never was one", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Shown get(@HeaderParam(Tenant.HEADER) String tenant) {
        return experiments.last(Tenant.of(tenant).id()).map(this::shown).orElseThrow(Problems::noExperiment);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin an experiment, or move its end", description = "A random share of the pairs of learner"
            + " and behaviour is never spoken of while it runs, and each learner reads so. The share of a running one"
            + " cannot be changed: that would mix two experiments.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Request.class), examples = @ExampleObject(name = "a fifth for half a year", value = "{\"share\": 20, \"until\": \"2027-04-01\"}")))
    @APIResponse(responseCode = "200", description = "It runs", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Shown.class), examples = @ExampleObject(name = "running", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "No such share or date; each is told in \"errors\"", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "One runs with another share", content = @Content(mediaType = "application/problem+json", schema = @Schema(type = SchemaType.OBJECT)))
    public Shown put(@HeaderParam(Tenant.HEADER) String tenant, Request request) {
        String of = Tenant.of(tenant).id();
        if (request == null) {
            throw Problems.badRequest(new FieldError("body", "nothing sent", "send share and until"));
        }
        List<FieldError> errors = new ArrayList<>();
        if (request.share() == null || request.share() < 0 || request.share() > Experiment.MOST) {
            errors.add(new FieldError("share", "no share that can be left out",
                    "send a whole number from 0 to " + Experiment.MOST + ", in percent"));
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate until = dateOf(request.until());
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(Experiments.MOST_DAYS))) {
            errors.add(new FieldError("until", "no day to end on", "send a date such as " + today.plusMonths(6)
                    + ", from tomorrow to a year from now"));
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors.toArray(FieldError[]::new));
        }
        return shown(experiments.run(of, request.share(), until));
    }

    @DELETE
    @Operation(summary = "End the experiment now", description = "From now on everybody gets every message; what came of"
            + " it until now is told on the team page. Does nothing where none runs.")
    @APIResponse(responseCode = "204", description = "None runs any more")
    public void delete(@HeaderParam(Tenant.HEADER) String tenant) {
        experiments.end(Tenant.of(tenant).id());
    }

    private Shown shown(Experiment experiment) {
        return new Shown(experiment.share(), experiment.since(), experiment.until(),
                experiment.runsAt(clock.instant()));
    }

    /** @return null for what is no date */
    private static LocalDate dateOf(String date) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
