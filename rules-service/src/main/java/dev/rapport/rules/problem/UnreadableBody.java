package dev.rapport.rules.problem;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.rapport.rules.problem.Problems.FieldError;

/** A request body that is no JSON of ours. Its content is not repeated: it may be anything. */
class UnreadableBody {

    @ServerExceptionMapper(MismatchedInputException.class)
    public Response otherShape(MismatchedInputException unreadable) {
        return answer();
    }

    @ServerExceptionMapper(JsonProcessingException.class)
    public Response noJson(JsonProcessingException unreadable) {
        return answer();
    }

    private static Response answer() {
        return Problems.badRequest(new FieldError("body", "not the JSON expected here", "see /q/openapi for its shape"))
                .toResponse();
    }
}
