package dev.rapport.coaching.wording;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

import dev.rapport.coaching.wording.BehaviourWording.Answers;
import dev.rapport.coaching.wording.BehaviourWording.Quoting;
import dev.rapport.coaching.wording.BehaviourWording.Rewrite;
import dev.rapport.coaching.wording.BehaviourWording.RewriteKind;
import dev.rapport.coaching.wording.HouseWording.Profile;
import dev.rapport.events.Polarity;

/**
 * Reads a folder of message files: {@code house.yaml} and one {@code <CODE>.yaml} for each behaviour. All faults are found
 * in one pass.
 */
public final class MessageFolder {

    /** The least number of wordings to choose from, so that a message does not wear out. */
    static final int VARIANTS = 3;
    static final int LONGEST_SENTENCE = 160;

    private static final String HOUSE = "house.yaml";
    private static final int LARGEST_FILE = 64 * 1024;
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{2,3}");
    private static final Pattern PROFILE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int MOST_TURNS = 50;

    private static final List<String> KEEP_KEYS = List.of("code", "name", "polarity", "impact", "repeatability",
            "partner-words", "quote", "says", "asks", "why", "source");
    private static final List<String> GROW_KEYS = Stream
            .concat(KEEP_KEYS.stream(), Stream.of("follow-ups", "reflections", "if-then", "drill", "answers", "live"))
            .toList();
    /** Most behaviours answer to what was said last, and can wait until the talk is over. */
    private static final Set<String> MAY_BE_LEFT_OUT = Set.of("answers", "live");
    private static final List<String> HOUSE_KEYS = List.of("openings", "neutral-openings", "two-openings", "closings",
            "two-closings", "strength-closings", "messages-a-week", "quiet", "not-said", "not-enough", "cannot-judge",
            "support",
            "clarity", "not-judged", "all-judged", "reactions", "profiles", "private-words");
    /** A rulebook that was released before there were profiles and second points has none. */
    private static final Set<String> HOUSE_KEYS_OF_LATER = Set.of("profiles", "two-openings", "two-closings");
    /** The partner's words may be a noun phrase or a clause; only as a sentence by itself is either right. */
    private static final Pattern FOCUS_NOT_ALONE = Pattern.compile("(?<!^)(?<![.?] )\\{focus}|\\{focus}(?!\\.)");

    private static final Pattern QUOTATION = Pattern
            .compile("[\"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a]|(?<!\\p{L})['\u2018]\\p{L}");

    private static final Template HELD_OUT = new Template(
            "What stood out is left out for you, because your company measures whether these messages help.");
    private static final Template HELD_OUT_UNTIL = new Template("Your company measures whether these messages help."
            + " This one is left out for you, by chance, until {until}.");

    private MessageFolder() {
    }

