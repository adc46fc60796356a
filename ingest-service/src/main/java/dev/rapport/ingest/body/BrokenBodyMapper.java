package dev.rapport.ingest.body;

import java.io.IOException;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import dev.rapport.ingest.problem.ProblemType;

/** A multipart body that ends too soon or was none: the parser says so with an exception of this general kind. */
@Provider
class BrokenBodyMapper implements ExceptionMapper<IOException> {

    @Override
    public Response toResponse(IOException broken) {
        return ProblemType.MALFORMED_REQUEST
                .because("The body cannot be read to its end. Send the whole again; nothing is doubled by it.")
                .toResponse();
    }
}
