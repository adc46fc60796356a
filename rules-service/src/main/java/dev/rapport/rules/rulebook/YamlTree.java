package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

import dev.rapport.rules.vocabulary.Nearest;

/** A YAML file as nodes with positions. Only ever composed, never turned into objects: tags and types mean nothing. */
final class YamlTree {

    private final String file;
    private final Faults faults;

    YamlTree(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The mapping a file consists of; empty after a fault. */
    Optional<MappingNode> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(12);
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(RulebookFiles.LARGEST_FILE);
        try {
            Node node = new Yaml(options).compose(new java.io.StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            if (node == null) {
                faults.add(file, 1, 1, "the file is empty", "lines such as rule: B20", null);
            } else {
                fault(node, "this is no list of names and values", "lines such as rule: B20", null);
            }
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
            faults.add(file, mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1,
                    "this is no YAML: " + broken.getProblem(), null, null);
        } catch (ReaderException unreadable) {
            String before = text.substring(0, Math.min(unreadable.getPosition(), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            faults.add(file, line, before.length() - before.lastIndexOf('\n'),
                    String.format("the character U+%04X is not allowed here", unreadable.getCodePoint()), null, null);
        } catch (YAMLException broken) {
            faults.add(file, 1, 1, "this is no YAML: " + broken.getMessage().lines().findFirst().orElse("").strip(),
                    null,
                    null);
        }
        return Optional.empty();
    }

    /** Values by key. Keys that are not allowed are faults. */
    Map<String, Node> entries(MappingNode mapping, Set<String> allowed) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!allowed.contains(key)) {
                fault(tuple.getKeyNode(), "\"" + key + "\" is not known here",
                        Nearest.expected(key, allowed.stream().sorted().toList()),
                        Nearest.to(key, allowed).orElse(null));
            } else if (entries.put(key, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "\"" + key + "\" stands here twice", "it once", null);
            }
        }
        return entries;
    }

    /** Key and value of a mapping with any keys. */
    static Map<String, Node> anyEntries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar) {
                entries.putIfAbsent(scalar.getValue(), tuple.getValueNode());
            }
        }
        return entries;
    }

    /** The text of a value; null after a fault or where there is none. */
    String text(Node node) {
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        fault(node, "this is no text", "words", null);
        return null;
    }

    /** A whole number; null after a fault or where there is none. */
    Long number(Node node, long least, long most) {
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().length() < 12
                && scalar.getValue().chars().allMatch(c -> c >= '0' && c <= '9') && !scalar.getValue().isEmpty()) {
            long value = Long.parseLong(scalar.getValue());
            if (value >= least && value <= most) {
                return value;
            }
        }
        fault(node, "this is no number that fits", "a whole number from " + least + " to " + most, null);
        return null;
    }

    /** The items of a list; none after a fault or where there is no list. */
    List<Node> items(Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return new ArrayList<>(sequence.getValue());
        }
        fault(node, "this is no list", "items that start with -", null);
        return List.of();
    }

    void fault(Node node, String what, String expected, String didYouMean) {
        faults.add(file, line(node), column(node), what, expected, didYouMean);
    }

    Position position(Node node) {
        return new Position(file, line(node), column(node));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static int column(Node node) {
        return node.getStartMark().getColumn() + 1;
    }
}
