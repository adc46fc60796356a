package dev.rapport.feedback.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.rapport.coaching.composition.Composer;
import dev.rapport.coaching.wording.Fault;
import dev.rapport.coaching.wording.MessageFolder;
import dev.rapport.coaching.wording.Reading;
import dev.rapport.coaching.wording.Wordings;
import io.quarkus.runtime.StartupEvent;

/**
 * The wordings in force. Looks for changed files each time a message is composed; a folder with a fault replaces nothing
 * and says so once.
 */
@ApplicationScoped
class MessageBook {

    private static final Logger LOG = Logger.getLogger(MessageBook.class);

    @Inject
    MessagesConfig config;
    @Inject
    TenantMessages tenants;

    private Composer composer;
    private Wordings wordings;
    private String seen;

    /** Without sound wordings there is nothing to say: the service does not start. */
    void open(@Observes StartupEvent started) {
        look();
        if (composer == null) {
            throw new IllegalStateException("no sound message files in " + config.dir().toAbsolutePath());
        }
    }

    /** Of the tenant's own rulebook, or of the house. */
    Composer composer(String tenant) {
        return tenants.of(tenant).map(TenantMessages.Own::composer).orElseGet(this::composer);
    }

    /** Of the tenant's own rulebook, or of the house. */
    Wordings wordings(String tenant) {
        return tenants.of(tenant).map(TenantMessages.Own::wordings).orElseGet(this::wordings);
    }

    /** Codes of the tenant's rules that coach nobody for now. */
    Set<String> resting(String tenant) {
        return tenants.resting(tenant);
    }

    /** Of the tenant's own rulebook; empty where it uses that of the house. */
    Optional<ReleasedRules> rules(String tenant) {
        return tenants.rules(tenant);
    }

    private synchronized Composer composer() {
        look();
        return composer;
    }

    private synchronized Wordings wordings() {
        look();
        return wordings;
    }

    private synchronized void look() {
        String now;
        try {
            now = fingerprint(config.dir());
        } catch (UncheckedIOException unreadable) {
            LOG.errorf("%s cannot be read", config.dir().toAbsolutePath());
            return;
        }
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        Reading reading = MessageFolder.read(config.dir());
        if (reading instanceof Reading.Read sound) {
            wordings = sound.wordings();
            composer = new Composer(wordings);
            LOG.infof("%d behaviours have messages, from %s", wordings.behaviours().size(), config.dir());
        } else if (reading instanceof Reading.Refused refused) {
            refused.faults().stream().map(Fault::toString).forEach(LOG::error);
            LOG.errorf("%d faults in %s; %s", refused.faults().size(), config.dir(),
                    composer == null ? "nothing in force" : "the messages before stay in force");
        }
    }

    private static String fingerprint(Path folder) {
        return MessageFolder.filesOf(folder).stream().map(MessageBook::state).collect(Collectors.joining("|"));
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return file.getFileName() + ":" + now.lastModifiedTime().toMillis() + ":" + now.size() + ":"
                    + now.fileKey();
        } catch (IOException gone) {
            return file.getFileName() + ":gone";
        }
    }
}
