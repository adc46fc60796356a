package dev.rapport.rules.rulebook.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.rapport.rules.EngineLog;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.RulebookFiles;
import dev.rapport.rules.rulebook.RulebookFolder;
import dev.rapport.rules.rulebook.RulebookParts;
import dev.rapport.rules.rulebook.difference.Difference;
import dev.rapport.rules.rulebook.table.CellFault;

/**
 * {@code diff A B}, {@code export DIR KIND OUT} and {@code import FILE INTO}. An import changes nothing unless the whole
 * rulebook is sound afterwards. Exit code 0: done, 1: refused, 2: called wrongly.
 */
public final class ExchangeRules {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int CALLED_WRONGLY = 2;
    private static final List<String> SHEETS = List.of("Rules.csv", "Phrases.csv", "Messages.csv", "Examples.csv");

    private final PrintStream out;
    private final PrintStream err;

    private ExchangeRules(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
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
        List<CellFault> tooLong = Export.tooLong(files);
        if ((kind.equals("xlsx") || kind.equals("csv")) && !tooLong.isEmpty()) {
            refused(tooLong);
            return REFUSED;
        }
        switch (kind) {
            case "xlsx" -> Files.write(to, Export.XLSX.of(files));
            case "csv" -> {
                Files.createDirectories(to);
                for (Map.Entry<String, String> sheet : Export.sheets(files).entrySet()) {
                    Files.writeString(to.resolve(sheet.getKey()), sheet.getValue());
                }
            }
            case "drl" -> Files.write(to, Export.DRL.of(files));
            case "json" -> Files.write(to, Export.JSON.of(files));
            case "folder" -> written(files, to);
            default -> {
                err.println("there is no \"" + kind + "\" to export to; xlsx, csv, drl, json or folder");
                return CALLED_WRONGLY;
            }
        }
        out.println(RulebookParts.of(files).rules().size() + " rules written to " + to);
        return DONE;
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
            err.println("nothing was changed");
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
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!Files.isDirectory(file)) {
            if (Files.size(file) > Import.LARGEST) {
                return refused(List.of(file + ": the file is too large, expected at most 32 MB"));
            }
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        } else if (Files.exists(file.resolve("Rules.csv"))) {
            for (String sheet : SHEETS) {
                Path path = file.resolve(sheet);
                if (Files.exists(path)) {
                    files.put(sheet, Files.readAllBytes(path));
                }
            }
        } else {
            return sound(file);
        }
        Import.Outcome outcome = Import.of(files, before);
        return outcome instanceof Import.Outcome.Refused refused
                ? refused(refused.faults())
                : ((Import.Outcome.Done) outcome).files();
    }
}
