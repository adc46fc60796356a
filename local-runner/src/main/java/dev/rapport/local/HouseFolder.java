package dev.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The folder that holds everything a house remembers. One house at a time lives in it. */
record HouseFolder(Path path) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String STATE = "house.json";
    private static final String LOCK = "house.lock";
    private static final String DELIVERY_KEY = "delivery.key";
    private static final int DELIVERY_KEY_BYTES = 32;
    private static final String TOLD = "now";
    private static final List<String> CONTENT = List.of("kafka", "postgres", "postgres-binaries", "streams", "logs",
            STATE, LOCK, DELIVERY_KEY, TOLD);

    HouseFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the folder, readable for its owner only: there are transcripts in it. */
    void create() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                }
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new Failure(Exit.NO_HOUSE, "Cannot write to " + path + ": " + e.getMessage(), e);
        }
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path postgresBinaries() {
        return path.resolve("postgres-binaries");
    }

    Path streams() {
        return path.resolve("streams");
    }

    /** Says what time it is while the past is played. */
    ToldTime told() {
        return new ToldTime(path.resolve(TOLD));
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /**
     * The key that seals secrets of channels in the database beside it, in Base64. Made once: with another one, what is sealed
     * could not be read any more.
     */
    String deliveryKey() {
        var file = path.resolve(DELIVERY_KEY);
        try {
            if (!Files.exists(file)) {
                var key = new byte[DELIVERY_KEY_BYTES];
                new SecureRandom().nextBytes(key);
                var beside = path.resolve(DELIVERY_KEY + ".new");
                Files.deleteIfExists(beside);
                if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(beside,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
                Files.writeString(beside, Base64.getEncoder().encodeToString(key) + "\n");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(Exit.NO_HOUSE, "Cannot keep a key in " + file + ": " + e.getMessage(), e);
        }
    }

    /** What the house in this folder, or the last one, said of itself. */
    Optional<HouseState> state() {
        try {
            return Optional.of(JSON.readValue(Files.readString(path.resolve(STATE)), HouseState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // written by another version: nothing in it that a house cannot find anew
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(HouseState state) {
        try {
            var beside = Files.writeString(path.resolve(STATE + ".new"), JSON.writeValueAsString(state) + "\n");
            Files.move(beside, path.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the folder for this process, which holds it until it ends or gives it back; empty when another one has it. The
     * operating system takes it from a process that was killed.
     */
    Optional<Hold> take() {
        create();
        // a file lock belongs to the whole process: taking it twice, or only closing another channel, would lose it
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                HELD.remove(path);
                return Optional.empty();
            }
            return Optional.of(new Hold(path, channel));
        } catch (IOException e) {
            HELD.remove(path);
            throw new Failure(Exit.NO_HOUSE, "Cannot lock " + path + ": " + e.getMessage(), e);
        }
    }

    /** Whether a house lives here now. */
    boolean isTaken() {
        if (!Files.exists(path.resolve(LOCK))) {
            return false;
        }
        var hold = take();
        hold.ifPresent(Hold::close);
        return hold.isEmpty();
    }

    /** Removes what houses put here, and the folder when nothing else is in it; says whether there was such a folder. */
    boolean wipe() {
        if (!Files.exists(path)) {
            return false;
        }
        for (var each : CONTENT) {
            delete(path.resolve(each));
        }
        try (Stream<Path> rest = Files.list(path)) {
            if (rest.findAny().isEmpty()) {
                Files.delete(path);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Could not remove " + tree + ": " + e.getMessage(), e);
        }
    }

    /** Proof that the folder is this process's. */
    record Hold(Path folder, FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
                HELD.remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
