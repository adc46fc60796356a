package dev.rapport.feedback.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import dev.rapport.feedback.message.Messages;
import dev.rapport.feedback.message.ReleasedRules;

/** The sentences of the rules in force, of the tenant's release or of the house's folder. */
@ApplicationScoped
class HouseRules {

    private static final Logger LOG = Logger.getLogger(HouseRules.class);

    @Inject
    Messages messages;
    @Inject
    TeamConfig config;

    /** Sorted by code; empty where this service cannot see them. */
    List<RuleText> of(String tenant) {
        Optional<ReleasedRules> released = messages.released(tenant);
        List<String> files = released.isPresent()
                ? List.copyOf(released.get().behaviours().values())
                : filesOf(config.rulesDir().resolve("behaviours"));
        return files.stream().flatMap(file -> RuleText.of(file).stream()).sorted(Comparator.comparing(RuleText::code))
                .toList();
    }

    private static List<String> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".rules")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        } catch (IOException unreadable) {
            LOG.errorf("%s cannot be read: %s", folder, unreadable.getClass().getSimpleName());
            return List.of();
        }
        return texts;
    }
}
