package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import com.google.re2j.Pattern;

/** A message file as one text a place, e.g. {@code says[2]}, and back. */
final class FlatYaml {

    /** Keys as message files have them; a place is keys joined by points, each with an item number from 1 or without. */
    static final Pattern PLACE = Pattern
            .compile(
                    "[A-Za-z][A-Za-z0-9_-]*(\\[[1-9][0-9]{0,3}\\])?(\\.[A-Za-z][A-Za-z0-9_-]*(\\[[1-9][0-9]{0,3}\\])?)*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    private FlatYaml() {
    }

    /** Texts by place, in the order of the file. */
    static Map<String, String> flat(MappingNode root) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", root, flat);
        return flat;
    }

    private static void flatten(String place, Node node, Map<String, String> flat) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                flatten(place.isEmpty() ? key : place + "." + key, tuple.getValueNode(), flat);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                flatten(place + "[" + (i + 1) + "]", sequence.getValue().get(i), flat);
            }
        } else if (node instanceof ScalarNode scalar) {
            flat.put(place, scalar.getValue());
        }
    }

    /** A place that begins at a line and column, from 1; {@code key} if its name does, otherwise its text. */
    record Begin(int line, int column, boolean key, String place) {
    }

    /** What stands at a line and column of a file: whatever began last up to there. Empty where nothing did. */
    static Optional<Begin> at(MappingNode root, int line, int column) {
        List<Begin> begins = new ArrayList<>();
        begins("", root, begins);
        return begins.stream().filter(begin -> begin.line < line || begin.line == line && begin.column <= column)
                .max(Comparator.comparingInt(Begin::line).thenComparingInt(Begin::column));
    }

    private static void begins(String place, Node node, List<Begin> begins) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                int before = begins.size();
                begins(place.isEmpty() ? key : place + "." + key, tuple.getValueNode(), begins);
                if (begins.size() > before) {
                    begins.add(begin(tuple.getKeyNode(), true, begins.get(before).place));
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                begins(place + "[" + (i + 1) + "]", sequence.getValue().get(i), begins);
            }
        } else if (node instanceof ScalarNode) {
            begins.add(begin(node, false, place));
        }
    }

    private static Begin begin(Node node, boolean key, String place) {
        return new Begin(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, key, place);
    }

    /** A file that reads as these texts. Items must be in order. */
    static String write(Map<String, String> flat) {
        Map<String, Object> tree = new LinkedHashMap<>();
        flat.forEach((place, text) -> put(tree, place, text));
        StringBuilder out = new StringBuilder();
        write(tree, "", out);
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String place, String text) {
        int point = place.indexOf('.');
        String head = point < 0 ? place : place.substring(0, point);
        int bracket = head.indexOf('[');
        String key = bracket < 0 ? head : head.substring(0, bracket);
        String rest = point < 0 ? null : place.substring(point + 1);
        if (bracket < 0) {
            if (rest == null) {
                tree.put(key, text);
            } else {
                put((Map<String, Object>) tree.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>()), rest,
                        text);
            }
            return;
        }
        int item = Integer.parseInt(head.substring(bracket + 1, head.length() - 1));
        List<Object> list = (List<Object>) tree.computeIfAbsent(key, k -> new ArrayList<>());
        if (rest == null) {
            list.add(text);
        } else {
            if (list.size() < item) {
                list.add(new LinkedHashMap<String, Object>());
            }
            put((Map<String, Object>) list.get(list.size() - 1), rest, text);
        }
    }

    private static void write(Map<?, ?> tree, String indent, StringBuilder out) {
        tree.forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            if (value instanceof List<?> list) {
                out.append('\n');
                for (Object item : list) {
                    if (item instanceof Map<?, ?> map) {
                        StringBuilder inner = new StringBuilder();
                        write(map, indent + "    ", inner);
                        out.append(indent).append("  - ").append(inner.substring(indent.length() + 4));
                    } else {
                        out.append(indent).append("  - ").append(scalar((String) item)).append('\n');
                    }
                }
            } else if (value instanceof Map<?, ?> map) {
                out.append('\n');
                write(map, indent + "  ", out);
            } else {
                out.append(' ').append(scalar((String) value)).append('\n');
            }
        });
    }

    /** A number as it is, anything else in quotation marks, so that nothing in it means anything to YAML. */
    static String scalar(String text) {
        if (NUMBER.matches(text)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
