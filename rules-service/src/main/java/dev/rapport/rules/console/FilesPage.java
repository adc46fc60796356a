package dev.rapport.rules.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

import dev.rapport.rules.problem.Problems;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.tryout.Workbench;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The files of a version: phrases, examples and messages are changed here, and rules as they lie in their file. */
@Path("/console/versions/{version}/files")
@Produces(MediaType.TEXT_HTML)
public class FilesPage {

    private static final Map<String, String> FOLDERS = new TreeMap<>(Map.of("acts", "Kinds of turn", "behaviours",
            "Behaviours", "examples", "Examples", "messages", "Messages to learners", "phrases", "Phrase lists"));

    private final Desk desk;
    private final Workbench workbench;
    private final Rulebooks rulebooks;

    FilesPage(Desk desk, Workbench workbench, Rulebooks rulebooks) {
        this.desk = desk;
        this.workbench = workbench;
        this.rulebooks = rulebooks;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance files(Frame frame, Desk.Shown version, Links links, List<Folder> folders);

        static native TemplateInstance file(Frame frame, FileEditor file);

        static native TemplateInstance file_live(FileEditor file);
    }

    /** Files of one kind. */
    record Folder(String name, List<Entry> entries) {
    }

    record Entry(String name, String path, int lines) {
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("version") String version) {
        Desk.Shown shown = desk.version(version);
        List<Folder> folders = new ArrayList<>();
        FOLDERS.forEach((folder, name) -> folders.add(new Folder(name,
                shown.files().texts().entrySet().stream().filter(file -> file.getKey().startsWith(folder + "/"))
                        .map(file -> new Entry(file.getKey().substring(folder.length() + 1), file.getKey(),
                                (int) file.getValue().lines().count()))
                        .toList())));
        return Templates.files(desk.frame(Frame.RULES), shown, shown.links(), folders);
    }

    @GET
    @Path("{path: .+}")
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version, @PathParam("path") String path,
            @QueryParam("saved") String saved) {
        Desk.Shown shown = desk.version(version);
        if (!shown.files().has(path)) {
            throw Problems.of("unknown-file", 404, "Unknown file", "There is no such file in this version.").build();
        }
        FileEditor editor = editor(shown, path, shown.files().text(path));
        return Templates.file(desk.frame(Frame.RULES), saved == null ? editor : editor.saying("good", "Saved."));
    }

    /** What is wrong with the text, while one types. */
    @POST
    @Path("{path: .+}/live")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance live(@PathParam("version") String version, @PathParam("path") String path,
            @FormParam("text") String text) {
        return Templates.file_live(editor(desk.version(version), path, EditorPage.plain(text)));
    }

    @POST
    @Path("{path: .+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(@PathParam("version") String version, @PathParam("path") String path,
            @FormParam("text") String text, @FormParam("edition") int edition) {
        Desk.Shown shown = desk.version(version);
        RulebookFiles files = shown.files().with(path, EditorPage.plain(text));
        try {
            rulebooks.save(desk.person(), shown.number() == null ? 0 : shown.number(), edition, files);
        } catch (Refused refused) {
            return Response.status(Response.Status.CONFLICT).entity(Templates.file(desk.frame(Frame.RULES),
                    editor(shown, path, EditorPage.plain(text)).saying("bad", "Not saved. "
                            + refused.refusal().words() + " Your words are still here.")))
                    .build();
        }
        return Response.seeOther(URI.create(shown.links().file(path) + "?saved=yes")).build();
    }

    private FileEditor editor(Desk.Shown shown, String path, String text) {
        Proof proof = Proof.of(shown.files().with(path, text), Spot.of(path, 1, text), codeOf(path), desk.today(),
                workbench,
                shown.links());
        return new FileEditor(shown, shown.links(), path, text, proof.problems(), null, null);
    }

    /** Examples and messages are named after their rule. */
    private static String codeOf(String path) {
        return path.startsWith("examples/") ? path.substring("examples/".length()).replace(".yaml", "") : null;
    }
}
