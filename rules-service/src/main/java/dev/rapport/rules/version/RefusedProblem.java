package dev.rapport.rules.version;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.problem.Problems.FieldError;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.table.UnwritableTable;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What a client reads when something was not done to a rulebook. */
class RefusedProblem {

    /**
     * A fault as clients see it.
     *
     * @param line from 1
     * @param column from 1
     * @param todo what would be right; empty if nothing certain can be said
     */
    record FaultView(String file, int line, int column, String problem, String todo) {

        static List<FaultView> of(List<Fault> faults) {
            return faults.stream().map(fault -> new FaultView(fault.file(), fault.line(), fault.column(), fault.what(),
                    Stream.of(fault.expected() == null ? null : "expected " + fault.expected(),
                            fault.didYouMean() == null ? null : "did you mean \"" + fault.didYouMean() + "\"?")
                            .filter(part -> part != null).collect(Collectors.joining(", "))))
                    .toList();
        }
    }

    @ServerExceptionMapper
    public Response answer(Refused refused) {
        return problem(refused.refusal()).toResponse();
    }

    /** A download that no spreadsheet could hold. */
    @ServerExceptionMapper
    public Response answer(UnwritableTable table) {
        return Problems.of("table-too-large", 422, "Table too large", table.getMessage() + ".").with("errors",
                table.faults().stream().map(fault -> new FieldError(fault.place(), fault.what(),
                        "expected " + fault.expected())).toList())
                .build().toResponse();
    }

    static HttpProblem problem(Refusal refusal) {
        if (refusal instanceof Refusal.Unknown) {
            return of(refusal, "unknown-version", 404, "Unknown version").build();
        }
        if (refusal instanceof Refusal.ChangedMeanwhile changed) {
            return of(refusal, "changed-meanwhile", 409, "Changed meanwhile").with("edition", changed.edition())
                    .with("changedBy", changed.by()).with("changedAt", changed.at().toString()).build();
        }
        if (refusal instanceof Refusal.OwnApproval) {
            return of(refusal, "own-approval", 403, "Own approval").build();
        }
        if (refusal instanceof Refusal.NotNow notNow) {
            return of(refusal, "not-in-this-state", 409, "Not in this state").with("state", notNow.state()).build();
        }
        if (refusal instanceof Refusal.Faulty faulty) {
            return of(refusal, "faulty-rulebook", 422, "Faulty rulebook").with("errors", FaultView.of(faulty.faults()))
                    .build();
        }
        if (refusal instanceof Refusal.NothingLive) {
            return of(refusal, "default-in-force", 409, "Default in force").build();
        }
        return of(refusal, "no-default-rulebook", 503, "No default rulebook").build();
    }

    private static HttpProblem.Builder of(Refusal refusal, String slug, int status, String title) {
        return Problems.of(slug, status, title, refusal.words());
    }
}
