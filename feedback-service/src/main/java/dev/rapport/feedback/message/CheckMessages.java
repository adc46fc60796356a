package dev.rapport.feedback.message;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.rapport.feedback.wording.MessageFolder;
import dev.rapport.feedback.wording.Reading;

/** Checks a folder of message files: every fault on a line of its own, then one line that counts. */
public final class CheckMessages {

    /** Nothing to mend. */
    static final int SOUND = 0;
    /** At least one fault was printed. */
    static final int FAULTS = 1;
    /** Called with something that is no folder of message files. */
    static final int USAGE = 2;

    private CheckMessages() {
    }

    /** Exits with 0 if all is sound, 1 if there are faults, 2 if the call was wrong. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(check(args, out, err));
    }

    static int check(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1) {
            err.println("usage: CheckMessages <folder of message files>");
            return USAGE;
        }
        Path folder = Path.of(args[0]);
        if (!Files.isDirectory(folder)) {
            err.println(folder + ": no such folder");
            return USAGE;
        }
        Reading reading = MessageFolder.read(folder);
        if (reading instanceof Reading.Refused refused) {
            refused.faults().forEach(out::println);
            long files = refused.faults().stream().map(f -> f.file()).distinct().count();
            out.println(counted(refused.faults().size(), "fault") + " in " + counted(files, "message file") + " of "
                    + folder);
            return FAULTS;
        }
        int files = MessageFolder.filesOf(folder).size();
        out.println(counted(files, "message file") + " in " + folder + ", no faults");
        return SOUND;
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
