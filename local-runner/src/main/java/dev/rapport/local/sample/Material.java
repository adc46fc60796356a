package dev.rapport.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Everything invented people may say, as {@code samples/tenant} has it. */
public record Material(List<Topic> topics, Moves moves, People people) {

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    /** What a talk is about. */
    record Topic(String kind, String opening, List<Moment> feelings, List<Moment> problems, List<Moment> moments) {
    }

    /**
     * Something the partner says and how it may be taken up; a feeling has no {@code thing}, only a problem has
     * {@code advise}, and so on: {@code samples/tenant/README.md}.
     */
    record Moment(String says, String thing, String ask, String closed, String reflect, String advise, String toward) {
    }

    /** The learners' ways of saying things, with slots in braces; and what fills the slots of a talk. */
    record Moves(List<String> openings, List<String> followUp, List<String> invite, List<String> reflection,
            List<String> closed, List<String> toward, List<String> passing, List<String> advice,
            List<String> permission, List<String> ownStory, List<String> cutIn, List<String> filler,
            List<String> warmPhrases, List<String> thanks, List<String> goodbyes, List<String> partnerEndings,
            List<String> partnerGoodbyes, List<Moment> moments, List<String> days, List<String> counts,
            List<String> places, List<String> names) {
    }

    /** Names. */
    record People(List<String> firstNames, List<String> lastNames, List<String> partners, List<String> teams) {
    }

    /** @throws IOException when a file is not there or holds something else; names it */
    public static Material in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("topics"))) {
            var topics = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            var read = new ArrayList<Topic>();
            for (var topic : topics) {
                read.add(read(topic, Topic.class));
            }
            return new Material(List.copyOf(read), read(folder.resolve("moves.yaml"), Moves.class),
                    read(folder.resolve("people.yaml"), People.class));
        }
    }

    /** How many people with names of their own there can be. */
    public int mostLearners() {
        return people.firstNames().size() * people.lastNames().size();
    }

    /** The teams of the house. */
    public List<String> teams() {
        return people.teams();
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
