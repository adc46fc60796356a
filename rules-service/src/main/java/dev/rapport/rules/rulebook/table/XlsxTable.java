package dev.rapport.rules.rulebook.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import dev.rapport.rules.rulebook.table.Sheets.Found;
import dev.rapport.rules.rulebook.table.Sheets.Opened;

/**
 * Sheets as an Excel workbook. Every cell is written as text; what is read may hold text, numbers and dates, but no
 * formula, macro or link, and is looked at as a zip file before anything of it is opened.
 */
public final class XlsxTable {

    private static final int LARGEST_FILE = 16 * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 64L * 1024 * 1024;
    private static final int LARGEST_ENTRY = 32 * 1024 * 1024;
    private static final int MOST_ENTRIES = 200;
    private static final int HIGHEST_RATIO = 200;

    private XlsxTable() {
    }

    /** @throws UnwritableTable if a cell holds more than a workbook can */
    public static byte[] write(Sheets sheets) {
        List<CellFault> tooLong = sheets.tooLong();
        if (!tooLong.isEmpty()) {
            throw new UnwritableTable(tooLong);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            text.setWrapText(true);
            text.setVerticalAlignment(VerticalAlignment.TOP);
            CellStyle guarded = book.createCellStyle();
            guarded.cloneStyleFrom(text);
            guarded.setQuotePrefixed(true);
            CellStyle header = book.createCellStyle();
            header.cloneStyleFrom(text);
            Font bold = book.createFont();
            bold.setBold(true);
            header.setFont(bold);
            header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            sheets.rows().forEach((name, rows) -> {
                Sheet sheet = book.createSheet(name);
                sheet.createFreezePane(0, 1);
                for (int r = 0; r < rows.size(); r++) {
                    Row row = sheet.createRow(r);
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        String value = rows.get(r).get(c);
                        if (!value.isEmpty()) {
                            Cell cell = row.createCell(c);
                            boolean formulaLike = "=+-@".indexOf(value.charAt(0)) >= 0;
                            cell.setCellStyle(r == 0 ? header : formulaLike ? guarded : text);
                            cell.setCellValue(new XSSFRichTextString(value));
                        }
                        if (r == 0) {
                            sheet.setColumnWidth(c, Math.min(60, Math.max(12, longest(rows, c))) * 256);
                        }
                    }
                }
            });
            book.write(out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static int longest(List<List<String>> rows, int column) {
        return rows.stream().filter(row -> row.size() > column).flatMap(row -> row.get(column).lines())
                .mapToInt(line -> line.length() + 2).max().orElse(0);
    }

    /** Reads a workbook. Never throws, whatever the bytes are. */
    public static Opened read(byte[] bytes) {
        Opened.Refused refused = lookedThrough(bytes);
        if (refused != null) {
            return refused;
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            return read(book);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException
                | IllegalStateException | IndexOutOfBoundsException | NullPointerException
                | ClassCastException broken) {
            // a library that meets a broken file in many ways; what broke it is its own business
            return Opened.Refused.because("workbook", "this is no workbook that can be read",
                    "a file saved as Excel workbook (.xlsx)");
        }
    }

    /** Before any of it is parsed: sizes, and parts that do more than hold cells. Null if nothing is wrong. */
    private static Opened.Refused lookedThrough(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            return Opened.Refused.because("workbook", "the file is too large", "at most 16 MB");
        }
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            boolean old = bytes.length > 8 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf;
            return Opened.Refused.because("workbook",
                    old ? "this is a workbook of the old kind or one with a password" : "this is no workbook",
                    "a file saved as Excel workbook (.xlsx) without a password");
        }
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                if (++entries > MOST_ENTRIES) {
                    return Opened.Refused.because("workbook", "the file has too many parts",
                            "at most " + MOST_ENTRIES);
                }
                String why = forbidden(name);
                if (why != null) {
                    return Opened.Refused.because("workbook", why, "a workbook that only holds cells (.xlsx)");
                }
                StringBuilder text = name.endsWith(".xml") || name.endsWith(".rels") ? new StringBuilder() : null;
                int size = 0;
                for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    size += read;
                    unpacked += read;
                    if (size > LARGEST_ENTRY || unpacked > LARGEST_UNPACKED
                            || size > 1024 * 1024 && size / HIGHEST_RATIO > bytes.length) {
                        return Opened.Refused.because("workbook", "the file unpacks to far more than it is",
                                "a workbook of an honest size");
                    }
                    if (text != null && (text.length() < 4096 || name.endsWith(".rels"))) {
                        text.append(new String(buffer, 0, read, java.nio.charset.StandardCharsets.ISO_8859_1));
                    }
                }
                String start = text == null ? "" : text.toString();
                if (start.contains("<!DOCTYPE") || start.contains("<!ENTITY")
                        || start.replace("\0", "").contains("<!DOCTYPE")) {
                    return Opened.Refused.because("workbook", "the part " + shown(name) + " declares entities",
                            "plain XML");
                }
                if (name.endsWith(".rels") && start.contains("TargetMode=\"External\"")) {
                    return Opened.Refused.because("workbook", "the part " + shown(name) + " links to something outside",
                            "a workbook without links");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Opened.Refused.because("workbook", "this is no workbook that can be read",
                    "a file saved as Excel workbook (.xlsx)");
        }
        return entries == 0
                ? Opened.Refused.because("workbook", "this is no workbook", "a file saved as Excel workbook (.xlsx)")
                : null;
    }

    private static String shown(String name) {
        return "\"" + (name.length() > 60 ? name.substring(0, 60) + "…" : name) + "\"";
    }

    private static String forbidden(String name) {
        if (name.contains("..") || name.startsWith("/")) {
            return "the part " + shown(name) + " leads outside the file";
        } else if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("vbadata")) {
            return "the workbook has macros";
        } else if (name.contains("externallinks/") || name.endsWith("connections.xml")
                || name.contains("querytables/")) {
            return "the workbook takes cells from elsewhere";
        } else if (name.contains("/embeddings/") || name.contains("/activex/") || name.contains("/ctrlprops/")) {
            return "the workbook has something embedded";
        }
        return null;
    }

    private static Opened read(XSSFWorkbook book) {
        Found found = new Found();
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        for (Sheet sheet : book) {
            String name = sheet.getSheetName();
            int last = sheet.getLastRowNum();
            if (last >= Sheets.MOST_ROWS) {
                return Opened.Refused.because(Sheets.place(name, Sheets.MOST_ROWS, 0), "there are too many rows",
                        "at most " + Sheets.MOST_ROWS);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int r = 0; r <= last; r++) {
                Row row = sheet.getRow(r);
                List<String> cells = new ArrayList<>();
                int columns = row == null ? 0 : row.getLastCellNum();
                for (int c = 0; c < columns; c++) {
                    Cell cell = row.getCell(c);
                    String value = cell == null ? "" : text((XSSFCell) cell, Sheets.place(name, r, c), found);
                    if (c >= Sheets.MOST_COLUMNS && !value.isEmpty()) {
                        found.add(Sheets.place(name, r, c), "there are too many columns",
                                "at most " + Sheets.MOST_COLUMNS, null);
                        break;
                    }
                    cells.add(value);
                }
                rows.add(cells);
            }
            sheets.put(name, rows);
        }
        return found.none() ? new Opened.Open(new Sheets(sheets)) : new Opened.Refused(found.all());
    }

    private static String text(XSSFCell cell, String place, Found found) {
        return switch (cell.getCellType()) {
            case FORMULA -> fault(found, place, "this is a formula", "its value as text");
            case ERROR -> fault(found, place, "this is an error value", "text");
            case NUMERIC -> number(cell, place, found);
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case STRING -> {
                String value = cell.getStringCellValue();
                yield value.length() > Sheets.LONGEST_CELL
                        ? fault(found, place, "the cell is too long", "at most " + Sheets.LONGEST_CELL + " characters")
                        : value.replace("\r\n", "\n");
            }
            default -> "";
        };
    }

    private static String number(XSSFCell cell, String place, Found found) {
        if (DateUtil.isCellDateFormatted(cell)) {
            var date = cell.getLocalDateTimeCellValue();
            return date == null
                    ? fault(found, place, "that is no date", "year-month-day, e.g. 2027-05-01")
                    : date.toLocalDate().toString();
        }
        double value = cell.getNumericCellValue();
        return Double.isInfinite(value) || Double.isNaN(value) || Math.abs(value) > 1e15
                ? fault(found, place, "this number is out of range", "a smaller one")
                : new java.math.BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }

    private static String fault(Found found, String place, String what, String expected) {
        found.add(place, what, expected, null);
        return "";
    }
}
