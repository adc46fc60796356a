package dev.rapport.rules.problem;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;

/** Gives the framework's own problems, such as 405 and 415, a type like ours. */
@ApplicationScoped
@Startup
class TypedProblems implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null && problem.getDetail() != null) {
            return problem;
        }
        String title = problem.getTitle() == null ? phraseOf(problem.getStatusCode()) : problem.getTitle();
        HttpProblem.Builder typed = HttpProblem.builder(problem);
        if (problem.getType() == null) {
            typed.withType(Problems.type(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
        }
        if (problem.getDetail() == null) {
            typed.withDetail(title + ".");
        }
        return typed.build();
    }

    private static String phraseOf(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }
}
