package dev.rapport.rules.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.re2j.Pattern;

/**
 * The texts a rulebook is made of, by their path below its folder, e.g. {@code behaviours/questions.rules}: what people
 * edit, and what is stored, sent and compared. May hold anything; {@link RulebookReader} says what is wrong.
 */
public record RulebookFiles(SortedMap<String, String> texts) {

    static final int LARGEST_FILE = 256 * 1024;
    static final int MOST_FILES = 4_000;
    private static final int LARGEST = 8 * 1024 * 1024;

    /** Folders of a rulebook and how files in them end. */
    static final Map<String, String> PARTS = new TreeMap<>(Map.of("acts", ".rules", "behaviours", ".rules", "phrases",
            ".txt", "examples", ".yaml", "messages", ".yaml"));
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,99}");

    public RulebookFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** Paths of the files in one of the folders, sorted. */
    List<String> in(String part) {
        String ending = PARTS.get(part);
        return texts.subMap(part + "/", part + "0").keySet().stream().filter(path -> path.endsWith(ending)).toList();
    }

    public boolean has(String path) {
        return texts.containsKey(path);
    }

    /** @throws IllegalArgumentException if there is no such file */
    public String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return text;
    }

    /** With one file written or written over. */
    public RulebookFiles with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.put(path, text);
        return new RulebookFiles(changed);
    }

    public RulebookFiles without(String path) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.remove(path);
        return new RulebookFiles(changed);
    }

    /** Hash of every path and text, 12 hex digits: equal for equal files, comments and all. */
    public String hash() {
        StringBuilder content = new StringBuilder();
        texts.forEach((path, text) -> content.append(path).append('\0').append(text).append('\0'));
        return Versions.hash(content);
    }

    /**
     * SHA-256 of every path and text, 64 hex digits: what a stored rulebook is found by, so nobody may be able to make two
     * with the same.
     */
    public String fingerprint() {
        StringBuilder content = new StringBuilder();
        // with lengths, so that no text can look like the path and text of a next file
        texts.forEach((path, text) -> content.append(path.length()).append(' ').append(text.length()).append(' ')
                .append(path).append(text));
        return Versions.fingerprint(content);
    }

    /** Whether a file of that path would be part of a rulebook; others that lie in its folder are passed over. */
    public static boolean isPath(String path) {
        int slash = path.indexOf('/');
        String ending = slash < 0 ? null : PARTS.get(path.substring(0, slash));
        return ending != null && path.endsWith(ending);
    }

    /** What is wrong with paths and sizes; nothing is said of what the texts say. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (texts.size() > MOST_FILES) {
            faults.add(new Fault("", 1, 1, "there are too many files", "at most " + MOST_FILES, null));
        }
        long size = 0;
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (!isPath(file.getKey()) || !NAME.matches(file.getKey().substring(file.getKey().indexOf('/') + 1))) {
                faults.add(new Fault(file.getKey(), 1, 1, "this is no file of a rulebook",
                        "acts/*.rules, behaviours/*.rules, phrases/*.txt, examples/*.yaml or messages/*.yaml", null));
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(file.getValue())) {
                faults.add(
                        new Fault(file.getKey(), 1, 1, "this is no text: half a character stands in it", null, null));
            }
            int bytes = file.getValue().getBytes(StandardCharsets.UTF_8).length;
            size += bytes;
            if (bytes > LARGEST_FILE) {
                faults.add(tooLarge(file.getKey()));
            }
        }
        if (size > LARGEST) {
            faults.add(new Fault("", 1, 1, "the rulebook is too large", "at most " + LARGEST / 1024 / 1024 + " MB",
                    null));
        }
        return faults;
    }

    static Fault tooLarge(String path) {
        return new Fault(path, 1, 1, "the file is too large", "at most " + LARGEST_FILE / 1024 + " KB", null);
    }
}
