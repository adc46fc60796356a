package dev.rapport.rules.rulebook.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.RuleText;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.RulebookParts.PlacedRule;
import dev.rapport.rules.rulebook.RulebookReader;
import dev.rapport.rules.rulebook.difference.Difference;
import dev.rapport.rules.rulebook.drl.DrlReader;
import dev.rapport.rules.rulebook.drl.DrlWriter;
import dev.rapport.rules.rulebook.table.CsvTable;
import dev.rapport.rules.rulebook.table.RulebookTable;
import dev.rapport.rules.rulebook.table.Sheets;
import dev.rapport.rules.rulebook.table.Sheets.Opened;
import dev.rapport.rules.rulebook.table.XlsxTable;

/**
 * {@code diff A B}, {@code export DIR KIND OUT} and {@code import FILE INTO}. An import changes nothing unless the whole
 * rulebook is sound afterwards. Exit code 0: done, 1: refused, 2: called wrongly.
 */
public final class ExchangeRules {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int CALLED_WRONGLY = 2;
    private static final long LARGEST = 32L * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final PrintStream err;

    private ExchangeRules(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        ExchangeRules exchange = new ExchangeRules(out, err);
        try {
            if (args.length == 3 && args[0].equals("diff")) {
                return exchange.diff(Path.of(args[1]), Path.of(args[2]));
            } else if (args.length == 4 && args[0].equals("export")) {
                return exchange.export(Path.of(args[1]), args[2], Path.of(args[3]));
            } else if (args.length == 3 && args[0].equals("import")) {
                return exchange.take(Path.of(args[1]), Path.of(args[2]));
            }
        } catch (IOException unwritable) {
            err.println("cannot read or write " + unwritable.getMessage());
            return REFUSED;
        }
        err.println("diff A B, export DIR xlsx|csv|drl|json|folder OUT, or import FILE INTO");
        return CALLED_WRONGLY;
    }

    /** Null after faults, which are then printed. */
    private RulebookFiles sound(Path folder) {
        return RulebookFolder.read(folder) instanceof Reading.Refused refused
                ? refused(refused.faults())
                : RulebookFolder.contents(folder).files();
    }

    private <T> T refused(List<?> faults) {
        faults.forEach(out::println);
        out.println(faults.size() + (faults.size() == 1 ? " fault" : " faults"));
        return null;
    }

    private int diff(Path before, Path after) {
        Difference difference = Difference.of(RulebookFolder.contents(before).files(),
                RulebookFolder.contents(after).files());
        out.print(difference.none() ? "no difference\n" : difference.inSentences());
        return DONE;
    }

    // -- out --------------------------------------------------------------------------------------------------------

    private int export(Path folder, String kind, Path to) throws IOException {
        RulebookFiles files = sound(folder);
        if (files == null) {
            return REFUSED;
        }
        RulebookParts parts = RulebookParts.of(files);
        switch (kind) {
            case "xlsx" -> Files.write(to, XlsxTable.write(RulebookTable.write(parts)));
            case "csv" -> {
                Files.createDirectories(to);
                for (Map.Entry<String, String> sheet : CsvTable.write(RulebookTable.write(parts)).entrySet()) {
                    Files.writeString(to.resolve(sheet.getKey() + ".csv"), sheet.getValue());
                }
            }
            case "drl" -> Files.writeString(to, DrlWriter.write(rules(parts)));
            case "json" -> Files.writeString(to,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(files.texts()) + "\n");
            case "folder" -> written(files, to);
            default -> {
                err.println("there is no \"" + kind + "\" to export to; xlsx, csv, drl, json or folder");
                return CALLED_WRONGLY;
            }
        }
        out.println(parts.rules().size() + " rules written to " + to);
        return DONE;
    }

    private static List<Rule> rules(RulebookParts parts) {
        return parts.rules().values().stream().map(PlacedRule::rule).toList();
    }

