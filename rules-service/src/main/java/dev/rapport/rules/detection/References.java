package dev.rapport.rules.detection;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a figure stands beside: {@code detection/references.csv}. */
final class References {

    /** As {@link Reference#label()}, of uptake. */
    static final String SPEARMAN = "SPEARMAN";
    /** As {@link Reference#label()}, of whole conversations. */
    static final String AUC = "AUC";

    /**
     * A row.
     *
     * @param set name of the labelled set
     * @param label of an act, or {@link #SPEARMAN} or {@link #AUC}
     * @param wordsOnly whether the row is about text without punctuation
     * @param floor what a trivial rule gets; null where nobody measured one
     * @param human what one person gets against the others; null where nobody measured it
     * @param reach what we want; null where nothing is set
     */
    record Reference(String set, String label, boolean wordsOnly, Double floor, Double human, Double reach,
            String source) {
    }

    private static final String FILE = "/detection/references.csv";

    private final List<Reference> rows = new ArrayList<>();

    References() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(References.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8);
                CSVParser table = CSVParser.parse(in, format)) {
            for (CSVRecord row : table) {
                rows.add(new Reference(row.get("set"), row.get("label"), row.get("text").equals("words only"),
                        number(row.get("floor")),
                        number(row.get("human")), number(row.get("reach")), row.get("source")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Double number(String cell) {
        return cell.isBlank() ? null : Double.valueOf(cell);
    }

    List<Reference> rows() {
        return List.copyOf(rows);
    }

    Optional<Reference> of(String set, String label) {
        return rows.stream().filter(row -> row.set().equals(set) && row.label().equals(label)).findFirst();
    }
}
