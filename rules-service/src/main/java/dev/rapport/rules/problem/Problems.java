package dev.rapport.rules.problem;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** How this service tells a problem. Those of a feature are made by the feature; here are those any request may meet. */
public final class Problems {

    private static final String TYPES = "https://rapport.dev/problems/";

    private Problems() {
    }

    /**
     * One thing to mend in a request.
     *
     * @param field its name, or the path to it
     * @param problem what is wrong
     * @param todo what to send instead
     */
    public record FieldError(String field, String problem, String todo) {
    }

    /** 400 with what is to be mended. */
    public static HttpProblem badRequest(FieldError... errors) {
        return of("bad-request", 400, "Bad request",
                errors[0].field() + ": " + errors[0].problem() + "; " + errors[0].todo())
                .with("errors", List.of(errors)).build();
    }

    /** 403, because another site's page sent the form. */
    public static HttpProblem foreignForm() {
        return of("foreign-form", 403, "Form of another site", "Changes are taken from our own pages only.").build();
    }

    /**
     * @param slug the end of its type, stable: clients branch on it
     * @param title the same for every problem of the type
     * @param detail what was wrong, where, and what to do
     */
    public static HttpProblem.Builder of(String slug, int status, String title, String detail) {
        return HttpProblem.builder().withType(type(slug)).withTitle(title).withStatus(status).withDetail(detail);
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }
}
