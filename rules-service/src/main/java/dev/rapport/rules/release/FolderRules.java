package dev.rapport.rules.release;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.rules.conversation.Moment;
import dev.rapport.rules.conversation.Rules;
import dev.rapport.rules.conversation.Sighting;
import dev.rapport.rules.conversation.Verdicts;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.Judgement;
import dev.rapport.rules.evaluation.Seen;
import dev.rapport.rules.rulebook.Conclusion;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rule;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFolder;

/** The folder of the rules as rules that judge. */
@ApplicationScoped
class FolderRules implements RulesReader {

    @Override
    public RulesReader.Found read(Path folder) {
        Reading reading = RulebookFolder.read(folder);
        if (reading instanceof Reading.Refused refused) {
            return new RulesReader.Found.Faulty(refused.faults().stream().map(FolderRules::complaint).toList());
        }
        Rulebook rulebook = ((Reading.Read) reading).rulebook();
        return new RulesReader.Found.Usable(new Judging(new Judge(rulebook)), rulebook.rules().size());
    }

    private static Complaint complaint(Fault fault) {
        String todo = Stream.of(fault.expected() == null ? null : "expected " + fault.expected(),
                fault.didYouMean() == null ? null : "did you mean \"" + fault.didYouMean() + "\"?")
                .filter(part -> part != null).collect(Collectors.joining(", "));
        return new Complaint(fault.file(), fault.line(), fault.column(), fault.what(), todo);
    }

    private static final class Judging implements Rules {

        private final Judge judge;
        private final Set<String> codes;

        Judging(Judge judge) {
            this.judge = judge;
            this.codes = judge.rulebook().behaviourRules().stream().map(Rule::code)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String version() {
            return judge.rulebook().version();
        }

        @Override
        public Set<String> codes() {
            return codes;
        }

        @Override
        public Verdicts judge(Moment moment) {
            Judgement judgement = judge.judge(moment);
            return new Verdicts(judgement.acts(), judgement.seen().stream().map(this::sighting).toList(),
                    judgement.cannotTell());
        }

        private Sighting sighting(Seen seen) {
            Conclusion.Observe observed = (Conclusion.Observe) seen.rule().conclusion();
            return new Sighting(seen.rule().code(), judge.rulebook().version(seen.rule()), observed.behaviour(),
                    observed.polarity(), seen.rule().severity(), seen.clarity(), seen.evidence(), seen.because(),
                    seen.otherwise());
        }
    }
}
