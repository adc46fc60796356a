package dev.rapport.rules.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.rapport.rules.signals.LanguageWords;
import dev.rapport.rules.vocabulary.Nearest;

/**
 * The languages beside English, each a folder of {@code languages} in a rules folder, called by its BCP 47 tag. Never throws:
 * what cannot be read is a fault like any other.
 */
public final class LanguagesFolder {

    private static final String FOLDER = "languages";
    private static final String WORDS = "words";
    private static final Map<String, String> PARTS = Map.of("acts", ".rules", "phrases", ".txt", "examples", ".yaml",
            WORDS, ".txt");
    /** The default; it lies above. */
    private static final String ENGLISH = "en";

    /**
     * What came of reading them.
     *
     * @param languages by tag; a language with a fault is not among them
     * @param faults with paths below the rules folder
     */
    public record Languages(SortedMap<String, Language> languages, List<Fault> faults) {

        public Languages {
            faults = List.copyOf(faults);
        }

        /** The language of a BCP 47 tag, whatever its region; null if there is none, or no tag. */
        public Language of(String tag) {
            return tag == null ? null : languages.get(Locale.forLanguageTag(tag).getLanguage());
        }

        /** What examples of the languages show otherwise than they say. */
        public List<Fault> faultsOfExamples() {
            return languages.values().stream().flatMap(language -> new ExamplesOf(language.judge(),
                    language.reader()::read).faults().stream().map(fault -> below(language.tag(), fault))).toList();
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    private LanguagesFolder() {
    }

    /** @param rules the folder in which {@code languages} lies; it need not be there */
    public static Languages in(Path rules) {
        return new LanguagesFolder().read(rules.resolve(FOLDER));
    }

    private Languages read(Path folder) {
        SortedMap<String, Language> languages = new TreeMap<>();
        for (String tag : tags(folder)) {
            if (tag.equals(ENGLISH) || !Locale.forLanguageTag(tag).getLanguage().equals(tag)) {
                faults.add(below(tag, new Fault("", 1, 1, "this is no tag of a language beside English",
                        "a tag such as de", null)));
            } else {
                Language language = language(tag, folder.resolve(tag));
                if (language != null) {
                    languages.put(tag, language);
                }
            }
        }
        return new Languages(languages, faults);
    }

    private List<String> tags(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(new Fault(FOLDER, 1, 1, "the folder cannot be read", null, null));
            return List.of();
        }
    }

    private Language language(String tag, Path folder) {
        RulebookFolder.Contents contents = RulebookFolder.contents(folder, PARTS);
        SortedMap<String, String> texts = new TreeMap<>(contents.files().texts());
        Faults found = new Faults();
        Map<LanguageWords.Sort, List<String>> words = words(texts, found);
        texts.keySet().removeIf(path -> path.startsWith(WORDS + "/"));
        if (texts.keySet().stream().noneMatch(path -> path.startsWith("acts/"))) {
            faults.add(below(tag, new Fault("acts", 1, 1, "there is no rule", "rules in acts/*.rules", null)));
            return null;
        }
        Reading reading = RulebookReader.read(new RulebookFiles(texts), contents.faults());
        if (reading instanceof Reading.Refused refused) {
            refused.faults().forEach(found::add);
        } else {
            for (Rule rule : ((Reading.Read) reading).rulebook().behaviourRules()) {
                found.add(Fault.at(((Reading.Read) reading).rulebook().places().at(rule),
                        "only what a turn is can be said in another language than English",
                        "then the turn is ..."));
            }
        }
        found.sorted().forEach(fault -> faults.add(below(tag, fault)));
        return found.none()
                ? new Language(tag, ((Reading.Read) reading).rulebook(), new LanguageWords(tag, words))
                : null;
    }

    private static Map<LanguageWords.Sort, List<String>> words(SortedMap<String, String> texts, Faults found) {
        Map<String, LanguageWords.Sort> sorts = Arrays.stream(LanguageWords.Sort.values())
                .collect(Collectors.toMap(LanguageWords.Sort::file, sort -> sort));
        Map<LanguageWords.Sort, List<String>> words = new EnumMap<>(LanguageWords.Sort.class);
        texts.forEach((path, text) -> {
            if (path.startsWith(WORDS + "/")) {
                String name = path.substring(WORDS.length() + 1, path.length() - ".txt".length());
                LanguageWords.Sort sort = sorts.get(name);
                if (sort == null) {
                    found.add(path, 1, 1, "the reader knows no list called \"" + name + "\"",
                            Nearest.expected(name, sorts.keySet()), Nearest.to(name, sorts.keySet()).orElse(null));
                } else {
                    words.put(sort, PhraseReader.read(path, text, found, new HashMap<>()));
                }
            }
        });
        return words;
    }

    private static Fault below(String tag, Fault fault) {
        String path = FOLDER + "/" + tag + (fault.file().isEmpty() ? "" : "/" + fault.file());
        return new Fault(path, fault.line(), fault.column(), fault.what(), fault.expected(), fault.didYouMean());
    }
}
