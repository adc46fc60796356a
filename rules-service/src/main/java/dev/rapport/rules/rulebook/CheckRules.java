package dev.rapport.rules.rulebook;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.rapport.rules.EngineLog;
import dev.rapport.rules.evaluation.Judge;
import dev.rapport.rules.rulebook.review.Concern;
import dev.rapport.rules.rulebook.review.Review;
import dev.rapport.rules.signals.TextReader;

/**
 * Checks a rules folder as the service would read it, plays its examples and reviews it. Prints every fault as
 * {@code file:line:column: what, expected ..., did you mean "..."?}, what keeps it from being released or is worth a
 * look marked so, and a closing line that counts. Exit code 0: it could be released, 1: faults, or something keeps it from a release, 2: called
 * wrongly.
 */
public final class CheckRules {

    static final int WELL = 0;
    static final int FAULTS = 1;
    static final int CALLED_WRONGLY = 2;

    private CheckRules() {
    }

    public static void main(String[] args) {
        EngineLog.onlyWarnings();
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1) {
            err.println("say which folder to check: CheckRules FOLDER");
            return CALLED_WRONGLY;
        }
        Reading reading = RulebookFolder.read(Path.of(args[0]));
        if (reading instanceof Reading.Refused refused) {
            return faults(refused.faults(), out);
        }
        Rulebook rulebook = ((Reading.Read) reading).rulebook();
        Judge judge = new Judge(rulebook);
        LanguagesFolder.Languages others = LanguagesFolder.in(Path.of(args[0]));
        List<Fault> faults = new ArrayList<>(new ExamplesOf(judge, new TextReader()).faults());
        faults.addAll(others.faults());
        faults.addAll(others.faultsOfExamples());
        List<Concern> concerns = Review.of(judge, LocalDate.now(ZoneOffset.UTC));
        concerns.forEach(out::println);
        if (!faults.isEmpty()) {
            return faults(faults, out);
        }
        others.languages().values().forEach(language -> out.println(Locale.forLanguageTag(language.tag())
                .getDisplayLanguage(Locale.ENGLISH) + ": " + count(language.rulebook().rules().size(), "rule") + ", "
                + count(language.rulebook().phrases().size(), "phrase list") + ", "
                + count(language.rulebook().examples().size(), "example") + ": no faults"));
        long blocking = concerns.stream().filter(concern -> concern.weight() == Concern.Weight.BLOCKS_RELEASE).count();
        out.println(count(rulebook.rules().size(), "rule") + ", " + count(rulebook.phrases().size(), "phrase list")
                + ", " + count(rulebook.examples().size(), "example") + ", messages for "
                + count(rulebook.messages().map(m -> m.behaviours().size()).orElse(0), "behaviour")
                + ": no faults (rulebook " + rulebook.version() + ")"
                + (blocking == 0 ? "" : ", " + count(blocking, "concern") + " before a release"));
        return blocking == 0 ? WELL : FAULTS;
    }

    private static int faults(List<Fault> faults, PrintStream out) {
        faults.forEach(out::println);
        long files = faults.stream().map(Fault::file).distinct().count();
        out.println(count(faults.size(), "fault") + " in " + count(files, "file"));
        return FAULTS;
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