    /**
     * @throws UncheckedIOException if the folder cannot be read at all
     */
    public static Reading read(Path folder) {
        List<Fault> faults = new ArrayList<>();
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : filesOf(folder)) {
            String text = sourceOf(file, folder.resolve(file.getFileName()).toString(), faults);
            if (text != null) {
                texts.put(file.getFileName().toString(), text);
            }
        }
        return read(folder.toString(), texts, faults);
    }

    /**
     * @param folder what faults say before the name of a file
     * @param texts by the name of their file
     */
    public static Reading read(String folder, SortedMap<String, String> texts) {
        return read(folder, texts, new ArrayList<>());
    }

    private static Reading read(String folder, SortedMap<String, String> texts, List<Fault> faults) {
        Map<String, BehaviourWording> behaviours = new TreeMap<>();
        HouseWording house = null;
        for (Map.Entry<String, String> file : texts.entrySet()) {
            String name = folder + "/" + file.getKey();
            String source = file.getValue().startsWith("\uFEFF") ? file.getValue().substring(1) : file.getValue();
            Node root = compose(source, name, faults);
            if (root == null) {
                continue;
            }
            if (file.getKey().equals(HOUSE)) {
                house = house(Sheet.of(name, source, root, faults, HOUSE_KEYS, HOUSE_KEYS_OF_LATER));
            } else {
                behaviour(name, source, root, file.getKey(), faults).ifPresent(b -> behaviours.put(b.code(), b));
            }
        }
        if (house == null && faults.stream().noneMatch(f -> f.file().endsWith(HOUSE))) {
            faults.add(new Fault(folder + "/" + HOUSE, 1, 1, "no such file",
                    "the openings, closings and other sentences every message shares", null));
        }
        faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparingInt(Fault::column));
        return faults.isEmpty()
                ? new Reading.Read(new Wordings(house, behaviours))
                : new Reading.Refused(faults);
    }

    /** The message files of a folder by name. */
    public static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".yaml") && Files.isRegularFile(f)).sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sourceOf(Path file, String name, List<Fault> faults) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                faults.add(new Fault(name, 1, 1, "a file of more than " + LARGEST_FILE / 1024 + " kB",
                        "one behaviour to a file", null));
                return null;
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            faults.add(new Fault(name, 1, 1, "not UTF-8 text", "a text file saved as UTF-8", null));
            return null;
        } catch (IOException unreadable) {
            faults.add(new Fault(name, 1, 1, "cannot be read", null, null));
            return null;
        }
    }

    private static Node compose(String source, String name, List<Fault> faults) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(8);
        try {
            Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(source));
            if (root == null) {
                faults.add(new Fault(name, 1, 1, "an empty file", "keys such as \"code: B01\"", null));
            }
            return root;
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
            int column = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getColumn() + 1;
            faults.add(new Fault(name, line, column, "not readable as YAML (" + broken.getProblem() + ")",
                    "text with a colon, braces or a leading quote in double quotes", null));
        } catch (YAMLException broken) {
            faults.add(new Fault(name, 1, 1, "not readable as YAML", null, null));
        }
        return null;
    }

    private static Optional<BehaviourWording> behaviour(String name, String source, Node root, String file,
            List<Fault> faults) {
        int before = faults.size();
        // a strength has nothing to rewrite, so the keys of a growth point are unknown to it
        boolean grow = !source.lines().anyMatch(line -> line.strip().matches("polarity:\\s*\"?keep\"?\\s*(#.*)?"));
        Sheet sheet = Sheet.of(name, source, root, faults, grow ? GROW_KEYS : KEEP_KEYS,
                MAY_BE_LEFT_OUT);
        String code = sheet.sentence("code", 4);
        String named = file.replaceFirst("\\.yaml$", "");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            sheet.faultAt("code", "\"" + code + "\" as \"code\"", "a letter and two digits, such as B01");
        } else if (!code.isEmpty() && !code.equals(named)) {
            sheet.faultAt("code", "\"" + code + "\" in a file named " + named, "\"" + named + "\"");
        }
        Polarity polarity = sheet.choice("polarity", List.of("keep", "grow")).equals("keep")
                ? Polarity.KEEP
                : Polarity.GROW;
        Set<Slot> counts = grow ? Set.of(Slot.COUNT, Slot.TIMES) : Set.of(Slot.TIMES);
        List<Template> says = sheet.templates("says", VARIANTS, LONGEST_SENTENCE, counts);
        List<Template> asks = sheet.templates("asks", VARIANTS, LONGEST_SENTENCE, counts);
        asks.stream().filter(a -> !a.toString().contains("?")).forEach(a -> sheet.faultAtItem("asks", a.toString(),
                "a statement among \"asks\"", "a question, because the rule was not sure"));
        List<Rewrite> rewrites = new ArrayList<>();
        if (grow) {
            rewrites.addAll(rewrites(sheet, "follow-ups", RewriteKind.FOLLOW_UP));
            rewrites.addAll(rewrites(sheet, "reflections", RewriteKind.REFLECTION));
        }
        String ifThen = grow ? sheet.sentence("if-then", LONGEST_SENTENCE) : null;
        if (ifThen != null && !ifThen.isEmpty() && !ifThen.matches("If .+, then I .+")) {
            sheet.faultAt("if-then", "a plan without its two halves", "\"If ..., then I ...\"");
        }
        BehaviourWording wording = new BehaviourWording(code, sheet.sentence("name", 48), polarity,
                sheet.number("impact", 0, 1), sheet.number("repeatability", 0, 1),
                (int) sheet.number("partner-words", 0, 50),
                Quoting.valueOf(sheet.choice("quote", List.of("passage", "opening", "question"))
                        .toUpperCase(Locale.ROOT)),
                Answers.valueOf(sheet.choice("answers", List.of("last", "first")).toUpperCase(Locale.ROOT)), says, asks,
                sheet.sentence("why", 120), sheet.sentence("source", 60), rewrites, ifThen,
                grow ? sheet.sentence("drill", LONGEST_SENTENCE) : null, live(sheet));
        return faults.size() == before ? Optional.of(wording) : Optional.empty();
    }

    /** @return null where the behaviour is not spoken of while a talk goes on; a strength is never, because praise can wait */
    private static String live(Sheet sheet) {
        if (!sheet.has("live")) {
            return null;
        }
        String live = sheet.sentence("live", LONGEST_SENTENCE);
        int words = live.isBlank() ? 0 : live.strip().split("\\s+").length;
        if (words > BehaviourWording.MOST_LIVE_WORDS) {
            sheet.faultAt("live", words + " words in \"live\"",
                    "at most " + BehaviourWording.MOST_LIVE_WORDS + ", which are read in passing");
        }
        if (QUOTATION.matcher(live).find()) {
            sheet.faultAt("live", "a quotation in \"live\"", "what to do next, in words of nobody");
        }
        if (live.contains("?")) {
            sheet.faultAt("live", "a question in \"live\"", "what to do next; there is no time to answer");
        }
        return live;
    }

    private static List<Rewrite> rewrites(Sheet sheet, String key, RewriteKind kind) {
        List<Template> templates = sheet.templates(key, VARIANTS, LONGEST_SENTENCE,
                Set.of(Slot.FOCUS, Slot.CLAUSE, Slot.THING));
        for (Template template : templates) {
            if (!template.toString().endsWith("?")) {
                sheet.faultAtItem(key, template.toString(), "a line of \"" + key + "\" that hands nothing back",
                        "a question at its end");
            }
            if (FOCUS_NOT_ALONE.matcher(template.toString()).find()) {
                sheet.faultAtItem(key, template.toString(), "{focus} inside a sentence",
                        "\"{focus}.\" as a sentence by itself; {clause} and {thing} may stand inside one");
            }
        }
        if (sheet.has(key) && templates.stream().noneMatch(t -> t.slots().contains(Slot.FOCUS))) {
            sheet.faultAtKey(key, "no line of \"" + key + "\" with the slot {focus}",
                    "at least one built from the partner's words");
        }
        if (sheet.has(key) && templates.stream().allMatch(Template::usesPartnersWords)) {
            sheet.faultAtKey(key, "each line of \"" + key + "\" needs the partner's words",
                    "at least one without {focus}, {clause} or {thing}, for a moment that offers none");
        }
        return templates.stream().map(t -> new Rewrite(kind, t)).collect(Collectors.toList());
    }

    private static HouseWording house(Sheet sheet) {
        Sheet thin = sheet.part("not-enough", List.of("opening", "few-turns", "unsure-words", "nothing-clear",
                "closing"));
        // a rulebook that was released before there were experiments has no words for them
        Set<String> later = Set.of("held-out");
        Sheet quiet = sheet.part("quiet", List.of("opening", "week-full", "said-lately", "held-out", "closing"),
                later);
        Sheet unsaid = sheet.part("not-said", List.of("stopped", "too-few", "not-for-quoting", "cool-down", "fading",
                "week-full", "one-is-enough", "held-out"), later);
        Sheet cannot = sheet.part("cannot-judge", List.of("opening", "reason", "closing"));
        Sheet clarity = sheet.part("clarity", List.of("clear", "likely", "unsure"));
        return new HouseWording(sheet.templates("openings", VARIANTS, LONGEST_SENTENCE, Set.of()),
                sheet.templates("neutral-openings", VARIANTS, LONGEST_SENTENCE, Set.of()),
                sheet.templates(sheet.has("two-openings") ? "two-openings" : "neutral-openings", VARIANTS,
                        LONGEST_SENTENCE, Set.of()),
                sheet.templates("closings", VARIANTS, LONGEST_SENTENCE, Set.of()),
                sheet.templates(sheet.has("two-closings") ? "two-closings" : "closings", VARIANTS, LONGEST_SENTENCE,
                        Set.of()),
                sheet.templates("strength-closings", VARIANTS, LONGEST_SENTENCE, Set.of()),
                (int) sheet.number("messages-a-week", 1, 20),
                new HouseWording.Quiet(quiet.sentence("opening", LONGEST_SENTENCE),
                        quiet.template("week-full", LONGEST_SENTENCE, Set.of(Slot.COUNT)),
                        quiet.template("said-lately", LONGEST_SENTENCE, Set.of()),
                        quiet.has("held-out") ? quiet.template("held-out", LONGEST_SENTENCE, Set.of()) : HELD_OUT,
                        quiet.sentence("closing", LONGEST_SENTENCE)),
                new HouseWording.Unsaid(unsaid.template("stopped", LONGEST_SENTENCE, Set.of()),
                        unsaid.template("too-few", LONGEST_SENTENCE, Set.of(Slot.TURNS, Slot.NEEDED)),
                        unsaid.template("not-for-quoting", LONGEST_SENTENCE, Set.of()),
                        unsaid.template("cool-down", LONGEST_SENTENCE, Set.of(Slot.TALKS)),
                        unsaid.template("fading", LONGEST_SENTENCE, Set.of(Slot.PACE, Slot.TALKS)),
                        unsaid.template("week-full", LONGEST_SENTENCE, Set.of(Slot.COUNT)),
                        unsaid.template("one-is-enough", LONGEST_SENTENCE, Set.of()),
                        unsaid.has("held-out")
                                ? unsaid.template("held-out", LONGEST_SENTENCE, Set.of(Slot.UNTIL))
                                : HELD_OUT_UNTIL),
                new HouseWording.NotEnough(thin.sentence("opening", LONGEST_SENTENCE),
                        thin.template("few-turns", LONGEST_SENTENCE, Set.of(Slot.TURNS, Slot.NEEDED)),
                        thin.template("unsure-words", LONGEST_SENTENCE, Set.of(Slot.CONFIDENCE, Slot.NEEDED)),
                        thin.template("nothing-clear", LONGEST_SENTENCE, Set.of()),
                        thin.sentence("closing", LONGEST_SENTENCE)),
                new HouseWording.CannotJudge(cannot.sentence("opening", LONGEST_SENTENCE),
                        cannot.template("reason", LONGEST_SENTENCE, Set.of(Slot.REASON)),
                        cannot.sentence("closing", LONGEST_SENTENCE)),
                sheet.sentences("support", 1, 400), clarity.sentence("clear", 40), clarity.sentence("likely", 40),
                clarity.sentence("unsure", 40), sheet.template("not-judged", LONGEST_SENTENCE,
                        Set.of(Slot.ALL, Slot.NAMES)),
                sheet.template("all-judged", LONGEST_SENTENCE, Set.of(Slot.ALL)),
                sheet.sentence("reactions", LONGEST_SENTENCE), profiles(sheet),
                sheet.words("private-words").stream().map(w -> w.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Profile> profiles(Sheet house) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (Sheet sheet : house.parts("profiles", List.of("code", "name", "turns"))) {
            String code = sheet.sentence("code", 40);
            if (!code.isEmpty() && !PROFILE.matcher(code).matches()) {
                sheet.faultAt("code", "\"" + code + "\" as \"code\"",
                        "small letters and hyphens, such as finding-facts");
            }
            Profile profile = new Profile(code, sheet.sentence("name", 80),
                    sheet.numbers("turns", CODE, "a behaviour such as B20", 1, MOST_TURNS));
            if (profiles.put(code, profile) != null) {
                sheet.faultAt("code", "\"" + code + "\" stands here twice", "it once");
            }
        }
        return profiles;
    }
}
