package dev.rapport.feedback.problem;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The problems this service tells, each with its type. */
public final class Problems {

    private static final String TYPES = "https://rapport.dev/problems/";

    private Problems() {
    }

    /**
     * One thing to mend in a request.
     *
     * @param field its name
     * @param problem what is wrong
     * @param todo what to send instead
     */
    public record FieldError(String field, String problem, String todo) {
    }

    /** 404, because the conversation is unknown or not over yet. */
    public static HttpProblem noMessageYet(String conversation) {
        return problem("no-message-yet", 404, "No message yet",
                "No message has been composed for conversation " + conversation
                        + ". It comes after the conversation is closed and judged.");
    }

    /** 404. */
    public static HttpProblem unknownMessage(String message) {
        return problem("unknown-message", 404, "Unknown message", "There is no message " + message + ".");
    }

    /** 400 with what is to be mended. */
    public static HttpProblem badRequest(FieldError... errors) {
        return HttpProblem.builder().withType(type("bad-request")).withTitle("Bad request").withStatus(400)
                .withDetail(errors[0].field() + ": " + errors[0].problem() + "; " + errors[0].todo())
                .with("errors", List.of(errors)).build();
    }

    /** 409, because the message does not have that point. */
    public static HttpProblem noSuchPoint(String message, String point) {
        return problem("no-such-point", 409, "No such point", "Message " + message + " has no " + point + ".");
    }

    /** 403, because another site's page sent the form. */
    public static HttpProblem foreignForm() {
        return problem("foreign-form", 403, "Form of another site", "Reactions are taken from our own pages only.");
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }

    private static HttpProblem problem(String slug, int status, String title, String detail) {
        return HttpProblem.builder().withType(type(slug)).withTitle(title).withStatus(status).withDetail(detail)
                .build();
    }
}
