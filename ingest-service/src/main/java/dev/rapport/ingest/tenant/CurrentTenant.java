package dev.rapport.ingest.tenant;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import dev.rapport.events.Ids;
import dev.rapport.ingest.problem.ProblemType;

/** The tenant named in the header {@value #HEADER}; {@value #LOCAL} without one. */
@RequestScoped
public class CurrentTenant {

    static final String HEADER = "X-Rapport-Tenant";
    static final String LOCAL = "local";

    @Inject
    HttpHeaders headers;

    /** @return its id, which matches {@link Ids#PATTERN} */
    public String id() {
        List<String> named = headers.getRequestHeader(HEADER);
        if (named == null || named.isEmpty()) {
            return LOCAL;
        }
        if (named.size() > 1 || !Ids.isValid(named.get(0))) {
            throw ProblemType.INVALID_TENANT.because("The header " + HEADER
                    + " must stand once and hold 1 to 128 letters, digits, '.', '-' or '_'. Without it the tenant is "
                    + LOCAL + ".");
        }
        return named.get(0);
    }
}
