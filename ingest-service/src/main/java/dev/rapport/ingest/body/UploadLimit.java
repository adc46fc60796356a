package dev.rapport.ingest.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.ingest.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body by its announced length before any of it is read. The HTTP layer has such a limit too, but answers
 * without a body; this one comes just before it and says what is wrong.
 */
@ApplicationScoped
class UploadLimit {

    /** What boundaries, part headers and form fields may add around a multipart file. */
    static final long ENVELOPE = 100_000;

    /** A body not even worth receiving. */
    private static final long FAR_TOO_LARGE = 10 * Body.TOO_LARGE;

    /** Just before the HTTP layer's own limit, which sits at -2. */
    private static final int ORDER = -3;

    @Inject
    ObjectMapper json;

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (announced(context.request()) >= limit(context.request())) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        try {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException left) {
            return 0; // for the HTTP layer to refuse
        }
    }

    private static long limit(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/") ? Body.TOO_LARGE + ENVELOPE : Body.TOO_LARGE;
    }

    /**
     * Most callers read the answer only when they have sent everything, and see a broken connection otherwise; so what
     * comes is let through to nowhere first, if there is an end to it.
     */
    private void refuse(RoutingContext context) {
        if (announced(context.request()) > FAR_TOO_LARGE) {
            answer(context);
        } else {
            context.request().endHandler(end -> answer(context));
            context.request().resume();
        }
    }

    private void answer(RoutingContext context) {
        HttpProblem problem = ProblemType.TOO_LARGE.because(Body.tooLarge(Body.TOO_LARGE));
        try {
            context.response().setStatusCode(problem.getStatusCode()).putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            context.fail(impossible);
        }
    }
}
