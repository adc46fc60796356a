package dev.rapport.rules.rulebook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheets of text cells by their name, in order.
 *
 * @param rows of each sheet, the header first; an empty cell is an empty text
 */
public record Sheets(Map<String, List<List<String>>> rows) {

    static final int MOST_ROWS = 40_000;
    static final int MOST_COLUMNS = 100;
    /** A little less than Excel's 32 767, and the same for CSV: what is written must be read again. */
    static final int LONGEST_CELL = 32_000;

    public Sheets {
        Map<String, List<List<String>>> copy = new LinkedHashMap<>();
        rows.forEach((name, sheet) -> copy.put(name, sheet.stream().map(List::copyOf).toList()));
        rows = Collections.unmodifiableMap(copy);
    }

    /**
     * Cells that hold more than a spreadsheet can, each named by its place, its row's first cell and its column.
     *
     * @return empty if all of it can be written and read again
     */
    public List<CellFault> tooLong() {
        Found found = new Found();
        rows.forEach((name, sheet) -> {
            for (int r = 1; r < sheet.size(); r++) {
                List<String> row = sheet.get(r);
                for (int c = 0; c < row.size(); c++) {
                    if (row.get(c).length() > LONGEST_CELL) {
                        found.add(place(name, r, c), "\"" + sheet.get(0).get(c) + "\" of " + row.get(0) + " has "
                                + row.get(c).length() + " characters",
                                "at most " + LONGEST_CELL
                                        + " in a cell: a shorter text, or an export as DRL, JSON or folder",
                                null);
                    }
                }
            }
        });
        return found.all();
    }

    /** {@code Rules!C4}, counted from 0. */
    static String place(String sheet, int row, int column) {
        return sheet + "!" + columnName(column) + (row + 1);
    }

    private static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            name.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return name.toString();
    }

    /** What came of opening a file of cells. */
    public sealed interface Opened {

        record Open(Sheets sheets) implements Opened {
        }

        /** @param faults at least one */
        record Refused(List<CellFault> faults) implements Opened {

            static Refused because(String place, String what, String expected) {
                return new Refused(List.of(new CellFault(place, what, expected, null)));
            }
        }
    }

    /** Faults found while opening, kept to a number that helps. */
    static final class Found {

        private static final int MOST = 500;

        private final List<CellFault> faults = new ArrayList<>();

        void add(String place, String what, String expected, String didYouMean) {
            if (faults.size() < MOST) {
                faults.add(new CellFault(place, what, expected, didYouMean));
            }
        }

        boolean none() {
            return faults.isEmpty();
        }

        List<CellFault> all() {
            return List.copyOf(faults);
        }
    }
}
