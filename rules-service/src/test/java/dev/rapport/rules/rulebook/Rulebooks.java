package dev.rapport.rules.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import dev.rapport.rules.vocabulary.AnyCondition;

import static org.assertj.core.api.Assertions.assertThat;

/** Rulebooks that tests take apart and put together. */
public final class Rulebooks {

    private Rulebooks() {
    }

    /** The rules this repository comes with. */
    public static RulebookFiles shipped() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("rules/behaviours"))) {
            here = here.getParent();
        }
        assertThat(here).as("the folder rules/ above this module").isNotNull();
        return RulebookFolder.contents(here.resolve("rules")).files();
    }

    /** Rules that define {@link AnyCondition#KINDS}, the lists {@link AnyCondition#LISTS}, and one rule more. */
    public static RulebookFiles with(Rule rule) {
        RulebookFiles files = new RulebookFiles(new TreeMap<>());
        for (int i = 0; i < AnyCondition.KINDS.size(); i++) {
            files = files.with("acts/k" + i + ".rules", "# kept\nrule \"k\" code K" + i
                    + " owner \"x\" when the talk has times then the turn is a " + AnyCondition.KINDS.get(i) + "\n");
        }
        for (String list : AnyCondition.LISTS) {
            files = files.with("phrases/" + list + ".txt", "# kept\nso\n");
        }
        return RuleText.add(files, rule.isAct() ? "acts/a.rules" : "behaviours/a.rules", rule);
    }

    public static List<String> faults(RulebookFiles files) {
        return RulebookReader.read(files) instanceof Reading.Refused refused
                ? refused.faults().stream().map(Fault::toString).toList()
                : List.of();
    }
}
