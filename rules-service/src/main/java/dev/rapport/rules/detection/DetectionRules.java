package dev.rapport.rules.detection;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.LanguagesFolder;
import dev.rapport.rules.rulebook.LanguagesFolder.Languages;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFolder;

/** The rules that detection goes by. */
sealed interface DetectionRules {

    /**
     * They can judge.
     *
     * @param languages in which they see what a turn is, but judge nothing
     */
    record Usable(RulesOfRulebook rules, Languages languages) implements DetectionRules {

        /** What kinds of turn there is a rule for. */
        Set<String> kinds() {
            return rules.rulebook().rules().stream().map(Rule::conclusion)
                    .filter(Conclusion.TheTurnIs.class::isInstance)
                    .map(conclusion -> ((Conclusion.TheTurnIs) conclusion).kind()).collect(Collectors.toSet());
        }
    }

    /** @param faults at least one */
    record Faulty(List<Fault> faults) implements DetectionRules {
    }

    /** @param learnedSignals false to let the trained heads hear nothing, so that only what a person can read decides */
    static DetectionRules in(Path folder, boolean learnedSignals) {
        Reading reading = RulebookFolder.read(folder);
        if (reading instanceof Reading.Refused refused) {
            return new Faulty(refused.faults());
        }
        Rulebook rulebook = ((Reading.Read) reading).rulebook();
        Languages languages = LanguagesFolder.in(folder);
        return languages.faults().isEmpty()
                ? new Usable(new RulesOfRulebook(learnedSignals
                        ? new Judge(rulebook, Set.of())
                        : Judge.withoutLearnedSignals(rulebook)), languages)
                : new Faulty(languages.faults());
    }

    /** Whether any rule asks what a trained head hears. */
    static boolean asksAHead(Rulebook rulebook) {
        return rulebook.rules().stream().flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.parts().stream()).anyMatch(is -> is.predicate().listens());
    }
}
