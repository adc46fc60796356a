package dev.rapport.coaching.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a message file, read key by key. What is missing or wrong becomes a fault at its place and a harmless
 * value, so that one pass finds every fault.
 */
final class Sheet {

    private final String file;
    private final String source;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new HashMap<>();
    private final List<Fault> faults;

    private Sheet(String file, String source, Node node, List<Fault> faults) {
        this.file = file;
        this.source = source;
        this.node = node;
        this.faults = faults;
    }

    /**
     * @param known the keys it may have, all of which it must have unless {@code optional}
     */
    static Sheet of(String file, String source, Node node, List<Fault> faults, Collection<String> known,
            Set<String> optional) {
        Sheet sheet = new Sheet(file, source, node, faults);
        if (!(node instanceof MappingNode mapping)) {
            sheet.fault(node.getStartMark(), "no keys here", "lines such as \"" + known.iterator().next() + ": ...\"",
                    null);
            return sheet;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                sheet.fault(entry.getKeyNode().getStartMark(), "\"" + key + "\" is no key of this file", null,
                        Nearest.to(key, known));
            } else if (sheet.values.put(key, entry.getValueNode()) != null) {
                sheet.fault(entry.getKeyNode().getStartMark(), "\"" + key + "\" stands here twice", "it once", null);
            }
            sheet.keys.putIfAbsent(key, entry.getKeyNode());
        }
        for (String key : new TreeSet<>(known)) {
            if (!sheet.values.containsKey(key) && !optional.contains(key)) {
                sheet.fault(node.getStartMark(), "no \"" + key + "\"", "the key \"" + key + "\"", null);
            }
        }
        return sheet;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Sheet part(String key, Collection<String> known) {
        return part(key, known, Set.of());
    }

    Sheet part(String key, Collection<String> known, Set<String> optional) {
        Node value = values.get(key);
        return value == null
                ? new Sheet(file, source, node, faults)
                : of(file, source, value, faults, known, optional);
    }

    /** A list of mappings, each with all of the keys. */
    List<Sheet> parts(String key, Collection<String> known) {
        return items(key).stream().map(item -> of(file, source, item, faults, known, Set.of())).toList();
    }

