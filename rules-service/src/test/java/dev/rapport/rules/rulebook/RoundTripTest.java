package dev.rapport.rules.rulebook;

import java.util.List;

import dev.rapport.rules.rulebook.RuleReader.Draft;
import dev.rapport.rules.vocabulary.AnyCondition;
import dev.rapport.rules.vocabulary.Lexicon;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written of a rule reads as the same rule, so that views can be exchanged. */
class RoundTripTest {

    private static final Lexicon LEXICON = new Lexicon(AnyCondition.KINDS, AnyCondition.LISTS);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void readingWhatWasWrittenGivesTheSameRule(@ForAll("rules") Rule rule) {
        Faults faults = new Faults();
        RuleReader reader = new RuleReader("test", faults);
        List<Draft> drafts = reader.drafts(Scan.words("test", RuleWriter.write(rule), faults));
        assertThat(drafts).hasSize(1);
        Rule read = reader.finish(drafts.get(0), LEXICON);
        assertThat(faults.sorted()).isEmpty();
        assertThat(read).isEqualTo(rule);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void keysAreEqualExactlyForEqualConditions(@ForAll("conditions") Condition.Is one,
            @ForAll("conditions") Condition.Is other) {
        assertThat(one.key().equals(other.key())).isEqualTo(one.equals(other));
        assertThat(one.sentence().equals(other.sentence())).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<Rule> rules() {
        return AnyRule.rule(AnyCondition.KINDS);
    }

    @Provide
    Arbitrary<Condition.Is> conditions() {
        return AnyCondition.of(AnyCondition.KINDS, true, Condition.Is::new);
    }
}
