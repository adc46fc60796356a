package dev.rapport.rules.rulebook.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.RulebookParts.PlacedRule;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.rulebook.Utf8;
import dev.rapport.rules.rulebook.drl.DrlReader;
import dev.rapport.rules.rulebook.table.CsvTable;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.Sheets.Opened;
import dev.rapport.rules.rulebook.table.XlsxTable;

/**
 * Takes files that were written elsewhere into a rulebook: a workbook, sheets as CSV, DRL, the JSON of an {@link Export},
 * or a rulebook's folder or sheets in a zip. Either everything is sound afterwards, or every fault is told and nothing is
 * taken. Never throws, whatever the bytes are.
 */
public final class Import {

    /** Of all files together, in bytes, packed or unpacked. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final int MOST_ENTRIES = 5_000;

    /** What came of it. */
    public sealed interface Outcome {

        /** @param files the rulebook afterwards */
        record Done(RulebookFiles files) implements Outcome {
        }

        /** @param faults at least one */
        record Refused(List<ImportFault> faults) implements Outcome {

            public Refused {
                faults = List.copyOf(faults);
            }

            static Refused because(String place, String what, String expected) {
                return new Refused(List.of(new ImportFault(place, what, expected, null)));
            }
        }
    }

    private final RulebookFiles before;
    private final List<Fault> unreadable = new ArrayList<>();

    private Import(RulebookFiles before) {
        this.before = before;
    }

    /**
     * @param files by name: one file, or several sheets as CSV
     * @param before the rulebook they are taken into. A sheet that is not among them stays as it is, and DRL, which holds
     *        rules alone, takes none away
     */
    public static Outcome of(Map<String, byte[]> files, RulebookFiles before) {
        Outcome outcome = new Import(before).read(files);
        if (outcome instanceof Outcome.Done done
                && RulebookReader.read(done.files()) instanceof Reading.Refused refused) {
            return new Outcome.Refused(refused.faults().stream().map(ImportFault::of).toList());
        }
        return outcome;
    }

    private Outcome read(Map<String, byte[]> files) {
        if (files.isEmpty()) {
            return Outcome.Refused.because("no file", "nothing was chosen", "a file");
        }
        if (files.values().stream().mapToLong(each -> each.length).sum() > LARGEST) {
            return tooLarge(files.keySet().iterator().next());
        }
        if (files.keySet().stream().allMatch(name -> ends(name, ".csv"))) {
            return csv(files);
        }
        if (files.size() > 1) {
            return Outcome.Refused.because(
                    files.keySet().stream().filter(name -> !ends(name, ".csv")).findFirst().orElseThrow(),
                    "this cannot be taken together with other files", "one file, or several sheets as CSV");
        }
        String name = files.keySet().iterator().next();
        byte[] bytes = files.get(name);
        if (ends(name, ".zip")) {
            return zip(name, bytes);
        } else if (ends(name, ".xlsx") || ends(name, ".xlsm") || ends(name, ".xls")) {
            return sheets(XlsxTable.read(bytes));
        } else if (ends(name, ".drl")) {
            return text(name, bytes).map(text -> drl(name, text)).orElseGet(this::noText);
        } else if (ends(name, ".json")) {
            return text(name, bytes).map(text -> json(name, text)).orElseGet(this::noText);
        }
        return Outcome.Refused.because(name, "rules do not come in a file like this",
                "a file that ends with .xlsx, .csv, .drl, .json or .zip");
    }

