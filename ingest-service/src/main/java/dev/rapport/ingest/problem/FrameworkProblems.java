package dev.rapport.ingest.problem;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;

/** Gives the problems that the framework found our {@code type} and a detail that names no class of ours. */
@ApplicationScoped
@Startup
class FrameworkProblems implements ProblemPostProcessor {

    private static final Map<ProblemType, String> DETAILS = Map.of(ProblemType.MALFORMED_REQUEST,
            "A parameter or the body cannot be read; compare it with the API description at /q/openapi.",
            ProblemType.NOT_FOUND, "See /q/openapi for what there is.", ProblemType.METHOD_NOT_ALLOWED,
            "See /q/openapi for what it takes.", ProblemType.NOT_ACCEPTABLE, "Ask for application/json.",
            ProblemType.TOO_LARGE, "Send less at once.", ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "See /q/openapi for what it takes, and name it in the header Content-Type.", ProblemType.INTERNAL_ERROR,
            "It is our fault and is in our log. Sending the same again later does no harm.");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        Optional<ProblemType> known = ProblemType.ofFramework(problem.getStatusCode());
        if (known.isEmpty()) {
            return problem;
        }
        HttpProblem.Builder ours = known.get().told(DETAILS.get(known.get()));
        problem.getHeaders().forEach(ours::withHeader);
        return ours.build();
    }
}
