package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A rulebook as it lies in a folder that people edit. Never throws: what cannot be read is a fault like any other. */
public final class RulebookFolder {

    /**
     * The files of a folder.
     *
     * @param faults files that could not be read, and why; these are missing among the files
     */
    public record Contents(RulebookFiles files, List<Fault> faults) {

        public Contents {
            faults = List.copyOf(faults);
        }
    }

    private final Path folder;
    private final Map<String, String> parts;
    private final List<Fault> faults = new ArrayList<>();

    private RulebookFolder(Path folder, Map<String, String> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /** The rulebook in a folder, or everything that is wrong with it. */
    public static Reading read(Path folder) {
        return read(folder, contents(folder));
    }

    /** The rulebook of {@code contents}, which are those of {@code folder}. */
    public static Reading read(Path folder, Contents contents) {
        return Files.isDirectory(folder)
                ? RulebookReader.read(contents.files(), contents.faults())
                : new Reading.Refused(contents.faults());
    }

    /** The texts in {@code acts}, {@code behaviours}, {@code phrases}, {@code examples} and {@code messages}. */
    public static Contents contents(Path folder) {
        return contents(folder, RulebookFiles.PARTS);
    }

    /** @param parts folders and how files in them end */
    static Contents contents(Path folder, Map<String, String> parts) {
        return new RulebookFolder(folder, parts).contents();
    }

    private Contents contents() {
        SortedMap<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                for (String file : files(part.getKey(), part.getValue())) {
                    text(file).ifPresent(text -> texts.put(file, text));
                }
            }
        } else {
            faults.add(new Fault(folder.toString().replace('\\', '/'), 1, 1, "this is no folder",
                    "a folder with acts, behaviours and phrases", null));
        }
        return new Contents(new RulebookFiles(texts), faults);
    }

    /** Paths below the folder, sorted; hidden files and what editors leave behind are passed over. */
    private List<String> files(String part, String ending) {
        Path directory = folder.resolve(part);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            // one more than there may be, so that too many are noticed and no more are read
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.startsWith(".")).sorted()
                    .limit(RulebookFiles.MOST_FILES + 1L).map(name -> part + "/" + name).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(new Fault(part, 1, 1, "the folder cannot be read", null, null));
            return List.of();
        }
    }

    /** The text of a file; empty after a fault. */
    private Optional<String> text(String file) {
        Path path = folder.resolve(file);
        byte[] bytes;
        try {
            if (Files.size(path) > RulebookFiles.LARGEST_FILE) {
                faults.add(RulebookFiles.tooLarge(file));
                return Optional.empty();
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException unreadable) {
            faults.add(new Fault(file, 1, 1, "the file cannot be read", null, null));
            return Optional.empty();
        }
        return Utf8.text(file, bytes, faults);
    }
}