    private static boolean ends(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    // -- texts ------------------------------------------------------------------------------------------------------

    private Optional<String> text(String name, byte[] bytes) {
        return Utf8.text(name, bytes, unreadable);
    }

    private Outcome noText() {
        return new Outcome.Refused(unreadable.stream().map(ImportFault::of).toList());
    }

    // -- tables -----------------------------------------------------------------------------------------------------

    private Outcome csv(Map<String, byte[]> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, bytes) -> text(name, bytes).ifPresent(text -> texts
                .put(name.substring(name.lastIndexOf('/') + 1, name.length() - ".csv".length()), text)));
        return unreadable.isEmpty() ? sheets(CsvTable.read(texts)) : noText();
    }

    private Outcome sheets(Opened opened) {
        if (opened instanceof Opened.Refused refused) {
            return new Outcome.Refused(refused.faults().stream().map(ImportFault::of).toList());
        }
        RulebookTable.Outcome outcome = RulebookTable.read(((Opened.Open) opened).sheets(), RulebookParts.of(before));
        return outcome instanceof RulebookTable.Outcome.Refused refused
                ? new Outcome.Refused(refused.faults().stream().map(ImportFault::of).toList())
                : new Outcome.Done(((RulebookTable.Outcome.Read) outcome).parts().into(before, true));
    }

    // -- DRL --------------------------------------------------------------------------------------------------------

    private Outcome drl(String name, String text) {
        DrlReader.Outcome outcome = DrlReader.read(text, RuleText.lexicon(before));
        return outcome instanceof DrlReader.Outcome.Refused refused
                ? new Outcome.Refused(refused.faults().stream().map(fault -> ImportFault.of(name, fault)).toList())
                : new Outcome.Done(withRules(((DrlReader.Outcome.Read) outcome).rules()));
    }

    private RulebookFiles withRules(List<Rule> rules) {
        RulebookParts old = RulebookParts.of(before);
        SortedMap<String, PlacedRule> placed = new TreeMap<>();
        for (Rule rule : rules) {
            PlacedRule there = old.rules().get(rule.code());
            String anew = rule.isAct() ? "acts/imported.rules" : "behaviours/imported.rules";
            placed.put(rule.code(), new PlacedRule(there == null ? anew : there.path(), rule));
        }
        return new RulebookParts(placed, new TreeMap<>(), new TreeMap<>(), new TreeMap<>()).into(before, false);
    }

    // -- whole rulebooks --------------------------------------------------------------------------------------------

    private Outcome json(String name, String text) {
        try {
            Map<String, String> texts = Export.JSON_MAPPER.readValue(text, new TypeReference<Map<String, String>>() {
            });
            if (texts != null && !texts.containsValue(null)) {
                return new Outcome.Done(new RulebookFiles(new TreeMap<>(texts)));
            }
            return Outcome.Refused.because(name, "this is no JSON of a rulebook", "texts by path");
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            return Outcome.Refused.because(
                    name + ":" + (at == null ? 1 : at.getLineNr()) + ":" + (at == null ? 1 : at.getColumnNr()),
                    "this is no JSON of a rulebook", "texts by path");
        }
    }

    private Outcome zip(String name, byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                byte[] content = zip.readNBytes((int) (LARGEST - unpacked + 1));
                unpacked += content.length;
                if (unpacked > LARGEST || files.size() == MOST_ENTRIES) {
                    return tooLarge(name);
                }
                if (!entry.isDirectory()) {
                    files.put(path, content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return noZip(name);
        }
        if (files.isEmpty()) {
            return noZip(name);
        }
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, content) -> {
            String own = withoutItsFolder(path);
            if (own.startsWith("__MACOSX/") || own.substring(own.lastIndexOf('/') + 1).startsWith(".")) {
                return;
            }
            if (RulebookFiles.isPath(own)) {
                text(own, content).ifPresent(text -> texts.put(own, text));
            } else if (ends(own, ".csv")) {
                sheets.put(own, content);
            }
        });
        if (!unreadable.isEmpty()) {
            return noText();
        }
        if (texts.isEmpty()) {
            return sheets.isEmpty()
                    ? Outcome.Refused.because(name, "there is no rulebook in it",
                            "the folders acts, behaviours, phrases, examples and messages, or sheets as CSV")
                    : csv(sheets);
        }
        return new Outcome.Done(new RulebookFiles(texts));
    }

    /** Whoever packs a folder often packs the folder itself, not what lies in it. */
    private static String withoutItsFolder(String path) {
        for (int from = 0; from >= 0 && from < path.length(); from = path.indexOf('/', from) + 1) {
            if (RulebookFiles.isPath(path.substring(from))) {
                return path.substring(from);
            }
            if (path.indexOf('/', from) < 0) {
                break;
            }
        }
        return path;
    }

    private static Outcome noZip(String name) {
        return Outcome.Refused.because(name, "this is no zip file that can be read", "a zip file");
    }

    private static Outcome tooLarge(String name) {
        return Outcome.Refused.because(name, "the file is too large", "at most 32 MB, unpacked");
    }
}
