package dev.rapport.rules.rulebook.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.RulebookParts.PlacedRule;
import dev.rapport.rules.rulebook.drl.DrlWriter;
import dev.rapport.rules.rulebook.table.CellFault;
import dev.rapport.rules.rulebook.table.CsvTable;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.XlsxTable;

/** A rulebook as one file, in the forms that {@link Import} takes back. Of faulty texts tables and DRL hold what can be read. */
public enum Export {

    XLSX("rulebook.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            files -> XlsxTable.write(RulebookTable.write(RulebookParts.of(files)))),
    /** A sheet a file. */
    CSV("rulebook-csv.zip", "application/zip", files -> zip(sheets(files))),
    /** Rules alone. */
    DRL("rulebook.drl", "text/plain;charset=UTF-8", files -> bytes(
            DrlWriter.write(RulebookParts.of(files).rules().values().stream().map(PlacedRule::rule).toList()))),
    /** Texts by path. */
    JSON("rulebook.json", "application/json", files -> bytes(json(files))),
    /** Every text where it lies. */
    FOLDER("rulebook.zip", "application/zip", files -> zip(files.texts()));

    static final ObjectMapper JSON_MAPPER = new ObjectMapper();

    private final String file;
    private final String type;
    private final Function<RulebookFiles, byte[]> writing;

    Export(String file, String type, Function<RulebookFiles, byte[]> writing) {
        this.file = file;
        this.type = type;
        this.writing = writing;
    }

    /** What a file of this form is usually called. */
    public String file() {
        return file;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** Whether it is made of cells, which hold no more than so much: {@link #tooLong}. */
    public boolean isTable() {
        return this == XLSX || this == CSV;
    }

    public byte[] of(RulebookFiles files) {
        return writing.apply(files);
    }

    /** The form whose files are called that. */
    public static Optional<Export> called(String file) {
        return Stream.of(values()).filter(form -> form.file.equals(file)).findFirst();
    }

    /** What no cell of a spreadsheet can hold, so that neither XLSX nor CSV can be written of it; empty if all can be. */
    public static List<CellFault> tooLong(RulebookFiles files) {
        return RulebookTable.write(RulebookParts.of(files)).tooLong();
    }

    /** CSV texts by the name of their file. */
    static Map<String, String> sheets(RulebookFiles files) {
        Map<String, String> sheets = new LinkedHashMap<>();
        CsvTable.write(RulebookTable.write(RulebookParts.of(files)))
                .forEach((name, text) -> sheets.put(name + ".csv", text));
        return sheets;
    }

    private static String json(RulebookFiles files) {
        try {
            return JSON_MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(files.texts()) + "\n";
        } catch (JsonProcessingException neverOfTexts) {
            throw new UncheckedIOException(neverOfTexts);
        }
    }

    private static byte[] zip(Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                ZipEntry entry = new ZipEntry(text.getKey());
                // the same texts, the same bytes
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(bytes(text.getValue()));
                zip.closeEntry();
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
