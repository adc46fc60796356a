package dev.rapport.rules.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.rulebook.exchange.Export;
import dev.rapport.rules.rulebook.exchange.Import;
import dev.rapport.rules.rulebook.exchange.ImportFault;
import dev.rapport.rules.rulebook.table.CellFault;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The rules of a version as files of other tools: taken along, changed there, brought back into a draft. */
@Path("/console/versions/{version}/exchange")
@Produces(MediaType.TEXT_HTML)
public class ExchangePage {

    private static final int UNPROCESSABLE = 422;

    private final Desk desk;
    private final Rulebooks rulebooks;

    ExchangePage(Desk desk, Rulebooks rulebooks) {
        this.desk = desk;
        this.rulebooks = rulebooks;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance exchange(Frame frame, ExchangeView view);
    }

    /**
     * @param readable whether tables and DRL hold everything of it
     * @param tooLong what fits no cell of a spreadsheet, so that no tables can be taken along
     * @param faults what keeps the file from being taken
     * @param refused why it was not taken though it is sound; null if that did not happen
     */
    record ExchangeView(Desk.Shown version, Links links, boolean readable, List<CellFault> tooLong,
            List<ImportFault> faults, String refused) {

        ExchangeView {
            tooLong = List.copyOf(tooLong);
            faults = List.copyOf(faults);
        }

        public String self() {
            return links.exchange();
        }
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version) {
        return page(desk.version(version), List.of(), null);
    }

    private TemplateInstance page(Desk.Shown shown, List<ImportFault> faults, String refused) {
        return Templates.exchange(desk.frame(Frame.RULES), new ExchangeView(shown, shown.links(),
                RulebookReader.read(shown.files()) instanceof Reading.Read, Export.tooLong(shown.files()),
                faults, refused));
    }

    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response takeAlong(@PathParam("version") String version, @PathParam("file") String file) {
        Export form = Export.called(file).orElseThrow(() -> Problems.of("unknown-file", 404, "Unknown file",
                "Rules are not taken along in a file of that name. The page of the version lists those there are.")
                .build());
        RulebookFiles files = desk.version(version).files();
        List<CellFault> tooLong = form.isTable() ? Export.tooLong(files) : List.of();
        if (!tooLong.isEmpty()) {
            throw Problems.of("cell-too-long", UNPROCESSABLE, "Too long for a spreadsheet",
                    tooLong.get(0) + ". Shorten it, or take the rules along as a folder or JSON.").build();
        }
        return Response.ok(form.of(files), form.type())
                .header("Content-Disposition", "attachment; filename=\"" + form.file() + "\"").build();
    }

    /** Takes files into a draft if the whole of it is sound then. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response bringBack(@PathParam("version") String version, @RestForm int edition,
            @RestForm("file") List<FileUpload> files) {
        Desk.Shown shown = desk.version(version);
        Import.Outcome outcome = Import.of(contents(files), shown.files());
        if (outcome instanceof Import.Outcome.Refused refused) {
            return Response.status(UNPROCESSABLE).entity(page(shown, refused.faults(), null)).build();
        }
        try {
            rulebooks.save(desk.person(), shown.number() == null ? 0 : shown.number(), edition,
                    ((Import.Outcome.Done) outcome).files());
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(page(shown, List.of(), refused.refusal().words())).build();
        }
        return Response.seeOther(URI.create(shown.links().home())).build();
    }

    /** By name; a field that nothing was chosen in is sent as a file without one. */
    private static Map<String, byte[]> contents(List<FileUpload> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (FileUpload file : files) {
            if (!file.fileName().isEmpty()) {
                try {
                    contents.put(file.fileName(), Files.readAllBytes(file.uploadedFile()));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException("an uploaded file is not there any more", unreadable);
                }
            }
        }
        return contents;
    }
}
