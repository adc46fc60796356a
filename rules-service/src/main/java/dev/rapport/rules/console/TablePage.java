package dev.rapport.rules.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.table.CellFault;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.Sheets;
import dev.rapport.rules.version.Refused;
import dev.rapport.rules.version.Rulebooks;
import dev.rapport.rules.version.Version;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All rules of a version as a table: a row a rule, a column a kind of condition. */
@Path("/console/versions/{version}/table")
@Produces(MediaType.TEXT_HTML)
public class TablePage {

    private static final String SHEET = "Rules";

    private final Desk desk;
    private final Rulebooks rulebooks;

    TablePage(Desk desk, Rulebooks rulebooks) {
        this.desk = desk;
        this.rulebooks = rulebooks;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "console")
    static final class Templates {

        private Templates() {
        }

        static native TemplateInstance table(Frame frame, Desk.Shown version, Links links, List<String> columns,
                List<List<String>> rows);
    }

    /**
     * The table as it was changed.
     *
     * @param rows the header first
     * @param save whether it is kept; otherwise it is only checked
     */
    public record Sent(int edition, List<List<String>> rows, boolean save) {
    }

    /**
     * @param faults what is wrong; empty if it can be saved
     * @param saved edition that there is now; null if it was not saved
     * @param said in words
     */
    public record Answer(List<Cell> faults, Integer saved, String said) {
    }

    /**
     * @param row from 0, the header being the first; -1 where it is no single cell
     * @param column from 0
     */
    public record Cell(int row, int column, String place, String what, String todo) {
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance show(@PathParam("version") String version) {
        Desk.Shown shown = desk.version(version);
        List<List<String>> rows = used(
                RulebookTable.write(RulebookParts.of(shown.files())).rows().get(SHEET));
        return Templates.table(desk.frame(Frame.RULES), shown, shown.links(), rows.get(0),
                rows.subList(1, rows.size()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Answer changed(@PathParam("version") String version, Sent sent) {
        Desk.Shown shown = desk.version(version);
        List<List<String>> rows = sent.rows() == null ? List.of() : sent.rows();
        RulebookTable.Outcome outcome = RulebookTable.read(new Sheets(Map.of(SHEET, rows)),
                RulebookParts.of(shown.files()));
        if (outcome instanceof RulebookTable.Outcome.Refused refused) {
            return new Answer(refused.faults().stream().map(TablePage::cell).toList(), null,
                    Editor.count(refused.faults().size(), "problem") + ". Nothing is saved.");
        }
        if (!sent.save() || !shown.isDraft()) {
            return new Answer(List.of(), null, "No problems.");
        }
        RulebookFiles files = ((RulebookTable.Outcome.Read) outcome).parts().into(shown.files(), false);
        try {
            Version saved = rulebooks.save(desk.person(), shown.number(), sent.edition(), files);
            return new Answer(List.of(), saved.edition(), "Saved in version " + saved.number() + ".");
        } catch (Refused refused) {
            return new Answer(List.of(), null, "Not saved. " + refused.refusal().words());
        }
    }

    /** Columns that some rule uses: a sentence may stand in any of them. */
    private static List<List<String>> used(List<List<String>> rows) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            int column = c;
            if (rows.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty())) {
                columns.add(c);
            }
        }
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    /** {@code Rules!C4} as row and column. */
    private static Cell cell(CellFault fault) {
        String todo = (fault.expected() == null ? "" : "Expected " + fault.expected() + ". ")
                + (fault.didYouMean() == null ? "" : "Did you mean \"" + fault.didYouMean() + "\"?");
        int mark = fault.place().indexOf('!');
        String name = fault.place().substring(mark + 1);
        if (mark < 0 || !name.matches("[A-Z]{1,3}[0-9]{1,6}")) {
            return new Cell(-1, -1, fault.place(), fault.what(), todo);
        }
        int column = 0;
        int i = 0;
        for (; Character.isLetter(name.charAt(i)); i++) {
            column = column * 26 + name.charAt(i) - 'A' + 1;
        }
        return new Cell(Integer.parseInt(name.substring(i)) - 1, column - 1, fault.place(), fault.what(), todo);
    }
}
