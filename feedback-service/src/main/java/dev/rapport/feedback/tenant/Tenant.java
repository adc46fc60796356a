package dev.rapport.feedback.tenant;

import dev.rapport.events.Ids;
import dev.rapport.feedback.problem.Problems;
import dev.rapport.feedback.problem.Problems.FieldError;

/**
 * Whose data a request is about.
 *
 * @param id matches {@link Ids#PATTERN}
 */
public record Tenant(String id) {

    /** The header that names it; optional. */
    public static final String HEADER = "X-Rapport-Tenant";
    /** The tenant of a laptop. */
    public static final Tenant LOCAL = new Tenant("local");

    /**
     * @param header null or empty for {@link #LOCAL}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can be no id
     */
    public static Tenant of(String header) {
        if (header == null || header.isBlank()) {
            return LOCAL;
        }
        return new Tenant(id(HEADER, header));
    }

    /**
     * @return {@code value}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what can be no id
     */
    public static String id(String field, String value) {
        if (!Ids.isValid(value)) {
            throw Problems.badRequest(new FieldError(field, "not an id",
                    "send 1 to 128 letters, digits, '.', '-' or '_'"));
        }
        return value;
    }
}
