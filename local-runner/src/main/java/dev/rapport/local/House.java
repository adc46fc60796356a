package dev.rapport.local;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The verbs of {@code ./rapport} that have to do with a house. */
@Command(name = "./rapport", mixinStandardHelpOptions = true, subcommands = {Up.class, Down.class, Status.class,
        Demo.class,
        Coach.class, PlaySample.class, Keep.class})
final class House implements Callable<Integer> {

    private House() {
    }

    public static void main(String[] args) {
        HouseLog.silence();
        System.exit(run(args));
    }

    private static int run(String... args) {
        return new CommandLine(new House()).setExecutionExceptionHandler((failure, command, parsed) -> {
            Progress.onStandardError().erase();
            if (failure instanceof Failure known) {
                System.err.println("rapport: " + known.getMessage());
                return known.exit();
            }
            failure.printStackTrace();
            return Exit.NO_HOUSE;
        }).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF)).setUsageHelpWidth(100).execute(args);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return Exit.USAGE;
    }
}
