package dev.rapport.rules.tryout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.rapport.events.Clarity;
import dev.rapport.events.Role;
import dev.rapport.rules.evaluation.TryOut;
import dev.rapport.rules.person.Asking;
import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.vocabulary.Truth;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Tries rules on a talk. Nothing is stored, nobody is coached. */
@Path("/try-out")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Try out")
public class TryOutResource {

    private final Asking asking;
    private final Workbench workbench;

    TryOutResource(Asking asking, Workbench workbench) {
        this.asking = asking;
        this.workbench = workbench;
    }

    /**
     * @param version number of the version whose rules are tried; null for the rulebook in force
     * @param changes texts of files by their path that stand in for those of the version; null for none
     * @param talk lines that begin with {@code Learner:} or {@code Partner:}
     * @param kind of conversation; null if not told
     * @param stage null if not told
     */
    public record Request(Integer version, Map<String, String> changes, @NotNull String talk, String kind,
            String stage) {
    }

    /** What every rule says of every turn. */
    public record Answer(String rulebookVersion, List<TurnAnswer> turns) {
    }

    /**
     * @param acts kinds of turn that it is, with how sure their rules are
     * @param rules every rule, by code
     */
    public record TurnAnswer(int turn, Role role, String text, Map<String, Clarity> acts, List<RuleAnswer> rules) {
    }

    /**
     * @param changes what would change the verdict: after YES each of them alone would, otherwise all of them are needed
     */
    public record RuleAnswer(String code, String name, Truth verdict, List<ConditionAnswer> conditions,
            List<String> changes) {
    }

    /**
     * @param sentence as the rule has it
     * @param verdict of the condition as a whole
     * @param facts what is so, one for each sentence in it
     */
    public record ConditionAnswer(String sentence, Truth verdict, List<String> facts) {
    }

    @POST
    @Operation(summary = "Try rules on a talk", description = "Says for each turn what kinds of turn it is and, for every rule, yes, no or cannot tell, with a reason for each condition and what would change it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "two turns", value = """
            {"talk": "Partner: We moved the whole team to Leeds in spring.\\nLearner: What was that like for you?",
             "kind": "one-to-one"}""")))
    @APIResponse(responseCode = "200", description = "The turns with what every rule says")
    @APIResponse(responseCode = "400", description = "The talk cannot be read; errors name the line")
    @APIResponse(responseCode = "422", description = "The rules have faults; errors name file, line and column")
    public Answer tryOut(@NotNull @Valid Request request) {
        PastedTalk.Reading reading = PastedTalk.read(request.talk(), request.kind(), request.stage());
        if (reading instanceof PastedTalk.Reading.Refused refused) {
            throw Problems.badRequest(refused.faults().stream()
                    .map(fault -> new FieldError("talk:" + fault.line(), fault.what(), todo(fault)))
                    .toArray(FieldError[]::new));
        }
        RulebookFiles files = workbench.files(asking.tenant(), request.version());
        for (Map.Entry<String, String> change : new TreeMap<>(
                request.changes() == null ? Map.of() : request.changes()).entrySet()) {
            files = files.with(change.getKey(), change.getValue());
        }
        Workbench.Outcome outcome = workbench.judge(files);
        if (outcome instanceof Workbench.Outcome.Faulty faulty) {
            throw faulty(faulty.faults());
        }
        return answer(workbench.play(((PastedTalk.Reading.Read) reading).talk(),
                ((Workbench.Outcome.Usable) outcome).judge()));
    }

    private static HttpProblem faulty(List<Fault> faults) {
        record Place(String file, int line, int column, String problem, String todo) {
        }
        return Problems.of("faulty-rules", 422, "Rules with faults",
                faults.get(0) + (faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""))
                .with("errors", faults.stream()
                        .map(f -> new Place(f.file(), f.line(), f.column(), f.what(), todo(f))).toList())
                .build();
    }

    private static String todo(Fault fault) {
        String meant = fault.didYouMean() == null ? "" : "did you mean \"" + fault.didYouMean() + "\"?";
        String expected = fault.expected() == null ? "" : "expected " + fault.expected();
        return expected.isEmpty() || meant.isEmpty() ? expected + meant : expected + "; " + meant;
    }

    private static Answer answer(PlayedTalk played) {
        return new Answer(played.rulebookVersion(), played.turns().stream().map(TryOutResource::answer).toList());
    }

    private static TurnAnswer answer(PlayedTalk.PlayedTurn played) {
        return new TurnAnswer(played.turn().number(), played.turn().role(), played.turn().text(),
                new TreeMap<>(played.tryOut().judgement().acts()),
                played.tryOut().rules().stream().map(TryOutResource::answer).toList());
    }

    private static RuleAnswer answer(TryOut.Tried tried) {
        return new RuleAnswer(tried.rule().code(), tried.rule().name(), tried.verdict(),
                tried.conditions().stream()
                        .map(asked -> new ConditionAnswer(Told.sentence(asked), asked.truth(),
                                asked.parts().stream().map(Told::fact).toList()))
                        .toList(),
                tried.changes());
    }
}
