package dev.rapport.rules.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import dev.rapport.events.Role;
import dev.rapport.rules.rulebook.Example.Line;
import dev.rapport.rules.vocabulary.Nearest;

/** Reads the example conversations of one rule. */
final class ExampleReader {

    private static final int MOST_TURNS = 200;
    private static final String DEFAULT_KIND = "conversation";

    private final String file;
    private final YamlTree yaml;

    ExampleReader(String file, Faults faults) {
        this.file = file;
        this.yaml = new YamlTree(file, faults);
    }

    /** @param codes of all rules */
    List<Example> read(String text, Set<String> codes) {
        Optional<MappingNode> root = yaml.read(text);
        if (root.isEmpty()) {
            return List.of();
        }
        Map<String, Node> entries = yaml.entries(root.get(), Set.of("rule", "fires", "nearMisses"));
        String code = yaml.text(entries.get("rule"));
        if (code == null) {
            if (!entries.containsKey("rule")) {
                yaml.fault(root.get(), "the examples name no rule", "rule: and its code", null);
            }
            return List.of();
        }
        if (!codes.contains(code)) {
            yaml.fault(entries.get("rule"), "\"" + code + "\" is no rule", Nearest.expected(code, codes),
                    Nearest.to(code, codes).orElse(null));
        } else if (!file.equals("examples/" + code + ".yaml")) {
            yaml.fault(entries.get("rule"), "the examples of " + code + " stand in another file",
                    "them in examples/" + code + ".yaml", null);
        }
        List<Example> examples = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (boolean fires : List.of(true, false)) {
            String key = fires ? "fires" : "nearMisses";
            List<Node> items = yaml.items(entries.get(key));
            if (items.isEmpty()) {
                yaml.fault(root.get(), code + (fires ? " has no conversation where it fires" : " has no near miss"),
                        "at least one under " + key + ":", null);
            }
            for (Node item : items) {
                Example example = example(code, item, fires);
                if (example != null) {
                    if (!names.add(example.name())) {
                        yaml.fault(item, "two examples of " + code + " are called \"" + example.name() + "\"",
                                "a name of its own", null);
                    }
                    examples.add(example);
                }
            }
        }
        return examples;
    }

    private Example example(String code, Node item, boolean fires) {
        if (!(item instanceof MappingNode mapping)) {
            yaml.fault(item, "this is no example", "name, turns" + (fires ? " and at" : ""), null);
            return null;
        }
        Map<String, Node> entries = yaml.entries(mapping,
                fires ? Set.of("name", "kind", "stage", "at", "turns") : Set.of("name", "kind", "stage", "turns"));
        String name = required(mapping, entries, "name");
        String kind = entries.containsKey("kind") ? yaml.text(entries.get("kind")) : DEFAULT_KIND;
        String stage = yaml.text(entries.get("stage"));
        List<Node> items = yaml.items(entries.get("turns"));
        if (!entries.containsKey("turns")) {
            yaml.fault(mapping, "the example has no turns", "turns:", null);
        }
        List<Line> turns = new ArrayList<>();
        for (Node turn : items.subList(0, Math.min(items.size(), MOST_TURNS))) {
            Line line = line(turn);
            if (line == null) {
                return null;
            }
            turns.add(line);
        }
        List<Integer> at = fires ? at(mapping, entries.get("at"), turns.size()) : List.of();
        if (name == null || kind == null || turns.isEmpty() || fires && at.isEmpty()) {
            return null;
        }
        return new Example(code, name, kind, stage, at, turns, yaml.position(item));
    }

    private List<Integer> at(MappingNode mapping, Node node, int turns) {
        if (node == null) {
            yaml.fault(mapping, "the example does not say where the rule fires", "at: and the number of the turn",
                    null);
            return List.of();
        }
        List<Integer> at = new ArrayList<>();
        for (Node each : node instanceof SequenceNode ? yaml.items(node) : List.of(node)) {
            Long number = yaml.number(each, 1, Math.max(1, turns));
            if (number != null) {
                at.add(number.intValue());
            }
        }
        return at;
    }

    private String required(MappingNode mapping, Map<String, Node> entries, String key) {
        if (!entries.containsKey(key)) {
            yaml.fault(mapping, "the example has no " + key, key + ":", null);
        }
        return yaml.text(entries.get(key));
    }

    private Line line(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Node> entries = yaml.entries(mapping, Set.of("learner", "partner", "start", "end"));
            if (entries.containsKey("learner") == entries.containsKey("partner")) {
                yaml.fault(node, "the turn needs exactly one speaker", "learner: or partner:", null);
                return null;
            }
            Role role = entries.containsKey("learner") ? Role.LEARNER : Role.PARTNER;
            String text = yaml.text(entries.get(role.name().toLowerCase(Locale.ROOT)));
            Long start = yaml.number(entries.get("start"), 0, 86_400_000);
            Long end = yaml.number(entries.get("end"), start == null ? 0 : start, 86_400_000);
            return text == null ? null : new Line(role, text, start, end);
        }
        String written = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        int colon = written.indexOf(':');
        String speaker = colon < 0 ? "" : written.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (speaker.equals("learner") || speaker.equals("partner")) {
            return new Line(Role.valueOf(speaker.toUpperCase(Locale.ROOT)), written.substring(colon + 1).strip(), null,
                    null);
        }
        yaml.fault(node, "nobody says this", "\"learner: words\" or \"partner: words\"", null);
        return null;
    }
}
