package dev.rapport.rules.rulebook.table;

import java.util.List;

/** Sheets that no spreadsheet can hold. Whoever can tell people first asks {@link Sheets#tooLong()}. */
public final class UnwritableTable extends RuntimeException {

    private final transient List<CellFault> faults;

    UnwritableTable(List<CellFault> faults) {
        super(faults.get(0).toString());
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<CellFault> faults() {
        return faults;
    }
}
