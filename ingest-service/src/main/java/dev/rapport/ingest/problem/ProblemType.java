package dev.rapport.ingest.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Every problem this service answers with; its {@code type} is a stable address. */
public enum ProblemType {
    MALFORMED_JSON("malformed-json", 400, "The body is not JSON"), MALFORMED_REQUEST("malformed-request", 400,
            "The request cannot be read"), INVALID_TENANT("invalid-tenant", 400,
                    "The tenant cannot be told"), NO_CONSENT("no-consent", 403,
                            "Nobody agreed to this"), UNKNOWN_CONVERSATION("unknown-conversation", 404,
                                    "There is no such conversation"), NOT_FOUND("not-found", 404,
                                            "There is nothing at this address"), METHOD_NOT_ALLOWED(
                                                    "method-not-allowed", 405,
                                                    "This address does not take that method"), NOT_ACCEPTABLE(
                                                            "not-acceptable", 406,
                                                            "There is no answer of the type asked for"), CONVERSATION_CLOSED(
                                                                    "conversation-closed", 409,
                                                                    "The conversation is closed"), CONVERSATION_TAKEN(
                                                                            "conversation-taken", 409,
                                                                            "The conversation is already another one"), TOO_LARGE(
                                                                                    "too-large", 413,
                                                                                    "That is too much at once"), UNSUPPORTED_MEDIA_TYPE(
                                                                                            "unsupported-media-type",
                                                                                            415,
                                                                                            "This address does not take that content type"), INVALID_CONVERSATION(
                                                                                                    "invalid-conversation",
                                                                                                    422,
                                                                                                    "The conversation is not told completely"), NO_LEARNER(
                                                                                                            "no-learner",
                                                                                                            422,
                                                                                                            "Nobody is the learner"), TWO_LEARNERS(
                                                                                                                    "two-learners",
                                                                                                                    422,
                                                                                                                    "More than one participant is the learner"), TURNS_REFUSED(
                                                                                                                            "turns-refused",
                                                                                                                            422,
                                                                                                                            "Turns were refused"), WHICH_LEARNER(
                                                                                                                                    "which-learner",
                                                                                                                                    422,
                                                                                                                                    "It is not clear who the learner is"), UNREADABLE_TRANSCRIPT(
                                                                                                                                            "unreadable-transcript",
                                                                                                                                            422,
                                                                                                                                            "No conversation can be read from this transcript"), INTERNAL_ERROR(
                                                                                                                                                    "internal-error",
                                                                                                                                                    500,
                                                                                                                                                    "Something went wrong here"), BROKER_AWAY(
                                                                                                                                                            "broker-away",
                                                                                                                                                            503,
                                                                                                                                                            "Nothing can be taken in right now");

    /** What every {@code type} starts with. */
    public static final String ADDRESS = "https://rapport.dev/problems/";

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI type() {
        return URI.create(ADDRESS + slug);
    }

    public HttpProblem because(String detail) {
        return told(detail).build();
    }

    public HttpProblem because(String detail, List<Fault> errors) {
        return told(detail).with("errors", errors).build();
    }

    /** @return a problem to which more can be added */
    public HttpProblem.Builder told(String detail) {
        return HttpProblem.builder().withType(type()).withTitle(title).withStatus(status).withDetail(detail);
    }

    /** The type of a problem that the framework, not this service, found. */
    static Optional<ProblemType> ofFramework(int status) {
        return Arrays.stream(new ProblemType[]{MALFORMED_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE,
                TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INTERNAL_ERROR}).filter(t -> t.status == status).findFirst();
    }
}
