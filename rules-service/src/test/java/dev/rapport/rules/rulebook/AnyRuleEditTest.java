package dev.rapport.rules.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import dev.rapport.rules.rulebook.RuleText.WrittenRule;
import dev.rapport.rules.vocabulary.AnyCondition;
import dev.rapport.rules.vocabulary.Lexicon;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Any rule, however it is laid out and commented, can be edited into any other without losing a comment. */
class AnyRuleEditTest {

    private static final Lexicon LEXICON = new Lexicon(AnyCondition.KINDS, AnyCondition.LISTS);
    private static final String BEFORE = "# first\nrule \"B\" code B0\n\n# near it\n";
    private static final String AFTER = "\n# between\n  rule \"After\" code Z9 # last";

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyRuleIsEditedIntoAnyOther(@ForAll("rules") Rule one, @ForAll("rules") Rule other, @ForAll Random chance) {
        String laidOut = laidOut(RuleWriter.write(one), chance);
        String text = BEFORE + laidOut + AFTER;
        WrittenRule written = WrittenRule.all("test", text).get(1);
        assertThat(written.read(LEXICON)).contains(one);
        String edited = new RuleEdit(written, one, other).text();
        List<WrittenRule> rules = WrittenRule.all("test", edited);
        assertThat(rules.get(1).read(LEXICON)).as(edited).isEqualTo(Optional.of(other));
        assertThat(edited).startsWith(BEFORE).endsWith(AFTER);
        assertThat(RuleText.comments(edited)).containsAll(RuleText.comments(text));
        assertThat(new RuleEdit(written, one, one).text()).isEqualTo(text);
    }

    /** The same words with other blanks, and with comments where lines may end. */
    private static String laidOut(String text, Random chance) {
        StringBuilder out = new StringBuilder();
        int comments = 0;
        for (String line : text.split("\n")) {
            boolean quoted = line.contains("\"");
            boolean bullet = line.strip().startsWith("-");
            String plain = quoted || bullet ? line : line.replace(" ", chance.nextInt(3) == 0 ? "  " : " ");
            out.append(plain);
            switch (chance.nextInt(5)) {
                case 0 -> out.append(" # c").append(comments++).append('\n');
                case 1 -> out.append("\n\n  # d").append(comments++).append("\n");
                default -> out.append('\n');
            }
        }
        return out.toString();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aRulebookHoldsTheOtherRuleAfterwards(@ForAll("rules") Rule one, @ForAll("rules") Rule other) {
        RulebookFiles files = new RulebookFiles(new TreeMap<>());
        for (int i = 0; i < AnyCondition.KINDS.size(); i++) {
            files = files.with("acts/k" + i + ".rules", "rule \"k\" code K" + i
                    + " owner \"x\" when the talk has times then the turn is a " + AnyCondition.KINDS.get(i) + "\n");
        }
        for (String list : AnyCondition.LISTS) {
            files = files.with("phrases/" + list + ".txt", "so\n");
        }
        RulebookFiles with = RuleText.add(files, "behaviours/a.rules", one);
        RulebookFiles replaced = RuleText.replace(with, one.code(), other);
        assertThat(RuleText.textOf(replaced, other.code())).isPresent();
        assertThat(RuleText.remove(replaced, other.code())).isEqualTo(files);
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }
}
