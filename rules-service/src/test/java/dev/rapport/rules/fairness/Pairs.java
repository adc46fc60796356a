package dev.rapport.rules.fairness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the pairs of {@code src/test/resources/fairness}; docs/fairness.md says how to add one. */
final class Pairs {

    private static final Path FOLDER = Path.of("src", "test", "resources", "fairness");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private Pairs() {
    }

    static List<Pair> all() {
        return Stream.of(names(), genders(), varieties()).flatMap(List::stream).toList();
    }

    /** Each sentence with the first name, and with each of the others. */
    static List<Pair> names() {
        List<String> sentences = new ArrayList<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String line : lines("names.txt")) {
            Matcher list = Pattern.compile("([A-Z][A-Za-z ]+): ([^{]+)").matcher(line);
            if (list.matches()) {
                names.put(list.group(1), List.of(list.group(2).split(", ")));
            } else {
                sentences.add(line);
            }
        }
        String first = names.values().iterator().next().get(0);
        List<Pair> pairs = new ArrayList<>();
        for (String sentence : sentences) {
            names.forEach((origin, list) -> list.stream().filter(name -> !name.equals(first))
                    .forEach(name -> pairs.add(new Pair(origin + " names", named(sentence, first),
                            named(sentence, name)))));
        }
        return pairs;
    }

    static List<String> everyName() {
        return Stream.concat(Stream.of("Charlotte"), names().stream()
                .filter(pair -> pair.one().get(0).equals("Is Charlotte coming?"))
                .map(pair -> pair.other().get(0).replaceFirst("Is (.+) coming\\?", "$1"))).toList();
    }

    private static List<String> named(String sentence, String name) {
        return turns(sentence.replace("{name}", name).replace("{low}", name.toLowerCase(Locale.ROOT)));
    }

    /** Each sentence about a woman, and the same about a man and about a person. */
    static List<Pair> genders() {
        List<String> sentences = new ArrayList<>();
        Map<String, String[]> forms = new LinkedHashMap<>();
        for (String line : lines("gender.txt")) {
            String[] form = line.split(" = ");
            if (form.length == 2) {
                forms.put(form[0], form[1].split(", "));
            } else {
                sentences.add(line);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (String sentence : sentences) {
            // "hers" is the slot of "her job", to tell it from "ask her"
            List<String> woman = turns(filled(sentence, slot -> slot.equals("hers") ? "her" : slot));
            pairs.add(new Pair("she and he", woman, turns(filled(sentence, slot -> forms.get(slot)[0]))));
            pairs.add(new Pair("she and they", woman, turns(filled(sentence, slot -> forms.get(slot)[1]))));
        }
        return pairs;
    }

    private static String filled(String sentence, java.util.function.UnaryOperator<String> form) {
        return SLOT.matcher(sentence).replaceAll(slot -> form.apply(slot.group(1)));
    }

    static List<Pair> varieties() {
        return read("varieties.txt");
    }

    static List<Pair> knownUnequal() {
        return read("known-unequal.txt");
    }

    private static List<Pair> read(String file) {
        return lines(file).stream().map(line -> line.split(" \\| "))
                .map(parts -> new Pair(parts[0], turns(parts[1]), turns(parts[2]))).toList();
    }

    /** Each talk as its first telling, and each of its other tellings; a turn is {@code speaker: text}. */
    static List<Pair> talks() {
        List<Pair> pairs = new ArrayList<>();
        String name = null;
        List<String[]> turns = new ArrayList<>();
        List<String> lines = new ArrayList<>(lines("talks.txt"));
        lines.add("talk: ");
        for (String line : lines) {
            if (line.startsWith("talk: ")) {
                int tellings = turns.stream().mapToInt(turn -> turn.length).max().orElse(0);
                for (int other = 1; other < tellings; other++) {
                    pairs.add(new Pair(name, telling(turns, 0), telling(turns, other)));
                }
                name = line.substring("talk: ".length());
                turns.clear();
            } else {
                String[] said = line.split(": ", 2);
                turns.add(Arrays.stream(said[1].split(" \\| ")).map(text -> said[0] + ": " + text)
                        .toArray(String[]::new));
            }
        }
        return pairs;
    }

    private static List<String> telling(List<String[]> turns, int number) {
        return turns.stream().map(turn -> turn[Math.min(number, turn.length - 1)]).toList();
    }

    private static List<String> turns(String line) {
        return List.of(line.split(" > "));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
