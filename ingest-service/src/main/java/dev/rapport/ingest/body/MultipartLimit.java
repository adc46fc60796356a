package dev.rapport.ingest.body;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Counts a multipart body that does not announce its length; whoever parses it would not. */
@Provider
@PreMatching
class MultipartLimit implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.getType().equals("multipart")) {
            request.setEntityStream(Body.of(request.getEntityStream(), Body.TOO_LARGE + UploadLimit.ENVELOPE));
        }
    }
}
