package dev.rapport.rules.rulebook.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

import dev.rapport.rules.rulebook.table.Sheets.Opened;

/**
 * Sheets as CSV texts, one each (RFC 4180, UTF-8). A cell that a spreadsheet program would take for a formula is written
 * with an apostrophe before it, which reading takes away again.
 */
public final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n").get();
    private static final int LARGEST = 16 * 1024 * 1024;

    private CsvTable() {
    }

    /** Texts by the name of their sheet. */
    public static Map<String, String> write(Sheets sheets) {
        Map<String, String> texts = new LinkedHashMap<>();
        sheets.rows().forEach((name, rows) -> {
            StringBuilder out = new StringBuilder();
            try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
                for (List<String> row : rows) {
                    printer.printRecord(row.stream().map(CsvTable::guarded).toList());
                }
            } catch (IOException neverOnText) {
                throw new UncheckedIOException(neverOnText);
            }
            texts.put(name, out.toString());
        });
        return texts;
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@'\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@'\t\r".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /**
     * @param texts by the name of their sheet; separated by commas, or by semicolons where the header has more of them
     */
    public static Opened read(Map<String, String> texts) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String name = text.getKey();
            if (text.getValue().length() > LARGEST) {
                return Opened.Refused.because(name, "the sheet is too large", "at most 16 MB");
            }
            String content = text.getValue().startsWith("\uFEFF") ? text.getValue().substring(1) : text.getValue();
            String header = content.lines().findFirst().orElse("");
            char separator = header.chars().filter(c -> c == ';').count() > header.chars().filter(c -> c == ',').count()
                    ? ';'
                    : ',';
            List<List<String>> rows = new ArrayList<>();
            try (CSVParser parser = FORMAT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get()
                    .parse(new StringReader(content))) {
                for (CSVRecord record : parser) {
                    if (rows.size() == Sheets.MOST_ROWS) {
                        return Opened.Refused.because(Sheets.place(name, rows.size(), 0), "there are too many rows",
                                "at most " + Sheets.MOST_ROWS);
                    }
                    if (record.size() > Sheets.MOST_COLUMNS) {
                        return Opened.Refused.because(Sheets.place(name, rows.size(), Sheets.MOST_COLUMNS),
                                "there are too many columns", "at most " + Sheets.MOST_COLUMNS);
                    }
                    List<String> cells = new ArrayList<>();
                    for (String cell : record) {
                        if (cell.length() > Sheets.LONGEST_CELL) {
                            return Opened.Refused.because(Sheets.place(name, rows.size(), cells.size()),
                                    "the cell is too long", "at most " + Sheets.LONGEST_CELL + " characters");
                        }
                        cells.add(unguarded(cell).replace("\r\n", "\n"));
                    }
                    rows.add(cells);
                }
            } catch (IOException | UncheckedIOException | IllegalStateException broken) {
                return Opened.Refused.because(Sheets.place(name, rows.size(), 0), "this is no row of a CSV file",
                        "cells in quotation marks that are closed");
            }
            sheets.put(name, rows);
        }
        return new Opened.Open(new Sheets(sheets));
    }
}
