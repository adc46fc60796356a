package dev.rapport.rules.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.rulebook.RulebookFiles;

/**
 * The rulebook in force. {@link #look} is called again and again by one thread; the others see one rulebook or the next,
 * never something between them.
 */
final class RulesWatch {

    private static final Logger LOG = Logger.getLogger(RulesWatch.class);

    private final Path folder;
    private final RulesReader reader;
    private final Clock clock;
    private volatile InForce inForce;
    private volatile Refusal refusal;
    /** What the folder looked like when it was last read, and at the last look. */
    private String read = "";
    private String seen = "";

    /**
     * @param files the texts it was read from, or later ones that differ in nothing that is judged by
     * @param since when it took effect
     */
    record InForce(RulebookFiles files, Rules rules, int count, Instant since) {
    }

    /** The folder as it is now cannot be used; what was in force before still is. */
    record Refusal(List<Complaint> complaints, Instant at) {
    }

    RulesWatch(Path folder, RulesReader reader, Clock clock) {
        this.folder = folder;
        this.reader = reader;
        this.clock = clock;
    }

    Optional<InForce> inForce() {
        return Optional.ofNullable(inForce);
    }

    /** Why the folder as it is now was refused; empty if it is in force. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Reads the folder if it has changed since, and has not changed between two looks: an editor may be half through. */
    void look() {
        String now;
        try {
            now = fingerprint();
        } catch (IOException | UncheckedIOException unreadable) {
            now = "unreadable: " + unreadable.getMessage();
        }
        boolean settled = now.equals(seen) || inForce == null;
        seen = now;
        if (settled && !now.equals(read)) {
            read = now;
            take(readFolder());
        }
    }

    private RulesReader.Found readFolder() {
        if (!Files.isDirectory(folder)) {
            return new RulesReader.Found.Faulty(List.of(
                    new Complaint(folder.toString(), null, null, "is no folder",
                            "set RAPPORT_RULES_DIR to the rules")));
        }
        try {
            return reader.read(folder);
        } catch (RuntimeException failed) {
            LOG.error("the folder of the rules could not be read", failed);
            return new RulesReader.Found.Faulty(List.of(new Complaint(folder.getFileName().toString(), null, null,
                    "could not be read: " + failed.getClass().getSimpleName(), "see the log of rules-service")));
        }
    }

    private void take(RulesReader.Found reading) {
        if (reading instanceof RulesReader.Found.Faulty faulty) {
            refusal = new Refusal(faulty.complaints(), clock.instant());
            faulty.complaints().forEach(c -> LOG.errorf("rules refused: %s", c));
            LOG.error(inForce().map(r -> "rulebook " + r.rules().version() + " stays in force")
                    .orElse("no rulebook is in force: nothing is judged"));
        } else if (reading instanceof RulesReader.Found.Usable usable) {
            refusal = null;
            String before = inForce().map(r -> r.rules().version()).orElse(null);
            if (usable.rules().version().equals(before)) {
                InForce same = inForce;
                inForce = new InForce(usable.files(), same.rules(), same.count(), same.since());
            } else {
                inForce = new InForce(usable.files(), usable.rules(), usable.count(), clock.instant());
                LOG.infof("rulebook %s with %d rules is in force%s", usable.rules().version(), usable.count(),
                        before == null ? "" : ", " + before + " was before");
            }
        }
    }

    /** Cheap enough for twice a second: name, time and size of each file, no content. */
    private String fingerprint() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.put(folder.relativize(file).toString(), attributes.lastModifiedTime() + "/"
                            + attributes.size() + "/" + attributes.fileKey());
                }
            }
        }
        return files.toString();
    }
}
