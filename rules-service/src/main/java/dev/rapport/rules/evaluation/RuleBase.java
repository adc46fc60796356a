package dev.rapport.rules.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

import dev.rapport.rules.rulebook.Condition;
import dev.rapport.rules.rulebook.Rule;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

/**
 * The rulebook as the engine runs it: Drools' canonical model built from the tree of rules, nothing compiled, nothing of
 * a person's text evaluated. The only place that knows {@code KieBaseBuilder}, which is public but not API.
 */
final class RuleBase {

    /** As many rules as may fire in one stage; a turn that matches more says nothing to anybody. */
    static final int MOST_FIRINGS = 1_000;

    private static final String PACKAGE = "rules";

    private final KieBase base;
    private final int actStages;

    /**
     * @param stages act rules in the order in which they are decided
     * @param rules all that are run: an act rule that is not among them is left out of its stage
     */
    RuleBase(List<List<Rule>> stages, List<Rule> rules, Sentences sentences) {
        ModelImpl model = new ModelImpl();
        actStages = stages.size();
        Map<Rule, Integer> stageOf = new IdentityHashMap<>();
        for (int stage = 0; stage < actStages; stage++) {
            for (Rule each : stages.get(stage)) {
                stageOf.put(each, stage);
            }
        }
        Map<String, Integer> uses = uses(rules);
        for (Rule each : rules) {
            model.addRule(built(each, stageOf.getOrDefault(each, actStages), sentences, uses));
        }
        base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    private static org.drools.model.Rule built(Rule rule, int stage, Sentences sentences, Map<String, Integer> uses) {
        Variable<Stage> fact = declarationOf(Stage.class, "$stage");
        PatternDef<Stage> pattern = pattern(fact).expr("stage " + stage, new AtStage(stage),
                alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, Stage::number, stage));
        for (Condition condition : inOrder(rule.conditions(), uses)) {
            pattern = pattern.expr(condition.key(), new Check(condition, sentences));
        }
        return rule(PACKAGE, rule.code()).build(pattern, on(fact).execute(seen -> seen.scene().fired(rule)));
    }

    /** What many rules ask first, so that they share the answer; what needs a language model last. */
    private static List<Condition> inOrder(List<Condition> conditions, Map<String, Integer> uses) {
        List<Condition> ordered = new ArrayList<>(conditions);
        ordered.sort(Comparator.comparing(RuleBase::isCostly).thenComparing(c -> -uses.get(c.key()))
                .thenComparing(Condition::key));
        return ordered;
    }

    static boolean isCostly(Condition condition) {
        return condition.parts().stream().anyMatch(part -> part.predicate().costly());
    }

    private static Map<String, Integer> uses(List<Rule> rules) {
        Map<String, Integer> uses = new HashMap<>();
        rules.forEach(
                rule -> rule.conditions().forEach(condition -> uses.merge(condition.key(), 1, Integer::sum)));
        return uses;
    }

    /** Decides what the current turn is, then what it shows. */
    void judge(Scene scene) {
        evaluate(scene, 0);
    }

    /** Decides what the current turn shows; what it is, the scene knows. */
    void judgeBehaviours(Scene scene) {
        evaluate(scene, actStages);
    }

    private void evaluate(Scene scene, int firstStage) {
        KieSession session = base.newKieSession();
        try {
            for (int stage = firstStage; stage <= actStages; stage++) {
                session.insert(new Stage(stage, scene));
                if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                    scene.crowd();
                }
            }
        } finally {
            session.dispose();
        }
    }
}
