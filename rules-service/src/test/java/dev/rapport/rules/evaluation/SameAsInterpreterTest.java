package dev.rapport.rules.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.rulebook.AnyRule;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.vocabulary.Truth;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's network says what a plain reading of the rules says, for any rules and any talk. */
class SameAsInterpreterTest {

    private static final List<String> KINDS = List.of("question", "open question", "reply");
    private static final Map<String, List<String>> PHRASES = Map.of("warm words", List.of("great point"), "feelings",
            List.of("worried", "sad"));
    private static final PhraseLists LISTS = new PhraseLists(PHRASES);
    private static final List<String> SAYINGS = List.of("Is it live?", "What happened then?", "Great point.",
            "I am worried about the rollout in March.", "The rollout stalled.", "Tell me more about that.", "Right.",
            "I moved to Leeds in 2019 and it was sad, you know.", "You should escalate it.", "");

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void theNetworkSaysWhatAPlainReadingSays(@ForAll("rules") List<Rule> rules, @ForAll Random chance) {
        Rulebook rulebook = new Rulebook(rules, PHRASES, List.of(), null);
        Judge judge = new Judge(rulebook);
        Chat chat = Chat.chat().kind(chance.nextBoolean() ? "safety check" : "sales-discovery");
        if (chance.nextBoolean()) {
            chat.stage("first contact");
        }
        boolean times = chance.nextBoolean();
        for (int i = 0; i < 12; i++) {
            chat.says(chance.nextInt(3) == 0 ? Role.PARTNER : Role.LEARNER,
                    SAYINGS.get(chance.nextInt(SAYINGS.size())));
            if (times) {
                chat.from(i * 10, i * 10 + chance.nextInt(15));
            }
            Moment moment = chat.moment();
            Judgement judged = judge.judge(moment);

            Set<String> acts = acts(rules, moment);
            PlainView view = new PlainView(moment, acts, PHRASES, LISTS, rules);
            Set<String> seen = new TreeSet<>();
            Set<String> unknown = new TreeSet<>();
            for (Rule rule : rules) {
                Truth truth = Interpreter.truth(rule, is -> is.predicate().look(view, is.arguments()).truth());
                assertThat(judge.ask(rule, moment).fires()).isEqualTo(truth == Truth.YES);
                if (!rule.isAct() && truth != Truth.NO) {
                    (truth == Truth.YES ? seen : unknown).add(rule.code());
                }
            }
            assertThat(judged.acts().keySet()).isEqualTo(acts);
            assertThat(judge.ask(rules.get(0), moment).acts()).isEqualTo(judged.acts());
            assertThat(judged.seen().stream().map(each -> each.rule().code())).containsExactlyElementsOf(seen);
            assertThat(judged.cannotTell().keySet()).isEqualTo(unknown);
            assertThat(judged.seen()).allSatisfy(each -> {
                assertThat(each.because()).doesNotContain("").hasSameSizeAs(each.rule().conditions());
                assertThat(each.otherwise()).isNotBlank();
                assertThat(each.evidence()).isNotEmpty();
            });
            chat.is(acts.toArray(String[]::new));
        }
    }

    /** Round after round until nothing is added would be wrong with "is not"; so kind after kind, in their order. */
    private static Set<String> acts(List<Rule> rules, Moment moment) {
        Set<String> acts = new HashSet<>();
        for (String kind : KINDS) {
            Set<String> before = Set.copyOf(acts);
            for (Rule rule : rules) {
                if (rule.conclusion() instanceof Conclusion.TheTurnIs is && is.kind().equals(kind)) {
                    PlainView view = new PlainView(moment, before, PHRASES, LISTS);
                    if (Interpreter.truth(rule, c -> c.predicate().look(view, c.arguments()).truth()) == Truth.YES) {
                        acts.add(kind);
                    }
                }
            }
        }
        return acts;
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return AnyRule.rules(KINDS, 12);
    }
}
