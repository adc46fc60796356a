package dev.rapport.rules.console;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.rapport.rules.problem.Problems;

/** A cookie says who a person is, so another site's page must not be able to send a form in their name. */
class OwnFormsOnly {

    @ServerRequestFilter
    public void refuseForeignForms(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (!request.getMethod().equals("GET") && site != null && !site.equals("same-origin")
                && !site.equals("none")) {
            throw Problems.foreignForm();
        }
    }
}