    private static void written(RulebookFiles files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            // an unchanged file keeps its time, too
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    // -- in ---------------------------------------------------------------------------------------------------------

    private int take(Path file, Path into) throws IOException {
        if (!Files.exists(file)) {
            err.println("no such file: " + file);
            return CALLED_WRONGLY;
        }
        RulebookFiles before = Files.isDirectory(into)
                ? RulebookFolder.contents(into).files()
                : new RulebookFiles(new TreeMap<>());
        RulebookFiles after = imported(file, before);
        if (after == null) {
            return REFUSED;
        }
        if (RulebookReader.read(after) instanceof Reading.Refused refused) {
            err.println("the rulebook would have faults then, so nothing was changed:");
            refused(refused.faults());
            return REFUSED;
        }
        written(after, into);
        for (String path : before.texts().keySet()) {
            if (!after.has(path)) {
                Files.deleteIfExists(into.resolve(path));
            }
        }
        Difference difference = Difference.of(before, after);
        out.print(difference.none() ? "no difference\n" : difference.inSentences());
        return DONE;
    }

    /** The files after the import; null after faults, which are then printed. */
    private RulebookFiles imported(Path file, RulebookFiles before) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean sheets = Files.isDirectory(file) && Files.exists(file.resolve("Rules.csv"));
        if (Files.isDirectory(file) && !sheets) {
            return sound(file);
        }
        if (!sheets && Files.size(file) > LARGEST) {
            return refused(List.of(file + ": the file is too large, expected at most 32 MB"));
        }
        if (name.endsWith(".drl")) {
            DrlReader.Outcome outcome = DrlReader.read(Files.readString(file), RuleText.lexicon(before));
            return outcome instanceof DrlReader.Outcome.Refused refused
                    ? refused(refused.faults().stream().map(fault -> file.getFileName() + ":" + fault).toList())
                    : withRules(((DrlReader.Outcome.Read) outcome).rules(), before);
        } else if (name.endsWith(".json")) {
            return fromJson(file);
        }
        Opened opened = sheets || name.endsWith(".csv")
                ? CsvTable.read(csv(file))
                : XlsxTable.read(Files.readAllBytes(file));
        if (opened instanceof Opened.Refused refused) {
            return refused(refused.faults());
        }
        Sheets read = ((Opened.Open) opened).sheets();
        RulebookTable.Outcome outcome = RulebookTable.read(read, RulebookParts.of(before));
        return outcome instanceof RulebookTable.Outcome.Refused refused
                ? refused(refused.faults())
                : ((RulebookTable.Outcome.Read) outcome).parts().into(before, true);
    }

    /** DRL holds rules alone: they are added or changed, none is taken away. */
    private static RulebookFiles withRules(List<Rule> rules, RulebookFiles before) {
        RulebookParts old = RulebookParts.of(before);
        SortedMap<String, PlacedRule> placed = new TreeMap<>();
        for (Rule rule : rules) {
            PlacedRule there = old.rules().get(rule.code());
            String anew = rule.isAct() ? "acts/imported.rules" : "behaviours/imported.rules";
            placed.put(rule.code(), new PlacedRule(there == null ? anew : there.path(), rule));
        }
        return new RulebookParts(placed, new TreeMap<>(), new TreeMap<>(), new TreeMap<>()).into(before, false);
    }

    private RulebookFiles fromJson(Path file) throws IOException {
        try {
            Map<String, String> texts = JSON.readValue(Files.readString(file),
                    new TypeReference<Map<String, String>>() {
                    });
            return new RulebookFiles(new TreeMap<>(texts));
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            return refused(List.of(file.getFileName() + ":" + (at == null ? 1 : at.getLineNr()) + ":"
                    + (at == null ? 1 : at.getColumnNr()) + ": this is no JSON of a rulebook, expected texts by path"));
        }
    }

    private static Map<String, String> csv(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(file)) {
            for (String sheet : List.of("Rules", "Phrases", "Messages", "Examples")) {
                Path path = file.resolve(sheet + ".csv");
                if (Files.exists(path)) {
                    files.add(path);
                }
            }
        } else {
            files.add(file);
        }
        for (Path each : files) {
            String name = each.getFileName().toString();
            texts.put(name.substring(0, name.length() - ".csv".length()),
                    new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
