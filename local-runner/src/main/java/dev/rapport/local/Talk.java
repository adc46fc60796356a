package dev.rapport.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transcript to coach.
 *
 * @param learner
 *        name of the speaker to coach; null leaves it to ingest-service, which asks when there are several
 * @param kind
 *        the kind of conversation; null if not told
 * @param stage
 *        the stage of the relationship; null if not told
 */
record Talk(Path file, String learner, String kind, String stage) {

    /** @throws Failure when there is no such file, it cannot be read or is empty */
    Talk {
        if (!Files.exists(file)) {
            throw new Failure(Exit.REFUSED, "No such file: " + file);
        }
        if (Files.isDirectory(file)) {
            throw new Failure(Exit.REFUSED, file + " is a folder; coach takes one transcript at a time");
        }
        if (!Files.isReadable(file)) {
            throw new Failure(Exit.REFUSED, "Not allowed to read " + file);
        }
        try {
            if (Files.size(file) == 0) {
                throw new Failure(Exit.REFUSED, file + " is empty");
            }
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The conversation's id: the same talk under the same rules is the same conversation and costs nothing a second time;
     * when the rules have changed, it is coached anew.
     */
    String conversation(String rulebookVersion, String messagesVersion) {
        var digest = sha256();
        for (var part : new String[]{learner, kind, stage, rulebookVersion, messagesVersion}) {
            digest.update((part + "\0").getBytes(StandardCharsets.UTF_8));
        }
        try {
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, "Cannot read " + file + ": " + e.getMessage(), e);
        }
        return "talk-" + HexFormat.of().formatHex(digest.digest(), 0, 10);
    }

    /** What ingest-service is told beside the transcript. */
    Map<String, String> parameters(String conversation) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("learner", learner);
        parameters.put("kind", kind);
        parameters.put("stage", stage);
        parameters.put("consent", "true");
        parameters.put("purpose", "coaching");
        parameters.put("conversation", conversation);
        parameters.put("fileName", file.getFileName().toString());
        return parameters;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
