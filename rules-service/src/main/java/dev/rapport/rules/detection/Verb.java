package dev.rapport.rules.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine;

/** How the verbs of this package are called and end; the script explains them. */
final class Verb {

    private Verb() {
    }

    static int run(Callable<Integer> verb, PrintStream err, String... args) {
        CommandLine line = new CommandLine(verb);
        line.setParameterExceptionHandler((wrong, words) -> {
            err.println("rapport: " + wrong.getMessage() + "; see ./rapport " + line.getCommandName() + " --help");
            return Detect.CALLED_WRONGLY;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException unreadable) {
                err.println("rapport: cannot read or write " + unreadable.getMessage());
                return Detect.REFUSED;
            }
            throw failure;
        });
        return line.execute(args);
    }

    /** Prints what is wrong with a rulebook, if anything is. */
    static int refused(Path rulebook, DetectionRules rules, PrintStream err) {
        if (rules instanceof DetectionRules.Faulty faulty) {
            faulty.faults().forEach(fault -> err
                    .println(rulebook.resolve(fault.file()) + fault.toString().substring(fault.file().length())));
        }
        return Detect.REFUSED;
    }
}
