package dev.rapport.rules.release;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.evaluation.RulesOfRulebook;
import dev.rapport.rules.rulebook.Fault;
import dev.rapport.rules.rulebook.Reading;
import dev.rapport.rules.rulebook.Rulebook;
import dev.rapport.rules.rulebook.RulebookFolder;

/** The folder of the rules as rules that judge. */
@ApplicationScoped
class FolderRules implements RulesReader {

    @Override
    public RulesReader.Found read(Path folder) {
        RulebookFolder.Contents contents = RulebookFolder.contents(folder);
        Reading reading = RulebookFolder.read(folder, contents);
        if (reading instanceof Reading.Refused refused) {
            return new RulesReader.Found.Faulty(refused.faults().stream().map(FolderRules::complaint).toList());
        }
        Rulebook rulebook = ((Reading.Read) reading).rulebook();
        return new RulesReader.Found.Usable(contents.files(), new RulesOfRulebook(new Judge(rulebook)),
                rulebook.rules().size());
    }

    private static Complaint complaint(Fault fault) {
        String todo = Stream.of(fault.expected() == null ? null : "expected " + fault.expected(),
                fault.didYouMean() == null ? null : "did you mean \"" + fault.didYouMean() + "\"?")
                .filter(part -> part != null).collect(Collectors.joining(", "));
        return new Complaint(fault.file(), fault.line(), fault.column(), fault.what(), todo);
    }
}
