package dev.rapport.rules.console;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.figures.Figures;
import dev.rapport.rules.figures.ShadowFigures;
import dev.rapport.rules.person.Person;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.version.Deed;
import dev.rapport.rules.version.Inheritance;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.State;
import dev.rapport.rules.version.Version;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The versions of a rulebook, and the steps each takes on its way to learners. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class VersionsPage {

    private static final int DEEDS_A_PAGE = 50;

    private final Desk desk;
    private final Rulebooks rulebooks;
    private final Changes changes;
    private final Figures figures;

    VersionsPage(Desk desk, Rulebooks rulebooks, Changes changes, Figures figures) {
        this.desk = desk;
        this.rulebooks = rulebooks;
        this.changes = changes;
        this.figures = figures;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance versions(Frame frame, List<VersionCard> versions, String refused);

        static native TemplateInstance version(Frame frame, Release release);

        static native TemplateInstance history(Frame frame, List<DeedLine> deeds, Long next, boolean newest);
    }

    @GET
    @Path("versions")
    @Operation(hidden = true)
    public TemplateInstance versions() {
        return list(null);
    }

    private TemplateInstance list(String refused) {
        return Templates.versions(desk.frame(Frame.VERSIONS),
                rulebooks.versions(desk.person().tenant()).stream().map(VersionCard::of).toList(), refused);
    }

    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response start(@FormParam("why") String why, @FormParam("from") Integer from) {
        try {
            Version draft = rulebooks.startDraft(desk.person(), from, reason(why, "a change"));
            return Response.seeOther(URI.create(new Links(draft.number()).home())).build();
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(list(refused.refusal().words())).build();
        }
    }

    @GET
    @Path("versions/{number: [0-9]+}")
    @Operation(hidden = true)
    public TemplateInstance version(@PathParam("number") int number) {
        return page(number, null, List.of());
    }

    private TemplateInstance page(int number, String refused, List<Fault> faults) {
        Person person = desk.person();
        Version version = rulebooks.find(person.tenant(), number);
        List<DeedLine> deeds = rulebooks.history(person.tenant(), number, null, DEEDS_A_PAGE).stream()
                .map(DeedLine::of).toList();
        return Templates.version(desk.frame(Frame.VERSIONS), new Release(VersionCard.of(version), new Links(number),
                version.authors().contains(person.name()), refused, Release.problems(faults, new Links(number)),
                changes.against(person.tenant(), version), deeds, shadow(version), inherited(version)));
    }

    private Release.ShadowCount shadow(Version version) {
        ShadowFigures seen = figures.ofShadow(version.tenant(), version.number());
        return seen.talks() == 0 && !(version.state() instanceof State.Shadow)
                ? null
                : new Release.ShadowCount(seen.talks(),
                        seen.hits().entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .map(hit -> new Release.ShadowRule(hit.getKey(), hit.getValue(),
                                        seen.talksWithHits().getOrDefault(hit.getKey(), 0L)))
                                .toList());
    }

    /** Only where it can still matter: what was put away inherits nothing. */
    private List<String> inherited(Version version) {
        if (version.state() instanceof State.Retired || version.state() instanceof State.Former) {
            return List.of();
        }
        Inheritance inheritance = rulebooks.inheritance(version.tenant(), version.number());
        return inheritance.defaultChanged()
                ? inheritance.parts().stream().filter(part -> part.outcome() != Inheritance.Outcome.KEPT)
                        .map(Inheritance.Part::words).toList()
                : List.of();
    }

    /** Takes over into a draft what only the default changed. */
    @POST
    @Path("versions/{number: [0-9]+}/take-over")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response takeOver(@PathParam("number") int number, @FormParam("edition") int edition) {
        Person person = desk.person();
        try {
            rulebooks.saveOnNewDefault(person, number, edition,
                    rulebooks.inheritance(person.tenant(), number).merged());
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(number, refused.refusal().words(), List.of())).build();
        }
        return Response.seeOther(URI.create(new Links(number).home())).build();
    }

    /** Takes one step. What is refused changes nothing and says why on the same page. */
    @POST
    @Path("versions/{number: [0-9]+}/{step: check|shadow|unshadow|approve|release|roll-back|back-to-default|retire}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response step(@PathParam("number") int number, @PathParam("step") String step,
            @FormParam("edition") int edition, @FormParam("why") String why) {
        Person person = desk.person();
        String said = reason(why, null);
        try {
            switch (step) {
                case "check" -> {
                    Rulebooks.Check check = rulebooks.check(person, number, edition);
                    if (!check.faults().isEmpty()) {
                        return Response.status(422).entity(page(number, null, check.faults())).build();
                    }
                }
                case "shadow" -> rulebooks.toShadow(person, number, edition, said);
                case "unshadow" -> rulebooks.outOfShadow(person, number, edition, said);
                case "approve" -> rulebooks.approve(person, number, edition, said);
                case "release" -> rulebooks.release(person, number, edition, said);
                case "roll-back" -> rulebooks.rollBack(person, number, said);
                case "back-to-default" -> rulebooks.rollBackToDefault(person, number, edition, said);
                default -> rulebooks.retire(person, number, edition, said);
            }
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(number, refused.refusal().words(), List.of())).build();
        }
        return Response.seeOther(URI.create(new Links(number).home())).build();
    }

    @GET
    @Path("history")
    @Operation(hidden = true)
    public TemplateInstance history(@QueryParam("before") Long before) {
        List<Deed> deeds = rulebooks.history(desk.person().tenant(), null, before, DEEDS_A_PAGE);
        return Templates.history(desk.frame(Frame.HISTORY), deeds.stream().map(DeedLine::of).toList(),
                deeds.size() < DEEDS_A_PAGE ? null : deeds.get(deeds.size() - 1).id(), before == null);
    }

    static String reason(String why, String otherwise) {
        String said = why == null ? "" : why.strip();
        return said.isEmpty()
                ? otherwise
                : said.substring(0, Math.min(said.length(), Rulebooks.LONGEST_WHY));
    }
}
