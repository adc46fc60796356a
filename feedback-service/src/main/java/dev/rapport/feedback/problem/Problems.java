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

    /** 404. */
    public static HttpProblem unknownAttempt(String attempt) {
        return problem("unknown-attempt", 404, "Unknown attempt", "There is no attempt " + attempt + ".");
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

    /** 404, because no words of the talk are kept, or not any more. */
    public static HttpProblem noTranscript(String conversation) {
        return problem("no-transcript", 404, "No transcript", "No words of conversation " + conversation
                + " are kept. They go after some weeks, and at once where a talk turned to danger.");
    }

    /** 404, because the tenant never ran one. */
    public static HttpProblem noExperiment() {
        return problem("no-experiment", 404, "No experiment", "There is no experiment, and there was none.");
    }

    /** 409, because one runs already and is another one. */
    public static HttpProblem experimentRuns(int share) {
        return problem("experiment-runs", 409, "An experiment runs", "An experiment with a share of " + share
                + " % runs. Its end may be moved; for another share end it first, or two would be mixed.");
    }

    /** 404, because the team has no figures that may be shown. */
    public static HttpProblem noSuchTeam(String team, int least) {
        return problem("no-such-team", 404, "No such team",
                "There is no team " + team + " of at least " + least + " people in that month.");
    }

    /** 404. */
    public static HttpProblem unknownChannel(String channel) {
        return problem("unknown-channel", 404, "Unknown channel", "There is no channel " + channel + ".");
    }

    /** 409, because addresses and secrets could not be kept safely. */
    public static HttpProblem noDeliveryKey() {
        return problem("no-delivery-key", 409, "No key for secrets",
                "Channels need rapport.delivery.keys, see docs/delivery.md: without it their secrets could not be sealed.");
    }

    /** 503, because this replica holds as many streams as it can. */
    public static HttpProblem tooManyStreams() {
        return problem("too-many-streams", 503, "Too many streams",
                "This replica has no room for one more stream. Come again a little later, or ask for the messages.");
    }

    /** 403, because another site's page sent the form. */
    public static HttpProblem foreignForm() {
        return problem("foreign-form", 403, "Form of another site", "Reactions are taken from our own pages only.");
    }

    /** 403, because the tenant has not turned on nudges while a talk goes on. */
    public static HttpProblem liveOff(String tenant) {
        return problem("live-off", 403, "Live nudges are off", "Tenant " + tenant
                + " has not turned on nudges while a talk goes on. Messages come after each talk.");
    }

    static URI type(String slug) {
        return URI.create(TYPES + slug);
    }

    private static HttpProblem problem(String slug, int status, String title, String detail) {
        return HttpProblem.builder().withType(type(slug)).withTitle(title).withStatus(status).withDetail(detail)
                .build();
    }
}
