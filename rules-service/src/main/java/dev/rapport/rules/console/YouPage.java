package dev.rapport.rules.console;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.events.Ids;
import dev.rapport.rules.person.Asking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where a person says who they are, as long as nobody else does. */
@Path("/console/you")
@Produces(MediaType.TEXT_HTML)
public class YouPage {

    private final Desk desk;

    YouPage(Desk desk) {
        this.desk = desk;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance you(Frame frame, String name, String wrong);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show() {
        return Templates.you(desk.frame(""), desk.person().name(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response say(@FormParam("name") String name) {
        String said = name == null ? "" : name.strip();
        if (!Ids.isValid(said)) {
            return Response.status(Response.Status.BAD_REQUEST).entity(Templates.you(desk.frame(""), said,
                    "That cannot be a name here. Use letters, digits, dots, hyphens and underscores, at most 128."))
                    .build();
        }
        return Response.seeOther(URI.create("/console")).cookie(new NewCookie.Builder(Asking.PERSON_COOKIE).value(said)
                .path("/").httpOnly(true).sameSite(NewCookie.SameSite.STRICT).build()).build();
    }
}