    /**
     * A mapping of names to whole numbers.
     *
     * @param names what they have to be, {@code expected} in words
     */
    Map<String, Integer> numbers(String key, Pattern names, String expected, int least, int most) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Node value = values.get(key);
        if (value == null) {
            return numbers;
        }
        if (!(value instanceof MappingNode mapping)) {
            fault(value.getStartMark(), "no numbers for \"" + key + "\"", "lines such as \"B20: 4\"", null);
            return numbers;
        }
        for (NodeTuple entry : mapping.getValue()) {
            String name = scalar(key, entry.getKeyNode());
            String number = scalar(name, entry.getValueNode());
            if (!names.matcher(name).matches()) {
                fault(entry.getKeyNode().getStartMark(), "\"" + name + "\" in \"" + key + "\"", expected, null);
            } else if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) < least
                    || Integer.parseInt(number) > most) {
                fault(entry.getValueNode().getStartMark(), "\"" + number + "\" for " + name,
                        "a whole number from " + least + " to " + most, null);
            } else if (numbers.put(name, Integer.valueOf(number)) != null) {
                fault(entry.getKeyNode().getStartMark(), "\"" + name + "\" stands here twice", "it once", null);
            }
        }
        return numbers;
    }

    /** A sentence without slots. */
    String sentence(String key, int longest) {
        return values.containsKey(key) ? checked(key, values.get(key), longest, Set.of()) : "";
    }

    Template template(String key, int longest, Set<Slot> allowed) {
        String text = values.containsKey(key) ? checked(key, values.get(key), longest, allowed) : "";
        return new Template(soundSlots(text, allowed) ? text : "");
    }

    /** At least {@code atLeast} different sentences. */
    List<Template> templates(String key, int atLeast, int longest, Set<Slot> allowed) {
        List<Template> templates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : items(key)) {
            String text = checked(key, item, longest, allowed);
            if (!seen.add(text)) {
                fault(item.getStartMark(), "the same variant stands here twice", "another wording", null);
            }
            if (!text.isEmpty() && soundSlots(text, allowed)) {
                templates.add(new Template(text));
            }
        }
        if (values.containsKey(key) && seen.size() < atLeast) {
            fault(keys.get(key).getStartMark(),
                    seen.size() + " variant" + (seen.size() == 1 ? "" : "s") + " of \"" + key
                            + "\"",
                    "at least " + atLeast, null);
        }
        return templates;
    }

    List<String> sentences(String key, int atLeast, int longest) {
        return templates(key, atLeast, longest, Set.of()).stream().map(Template::toString).toList();
    }

    /** Words as they stand, unchecked. */
    Set<String> words(String key) {
        Set<String> words = new HashSet<>();
        for (Node item : items(key)) {
            String text = scalar(key, item);
            if (!text.isBlank()) {
                words.add(text.strip());
            }
        }
        return words;
    }

    double number(String key, double least, double most) {
        Node value = values.get(key);
        if (value == null) {
            return least;
        }
        String text = scalar(key, value);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below, with the same words as a number out of range
        }
        fault(value.getStartMark(), "\"" + text + "\" as \"" + key + "\"",
                "a number from " + plain(least) + " to " + plain(most), null);
        return least;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    String choice(String key, List<String> choices) {
        Node value = values.get(key);
        if (value == null) {
            return choices.get(0);
        }
        String text = scalar(key, value);
        if (!choices.contains(text)) {
            fault(value.getStartMark(), "\"" + text + "\" as \"" + key + "\"", String.join(" or ", choices),
                    Nearest.to(text, choices));
            return choices.get(0);
        }
        return text;
    }

    /** Says something about the value of {@code key}, or about the whole where there is none. */
    void faultAt(String key, String what, String expected) {
        fault((values.containsKey(key) ? values.get(key) : node).getStartMark(), what, expected, null);
    }

    void faultAtKey(String key, String what, String expected) {
        fault((keys.containsKey(key) ? keys.get(key) : node).getStartMark(), what, expected, null);
    }

    /** Says something about the variant {@code text} of {@code key}. */
    void faultAtItem(String key, String text, String what, String expected) {
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar && scalar.getValue().equals(text)) {
                fault(item.getStartMark(), what, expected, null);
                return;
            }
        }
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(value.getStartMark(), "one value for \"" + key + "\"", "a list, each line beginning with \"- \"", null);
        return List.of();
    }

    private String scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault(value.getStartMark(), "\"" + key + "\" is no text",
                "text; put it in double quotes if it has a colon or braces in it", null);
        return "";
    }

    private String checked(String key, Node value, int longest, Set<Slot> allowed) {
        if (!(value instanceof ScalarNode)) {
            scalar(key, value);
            return "";
        }
        String text = ((ScalarNode) value).getValue();
        if (text.isBlank()) {
            fault(value.getStartMark(), "nothing written for \"" + key + "\"", "a sentence", null);
            return "";
        }
        if (text.length() > longest) {
            fault(value.getStartMark(), text.length() + " characters in \"" + key + "\"", "at most " + longest, null);
        }
        if (!text.equals(text.strip()) || text.contains("  ") || text.contains("\n") || text.contains("\t")) {
            fault(value.getStartMark(), "a line break or spaces too many in \"" + key + "\"", "one line, single spaces",
                    null);
        }
        for (BannedWords.Hit hit : BannedWords.in(text)) {
            fault(markOf(value, hit.words()), "\"" + hit.words() + "\" is not said in a message",
                    "words for what was done, without trait, absolute or hype", null);
        }
        Matcher slot = Template.SLOT.matcher(text);
        while (slot.find()) {
            String word = slot.group(1);
            if (Slot.of(word).filter(allowed::contains).isEmpty()) {
                Set<String> may = new TreeSet<>();
                allowed.forEach(s -> may.add(s.word()));
                fault(markOf(value, slot.group()), "no slot " + slot.group() + " in \"" + key + "\"",
                        may.isEmpty() ? "no slot at all" : "{" + String.join("} or {", may) + "}",
                        Nearest.to(word, may));
            }
        }
        String outside = Template.SLOT.matcher(text).replaceAll("");
        if (outside.contains("{") || outside.contains("}")) {
            fault(value.getStartMark(), "a brace without its other half in \"" + key + "\"", "a slot such as {count}",
                    null);
        }
        return text;
    }

    private static boolean soundSlots(String text, Set<Slot> allowed) {
        return Template.SLOT.matcher(text).results()
                .allMatch(r -> Slot.of(r.group(1)).filter(allowed::contains).isPresent());
    }

    private record Position(int line, int column) {
    }

    /** Where {@code words} stand in the file; the start of the value if quoting or folding has changed their look. */
    private Position markOf(Node value, String words) {
        int from = source.offsetByCodePoints(0, value.getStartMark().getIndex());
        int to = source.offsetByCodePoints(0, value.getEndMark().getIndex());
        int at = source.indexOf(words, from);
        if (at < 0 || at >= to) {
            return new Position(value.getStartMark().getLine() + 1, value.getStartMark().getColumn() + 1);
        }
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, source.codePointCount(lineStart, at) + 1);
    }

    private void fault(Position position, String what, String expected, String didYouMean) {
        faults.add(new Fault(file, position.line, position.column, what, expected, didYouMean));
    }

    private void fault(Mark mark, String what, String expected, String didYouMean) {
        fault(new Position(mark.getLine() + 1, mark.getColumn() + 1), what, expected, didYouMean);
    }
}
