package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

import dev.rapport.events.Role;
import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.rulebook.AnyRule;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.review.Review;
import dev.rapport.rules.signals.PhraseLists;
import dev.rapport.rules.vocabulary.Truth;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same rules three times: as the service builds them, written as DRL and compiled, and plainly read. They agree on
 * every rule at every turn, and no rule fires of which the review says that it never does.
 */
class SameAsCompiledDrlTest {

    private static final List<String> KINDS = List.of("question", "open question", "reply");
    private static final Map<String, List<String>> PHRASES = Map.of("warm words", List.of("great point"), "feelings",
            List.of("worried", "sad"));
    private static final PhraseLists LISTS = new PhraseLists(PHRASES);
    private static final List<String> SAYINGS = List.of("Is it live?", "What happened then?", "Great point.",
            "I am worried about the rollout in March.", "The rollout stalled.", "Tell me more about that.", "Right.",
            "I moved to Leeds in 2019 and it was sad, you know.", "You should escalate it.", "");
    private static final int TALKS = 20;
    private static final int TURNS = 12;
    private static final AtomicInteger BUILDS = new AtomicInteger();
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final AtomicInteger FIRED = new AtomicInteger();
    private static final AtomicInteger IMPOSSIBLE = new AtomicInteger();

    @AfterContainer
    static void count() {
        System.out.println("model, compiled DRL and interpreter agree: " + BUILDS + " rulebooks, " + CASES
                + " verdicts, of which " + FIRED + " yes; " + IMPOSSIBLE + " rules that the review says never fire");
        assertThat(FIRED.get()).isPositive();
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void modelCompiledDrlAndInterpreterAgree(@ForAll("rules") List<Rule> rules, @ForAll Random chance) {
        Rulebook rulebook = new Rulebook(rules, PHRASES, List.of(), null);
        Judge judge = new Judge(rulebook);
        Map<String, Integer> numbers = new HashMap<>();
        List<Condition.Is> sentences = new ArrayList<>();
        KieContainer compiled = compiled(drl(rulebook, numbers, sentences));
        Set<String> never = neverFire(rulebook);
        IMPOSSIBLE.addAndGet(never.size());
        try {
            for (int talk = 0; talk < TALKS; talk++) {
                Chat chat = Chat.chat().kind(chance.nextBoolean() ? "safety check" : "sales-discovery");
                if (chance.nextBoolean()) {
                    chat.stage("first contact");
                }
                boolean times = chance.nextBoolean();
                for (int i = 0; i < TURNS; i++) {
                    chat.says(chance.nextInt(3) == 0 ? Role.PARTNER : Role.LEARNER,
                            SAYINGS.get(chance.nextInt(SAYINGS.size())));
                    if (times) {
                        chat.from(i * 10, i * 10 + chance.nextInt(15));
                    }
                    chat.is(agreed(rulebook, judge, compiled, sentences, chat.moment(), never).toArray(String[]::new));
                }
            }
        } finally {
            compiled.dispose();
        }
    }

    /** Kinds that the current turn is. */
    private static Set<String> agreed(Rulebook rulebook, Judge judge, KieContainer compiled,
            List<Condition.Is> sentences,
            Moment moment, Set<String> never) {
        Set<String> acts = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        int stages = rulebook.actStages().size();
        for (int stage = 0; stage <= stages; stage++) {
            PlainView view = new PlainView(moment, Set.copyOf(acts), PHRASES, LISTS, rulebook.rules());
            Map<Integer, Truth> truths = new HashMap<>();
            DrlTurn turn = new DrlTurn(stage, n -> truths.computeIfAbsent(n,
                    k -> sentences.get(k).predicate().look(view, sentences.get(k).arguments()).truth()));
            KieSession session = compiled.newKieSession();
            try {
                session.insert(turn);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            for (Rule rule : stage == stages ? rulebook.behaviourRules() : rulebook.actStages().get(stage)) {
                if (Interpreter.truth(rule, is -> is.predicate().look(view, is.arguments()).truth()) == Truth.YES) {
                    read.add(rule.code());
                    if (rule.conclusion() instanceof Conclusion.TheTurnIs is) {
                        acts.add(is.kind());
                    }
                }
            }
            seen.addAll(turn.fired());
        }
        assertThat(seen).isEqualTo(read);
        assertThat(never).as("the review says that these never fire").noneMatch(read::contains);
        Judgement judgement = judge.judge(moment);
        assertThat(judgement.acts().keySet()).isEqualTo(acts);
        assertThat(judgement.seen().stream().map(each -> each.rule().code())).containsExactlyElementsOf(
                read.stream().filter(code -> !rulebook.rule(code).orElseThrow().isAct()).toList());
        TryOut tryOut = judge.tryOut(moment);
        assertThat(tryOut.rules().stream().filter(tried -> tried.verdict() == Truth.YES)
                .map(tried -> tried.rule().code()).collect(Collectors.toSet())).isEqualTo(read);
        CASES.addAndGet(rulebook.rules().size());
        FIRED.addAndGet(read.size());
        return acts;
    }

    /** Rules with conditions that cannot meet, or with one that can never hold. */
    private static Set<String> neverFire(Rulebook rulebook) {
        return Review.of(rulebook, java.time.LocalDate.EPOCH).stream()
                .filter(concern -> concern.fault().what().contains("never fires")
                        || concern.fault().what().contains("this can never hold") && rulebook.rule(concern.rule())
                                .orElseThrow().conditions().get(concern.condition()) instanceof Condition.Is)
                .map(concern -> concern.rule()).collect(Collectors.toCollection(HashSet::new));
    }

    // -- the rules as DRL -------------------------------------------------------------------------------------------

    private static String drl(Rulebook rulebook, Map<String, Integer> numbers, List<Condition.Is> sentences) {
        StringBuilder drl = new StringBuilder("package rules;\nimport dev.rapport.rules.evaluation.DrlTurn;\n");
        int stages = rulebook.actStages().size();
        for (Rule rule : rulebook.rules()) {
            int stage = stages;
            for (int s = 0; s < stages; s++) {
                stage = rulebook.actStages().get(s).contains(rule) ? s : stage;
            }
            drl.append("rule \"").append(rule.code()).append("\" when\n  $turn : DrlTurn( stage == ").append(stage);
            for (Condition condition : rule.conditions()) {
                boolean negative = condition instanceof Condition.Not || condition instanceof Condition.NoneOf;
                List<String> parts = condition.parts().stream()
                        .map(is -> (negative ? "no(" : "yes(") + number(is, numbers, sentences) + ")").toList();
                drl.append(", ( ").append(String.join(negative ? " && " : " || ", parts)).append(" )");
            }
            drl.append(" )\nthen\n  $turn.fire(\"").append(rule.code()).append("\");\nend\n");
        }
        return drl.toString();
    }

    private static int number(Condition.Is is, Map<String, Integer> numbers, List<Condition.Is> sentences) {
        return numbers.computeIfAbsent(is.key(), key -> {
            sentences.add(is);
            return sentences.size() - 1;
        });
    }

    /** Each under a name of its own: builds of one name mix their rules. */
    private static KieContainer compiled(String drl) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("dev.rapport", "differential", "1." + BUILDS.incrementAndGet());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rules/all.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).as(drl).isEmpty();
        return services.newKieContainer(release);
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return AnyRule.rules(KINDS, 12);
    }
}
