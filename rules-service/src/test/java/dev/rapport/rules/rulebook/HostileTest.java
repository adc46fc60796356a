package dev.rapport.rules.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import dev.rapport.rules.rulebook.drl.DrlFault;
import dev.rapport.rules.rulebook.drl.DrlReader;
import dev.rapport.rules.rulebook.table.CellFault;
import dev.rapport.rules.rulebook.table.CsvTable;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.Sheets;
import dev.rapport.rules.rulebook.table.Sheets.Opened;
import dev.rapport.rules.rulebook.table.XlsxTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our own collection of hostile texts, phrases, cells, workbooks and DRL. None runs, none takes longer than 250 ms, each is
 * refused with its position or, where it is nothing but words in a place for words, read as just these words.
 */
class HostileTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONGEST_NANOS = 250_000_000;
    private static final RulebookFiles SOUND = new RulebookFiles(new TreeMap<>())
            .with("acts/a.rules", """
                    rule "Question" code A1 owner "Tests"
                      when the turn has a question clause then the turn is a question
                    """)
            .with("behaviours/b.rules", rule(new TreeMap<>()))
            .with("phrases/warm-words.txt", "so\n")
            .with("examples/B1.yaml", """
                    rule: B1
                    fires:
                      - name: fires
                        at: 1
                        turns: ["learner: Is it live?"]
                    nearMisses:
                      - name: near
                        turns: ["learner: It is live."]
                    """);

    /** One of the collection. */
    private record Hostile(String kind, String where, boolean refused, String text, String shown) {
    }

    private static List<Hostile> collection(String file, boolean places) {
        try (InputStream in = HostileTest.class.getResourceAsStream("/hostile/" + file)) {
            List<Hostile> all = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("# ") && !line.isBlank()) {
                    String[] parts = line.split(" \\| ?", places ? 4 : 3);
                    String text = parts[parts.length - 1];
                    all.add(new Hostile(parts[0], places ? parts[1] : "", parts[places ? 2 : 1].equals("refused"),
                            unfolded(text), file + ": " + line));
                }
            }
            return all;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** {@code \n}, {@code {{u:0000}}} for a character, {@code {{x:9:text}}} for a repeated text with {@code {{n}}} in it. */
    private static String unfolded(String folded) {
        String text = folded.replace("\\n", "\n").replace("\\t", "\t");
        for (int at = text.indexOf("{{u:"); at >= 0; at = text.indexOf("{{u:")) {
            text = text.substring(0, at) + (char) Integer.parseInt(text.substring(at + 4, at + 8), 16)
                    + text.substring(at + 10);
        }
        int at = text.indexOf("{{x:");
        if (at < 0) {
            return text;
        }
        int colon = text.indexOf(':', at + 4);
        int end = text.indexOf("}}", text.indexOf("{{n}}") < 0 ? colon : text.indexOf("{{n}}") + 5);
        String piece = text.substring(colon + 1, end);
        StringBuilder out = new StringBuilder(text.substring(0, at));
        for (int i = 0; i < Integer.parseInt(text.substring(at + 4, colon)); i++) {
            out.append(piece.replace("{{n}}", String.valueOf(i)));
        }
        return out.append(text.substring(end + 2)).toString();
    }

    private static String rule(Map<String, String> with) {
        return "rule \"%s\"\n  code %s\n  owner \"%s\"\n  source \"%s\"\n  review by %s\n".formatted(
                with.getOrDefault("name", "Any"), with.getOrDefault("code", "B1"),
                with.getOrDefault("owner", "Tests"), with.getOrDefault("source", "none"),
                with.getOrDefault("review", "2027-05-01"))
                + "  when the speaker is the learner\n   and "
                + with.getOrDefault("condition", "the turn is a question")
                + (with.containsKey("kind")
                        ? "\n  then the turn is " + with.get("kind") + "\n"
                        : "\n  then observe \"" + with.getOrDefault("behaviour", "asks") + "\" as something to keep\n");
    }

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> kinds = new TreeSet<>();
    private long slowest;
    private int told;
    private int data;

    /**
     * Runs one of them, again if it was slow, since the machine may have been. Time is that of the processor: one thread does
     * all of it, and what other builds take meanwhile is not its fault.
     */
    private <T> T timed(String shown, Supplier<T> work) {
        T answer = null;
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 4 && best > LONGEST_NANOS; attempt++) {
            long start = THREADS.getCurrentThreadCpuTime();
            answer = work.get();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        if (best > LONGEST_NANOS) {
            wrong.add(best / 1_000_000 + " ms: " + cut(shown));
        }
        slowest = Math.max(slowest, best);
        return answer;
    }

    private void judged(Hostile hostile, boolean refused, String firstFault, boolean placed) {
        kinds.add(hostile.shown().substring(0, hostile.shown().indexOf(':')) + " " + hostile.kind());
        if (refused != hostile.refused()) {
            wrong.add((refused ? "refused: " + firstFault : "read") + ": " + cut(hostile.shown()));
        } else if (refused && !placed) {
            wrong.add("without a place: " + firstFault + ": " + cut(hostile.shown()));
        }
        told += refused ? 1 : 0;
        data += refused ? 0 : 1;
    }

    private static String cut(String text) {
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }

    private void files(Hostile hostile, String path, RulebookFiles files) {
        Reading reading = timed(hostile.shown(), () -> RulebookReader.read(files));
        if (reading instanceof Reading.Refused refused) {
            long lines = files.text(path).chars().filter(c -> c == '\n').count() + 1;
            boolean placed = refused.faults().stream()
                    .anyMatch(fault -> fault.file().equals(path) && fault.line() >= 1 && fault.line() <= lines
                            && fault.column() >= 1);
            judged(hostile, true, refused.faults().get(0).toString(), placed);
        } else {
            judged(hostile, false, null, true);
        }
    }

    private void cells(Hostile hostile, Supplier<Opened> opened) {
        Object outcome = timed(hostile.shown(), () -> {
            Opened sheets = opened.get();
            return sheets instanceof Opened.Open open
                    ? RulebookTable.read(open.sheets(), RulebookParts.of(SOUND))
                    : sheets;
        });
        List<CellFault> faults = outcome instanceof Opened.Refused refused
                ? refused.faults()
                : outcome instanceof RulebookTable.Outcome.Refused refused ? refused.faults() : List.of();
        judged(hostile, !faults.isEmpty(), faults.isEmpty() ? null : faults.get(0).toString(),
                faults.stream().noneMatch(fault -> fault.place().isBlank()));
    }

    @Test
    void noneRunsNoneStallsEachIsRefusedAtItsPlaceOrIsJustWords() throws IOException {
        System.clearProperty(Canary.LOADED);
        // what is loaded once takes its time once
        RulebookReader.read(SOUND);
        CsvTable.read(CsvTable.write(RulebookTable.write(RulebookParts.of(SOUND))));
        XlsxTable.read(XlsxTable.write(RulebookTable.write(RulebookParts.of(SOUND))));
        int all = 0;
        for (Hostile hostile : collection("rules.txt", true)) {
            String text = hostile.where().equals("file")
                    ? hostile.text()
                    : rule(Map.of(hostile.where(), hostile.text()));
            files(hostile, "behaviours/b.rules", SOUND.with("behaviours/b.rules", text));
            all++;
        }
        for (Hostile hostile : collection("phrases.txt", false)) {
            files(hostile, "phrases/warm-words.txt", SOUND.with("phrases/warm-words.txt", hostile.text()));
            all++;
        }
        for (Hostile hostile : collection("yaml.txt", true)) {
            String path = hostile.where() + "/B1.yaml";
            files(hostile, path, SOUND.with(path, hostile.text()));
            all++;
        }
        for (Hostile hostile : collection("drl.txt", true)) {
            drl(hostile);
            all++;
        }
        for (Hostile hostile : collection("cells.txt", true)) {
            Sheets sheets = with(hostile.where(), hostile.text());
            cells(hostile, () -> XlsxTable.read(XlsxTable.write(sheets)));
            cells(hostile, () -> CsvTable.read(CsvTable.write(sheets)));
            all++;
        }
        for (Map.Entry<String, byte[]> workbook : workbooks().entrySet()) {
            cells(new Hostile(workbook.getKey(), "", true, "", "workbooks: " + workbook.getKey()),
                    () -> XlsxTable.read(workbook.getValue()));
            all++;
        }
        for (String csv : List.of("Code\n\"never closed", "a\"b\"c,\"d\"e\n", ",".repeat(5_000), "\n".repeat(60_000),
                "\0\0\0", "Code;Name;Owner\nB1;x", "\"" + "x".repeat(40_000) + "\"")) {
            cells(new Hostile("csv", "", true, csv, "csv: " + cut(csv)), () -> CsvTable.read(Map.of("Rules", csv)));
            all++;
        }
        System.out.println("parts: hostile collection, " + all + " texts of " + kinds.size() + " kinds: " + told
                + " refused at their place, " + data + " read as words, slowest " + slowest / 1_000_000 + " ms");
        assertThat(wrong).isEmpty();
        assertThat(System.getProperty(Canary.LOADED)).as("something was run").isNull();
        assertThat(all).isGreaterThanOrEqualTo(200);
        assertThat(kinds.size()).isGreaterThanOrEqualTo(40);
    }

    private void drl(Hostile hostile) {
        Map<String, String> at = Map.of(hostile.where(), hostile.text());
        String text = hostile.where().equals("file")
                ? hostile.text()
                : """
                        package dev.rapport.rulebook
                        %s
                        rule "B1"
                          @name("Any") @owner("Tests") %s
                        when
                          Speaker(side == "the learner")
                          %s
                        then
                          observe("asks", "keep", "clearly");
                          %s
                        end
                        """.formatted(at.getOrDefault("top", ""), at.getOrDefault("header", ""),
                        at.getOrDefault("lhs", ""),
                        at.getOrDefault("rhs", ""));
        DrlReader.Outcome outcome = timed(hostile.shown(), () -> DrlReader.read(text, RuleText.lexicon(SOUND)));
        List<DrlFault> faults = outcome instanceof DrlReader.Outcome.Refused refused ? refused.faults() : List.of();
        // told where the hostile text begins or after it: what stands before it is sound
        int line = switch (hostile.where()) {
            case "top" -> 2;
            case "header" -> 4;
            case "lhs" -> 7;
            case "rhs" -> 10;
            default -> 1;
        };
        boolean placed = faults.stream().allMatch(fault -> fault.line() >= line && fault.column() >= 1);
        judged(hostile, !faults.isEmpty(), faults.isEmpty() ? null : faults.get(0).toString(), placed);
    }

    private static Sheets with(String column, String value) {
        Sheets sound = RulebookTable.write(RulebookParts.of(SOUND));
        List<List<String>> rules = new ArrayList<>(sound.rows().get("Rules"));
        int c = rules.get(0).indexOf(column);
        List<String> row = new ArrayList<>(rules.get(2));
        row.set(c, value);
        rules.set(2, row);
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>(sound.rows());
        sheets.put("Rules", rules);
        return new Sheets(sheets);
    }

    // -- workbooks that do more than hold cells --------------------------------------------------------------------------

    private static Map<String, byte[]> workbooks() throws IOException {
        byte[] sound = XlsxTable.write(RulebookTable.write(RulebookParts.of(SOUND)));
        Map<String, byte[]> books = new LinkedHashMap<>();
        books.put("formula", formula("1+1"));
        books.put("formula of a link", formula("HYPERLINK(\"http://127.0.0.1\")"));
        books.put("formula of another book", formula("SUM(A1:A1048576)"));
        books.put("macro", added(sound, "xl/vbaProject.bin", new byte[100]));
        books.put("old macro sheet", added(sound, "xl/macrosheets/sheet1.xml", "<x/>".getBytes()));
        books.put("external link", added(sound, "xl/externalLinks/externalLink1.xml", "<x/>".getBytes()));
        books.put("connection", added(sound, "xl/connections.xml", "<x/>".getBytes()));
        books.put("embedded object", added(sound, "xl/embeddings/oleObject1.bin", new byte[100]));
        books.put("active control", added(sound, "xl/activeX/activeX1.xml", "<x/>".getBytes()));
        books.put("outside relation", added(sound, "xl/_rels/x.rels",
                "<Relationship TargetMode=\"External\" Target=\"http://127.0.0.1/\"/>".getBytes()));
        books.put("entity", added(sound, "xl/x.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>".getBytes()));
        books.put("path outside", added(sound, "../../../../tmp/x", new byte[1]));
        books.put("zip bomb", added(sound, "xl/media/x.bin", new byte[40 * 1024 * 1024]));
        books.put("zip bomb in xml", added(sound, "xl/x.xml", "<x/>".repeat(9_000_000).getBytes()));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry("x" + i));
            }
        }
        books.put("many parts", many.toByteArray());
        books.put("empty zip", new byte[]{'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        books.put("half a zip", java.util.Arrays.copyOf(sound, sound.length / 2));
        books.put("no zip", "rule \"x\"".getBytes());
        books.put("old workbook", new byte[]{(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0, 0});
        books.put("nothing", new byte[0]);
        books.put("far row", cell(1_000_000, 0));
        books.put("far column", cell(1, 16_000));
        books.put("error value", errorCell());
        books.put("another sheet", otherSheet());
        return books;
    }

    private static byte[] added(byte[] book, String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private interface Change {
        void on(XSSFWorkbook book);
    }

    private static byte[] changed(Change change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(XlsxTable.write(RulebookTable.write(RulebookParts.of(SOUND)))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.on(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] formula(String formula) throws IOException {
        return changed(book -> book.getSheet("Rules").getRow(1).createCell(1).setCellFormula(formula));
    }

    private static byte[] cell(int row, int column) throws IOException {
        return changed(book -> book.getSheet("Rules").createRow(row).createCell(column).setCellValue("x"));
    }

    private static byte[] errorCell() throws IOException {
        return changed(book -> book.getSheet("Rules").getRow(1).createCell(1).setCellErrorValue((byte) 7));
    }

    private static byte[] otherSheet() throws IOException {
        return changed(book -> book.createSheet("Hidden").createRow(0).createCell(0).setCellValue("x"));
    }

    @Test
    void textThatLooksLikeAFormulaSurvivesAsText() {
        for (String text : List.of("=1+1", "+cmd", "-2", "@SUM(A1)", "'quoted", "''", "'=x")) {
            Sheets sheets = new Sheets(Map.of("Rules", List.of(List.of("Code", text))));
            assertThat(XlsxTable.read(XlsxTable.write(sheets))).isEqualTo(new Opened.Open(sheets));
            assertThat(CsvTable.read(CsvTable.write(sheets))).isEqualTo(new Opened.Open(sheets));
        }
    }
}
